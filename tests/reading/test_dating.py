"""Start and as-of date of figures as reporters tell them, each resolved by hand."""

from datetime import date

import pytest

from tests.reading.marked import dated

THURSDAY = date(2023, 8, 17)

AS_OF = [
    # an incident on the day its own sentence names
    ("BAMAKO, Aug 17 - Gunmen attacked a village overnight, killing [21|k] people, the governor said.", "08-16"),
    ("The army said it killed [17|k] militants late on Wednesday in a raid in Diffa.", "08-16"),
    ("[7|k] civilians were killed yesterday when a shell hit their home.", "08-16"),
    ("[10|k] people were killed in Thursday's strike on the town, the mayor said.", "08-17"),
    ("The strike last Thursday killed [10|k] people, the mayor said.", "08-10"),
    ("The raid, shortly before midnight on Sunday, left [14|k] dead.", "08-13"),
    ("[14|k] died in the early hours of Monday when a drone hit a hostel.", "08-14"),
    ("The bombing, on the night of 14-15 August, killed [18|k].", "08-15"),
    ("The bodies of [8|k] miners shot dead last Thursday were found on Sunday.", "08-10"),
    ("[120|k] people were killed in the village between 19 and 22 July, residents said.", "07-22"),
    ("[2|k] guards died in an attack on a post on Tuesday, the force said on Wednesday.", "08-15"),
    # an incident whose day was told before, or stands with its toll's
    ("A drone hit a bus on Tuesday.\nPolice said the driver survived.\n[7|k] passengers did not.", "08-15"),
    ("NAIROBI, Aug 16 - Fighters attacked a base on Tuesday, killing [54|k] soldiers, officials said.", "08-15"),
    ("The toll from Monday's blast at a pump rose to [35|k] on Thursday after two of the wounded died.", "08-14"),
    ("By Sunday evening [41|k] bodies had been pulled from the school, which was hit on Saturday.", "08-12"),
    ("The war began on 15 April. On 7 August shells hit a clinic. [9|k] patients died.", "08-07"),
    ("The war began on 15 April. The first shell, on the first day, killed [9|k] pupils.", "04-15"),
    ("The mine went off on Monday. An aide read the list out on Wednesday. It has [9|k] dead.", "08-14"),
    ("The war began on 7 July 2023, in an attack on a fair that killed [40|k], and it goes on.", "07-07"),
    ("It was the deadliest attack since 13 January, when [17|k] people died in a church.", "01-13"),
    # an incident that leans on another
    ("On 9 August raiders struck Heipang. That Friday [12|k] bodies were found in the bush.", "08-11"),
    ("Shells fell on Sunday. The following day [2|k] people died in an attack on the port.", "08-14"),
    ("A bomb went off on Saturday, a week after a similar attack killed [13|k] people.", "08-05"),
    ("A bomb went off on Saturday. Two days earlier gunmen had killed [13|k] people in an ambush.", "08-10"),
    ("A fortnight ago a mine killed [8|k] children near Raqqa.", "08-03"),
    ("Last week's attack on a hotel killed [8|k] guests.", "08-13"),
    # an incident of which only the month is known
    ("[3|k] soldiers were killed in March, when their truck hit a mine.", "03-31"),
    # the day of the main incident, told elsewhere in the opening
    ("A raid on a train that lasted over 30 hours killed [31|k] people.\nTuesday's attack was the worst.", "08-15"),
    ("[8|k] men died on Tuesday, police said.\nThe raid started when a patrol came.\n[5|i] were hurt.", "08-15"),
    # people missing at present
    ("A blast hit the pit on Monday. The company said on Tuesday that [4|m] miners were missing.", "08-14"),
    # entries and lists
    ("SUNDAY, AUGUST 6. Jets bomb a market. [16|k] people are killed.\nTUESDAY, AUGUST 8. Calm.", "08-06"),
    ("August 4: a car bomb kills [12|k] in Kabul\nAugust 8: gunmen open fire in Herat", "08-04"),
    ("14:20 Shells hit the port. [5|k] dockers are dead, says the mayor.\n09:05 A calm night.", "08-17"),
    # a running toll: the day it was told
    ("The war has killed [9,000|k] civilians, the U.N. said on Tuesday.", "08-15"),
    ("The U.N. has verified [9,369|k] civilian deaths in the war up to 6 August.", "08-06"),
    ("The war, now in its 18th month, has killed [9,369|k] people, the U.N. said in a report of 7 August.", "08-07"),
    ("Aid groups say [3,900|k] people had died in the war by the end of July.", "07-31"),
    ("As of Wednesday, the war had killed [12,400|k] people.", "08-16"),
    ("The siege, which began on 2 August, had killed [64|k] people by Monday.", "08-14"),
    ("The war that broke out on 15 April has killed [3,900|k] people.", "08-17"),
    ("The toll of the war stood at [1,230|k] on Monday, the ministry said.", "08-14"),
    ("The U.N. has counted [227|k] dead between August 4, when troops invaded, and midnight Monday.", "08-14"),
    # a span
    ("Between 1 January and 31 July [4,015|k] civilians were killed, the mission said.", "07-31"),
    ("In the first half of the year [1,200|k] people died.", "06-30"),
    ("In the week to Tuesday [31|k] fighters were killed, the army said.", "08-15"),
    ("Over the past 48 hours [29|k] people have been killed, it said on Tuesday.", "08-15"),
    ("On Tuesday alone [29|k] people were killed.", "08-15"),
]


@pytest.mark.parametrize(("text", "day"), AS_OF)
def test_as_of(text: str, day: str | None) -> None:
    assert dated(text, THURSDAY)[0].as_of == (date.fromisoformat(f"2023-{day}") if day else None)


SINCE = [
    ("More than [9,000|k] civilians have been killed since the invasion of 24 February 2022.", "2022-02-24"),
    ("Since the fighting erupted in mid-April, at least [4,000|k] people have been killed.", "2023-04-15"),
    ("Since a bullet found the rebel chief, on 8 July, [80|k] people have been killed in unrest.", "2023-07-08"),
    ("The conflict erupted on April 15. The ministry has counted [1,265|k] dead in the war.", "2023-04-15"),
    ("Clashes that began on Monday night have killed [55|k] people, medics said on Thursday.", "2023-08-14"),
    ("The U.N. has counted [227|k] dead between August 4, when troops invaded, and midnight Monday.", "2023-08-04"),
    ("Rebels took up arms in 1984. The war has cost [40,000|k] lives.", None),
    ("Some [4,000|k] people died between August 1992 and the fall of the town, in the war.", "1992-08-01"),
    ("A truce has held since Sunday. The war has killed [4,000|k] people.", None),
    ("The army has said nothing of its dead since 2 August. The war has killed [4,000|k] people.", None),
    ("It is the worst month since 3 March. The war has killed [4,000|k] people.", None),
    ("It is ten years today since the first shell fell. The war has killed [4,000|k] people.", "2013-08-17"),
    ("The Taliban have lost [120|k] men in the war since they retook Kabul in August 2021.", "2021-08-15"),
    ("In the 24 hours to Wednesday morning [29|k] people were killed.", "2023-08-15"),
    ("Over the past 48 hours [29|k] people have been killed, it said on Tuesday.", "2023-08-13"),
    ("Last month [29|k] people were killed in the province, the mission said.", "2023-07-01"),
    ("Since the beginning of the month [44|k] soldiers have died.", "2023-08-01"),
    ("Gunmen killed [29|k] people on Monday in an attack on a bus.", None),
]


@pytest.mark.parametrize(("text", "since"), SINCE)
def test_since(text: str, since: str | None) -> None:
    assert dated(text, THURSDAY)[0].since == (date.fromisoformat(since) if since else None)


def test_each_entry_of_a_chronicle_has_its_own_day() -> None:
    text = (
        "Friday, 4 August. Shells fall on the town. [3|k] people are dead.\n"
        "Saturday, 5 August. A mine kills [2|k] sappers.\n"
        "Tuesday, 8 August. Gunmen attack a bus and kill [4|k] people."
    )
    days = [figure.as_of and figure.as_of.day for figure in dated(text, THURSDAY)]
    assert days == [4, 5, 8]


def test_a_day_told_of_a_part_says_nothing_of_the_whole() -> None:
    text = "Since 2 August the war has killed [58|k] soldiers, [13|k] of them in an ambush on Friday."
    whole, part = dated(text, THURSDAY, parts={1: 0})
    assert (whole.as_of, part.as_of) == (THURSDAY, date(2023, 8, 11))


def test_the_days_of_a_count_hold_for_those_that_go_on_with_it() -> None:
    text = "It had recorded [803|k] deaths of the war up to 10 August. Of these it lays [420|k] at the army's door."
    assert [figure.as_of for figure in dated(text, THURSDAY)] == [date(2023, 8, 10)] * 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("KYIV, 4 February 2016 - [10|k] people died in an attack on Monday.", date(2016, 2, 1)),
        ("On 14 March 2019 a bomb hit a bus. On 16 March [10|k] people died in another attack.", date(2019, 3, 16)),
        ("[10|k] people died in an attack on 16 March.", None),
    ],
)
def test_without_a_day_of_publication(text: str, day: date | None) -> None:
    assert dated(text, None)[0].as_of == day
