"""Whose people are counted, one table for each way in which a writer leaves the side to be understood."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.reading.reader import read_figures

DAY = date(2024, 5, 5)


def party(text: str, number: str) -> str:
    """The first name of the side counted, "" where there is none."""
    start = text.index(number)
    figure = next(one for one in read_figures(text, published=DAY) if one.start <= start < one.end)
    return figure.party[0] if figure.party else ""


TOPICS = [
    # a clause that opens with the side
    ("The Tigers attacked. Of the rebels, the Sri Lankan army said, 40 lay dead.", "40", "rebels"),
    ("Fighting went on in Mali. As for the army, 12 of its men were wounded.", "12", "Mali"),
    ("Armenia and Azerbaijan fought. On the Armenian side, 49 died in a night.", "49", "Armenia"),
    ("Russia shelled Ukraine. Of Ukraine's men, said Moscow, 61,000 had fallen.", "61,000", "Ukraine"),
    # the sentence before turns to it
    (
        "Russia fights Ukraine, whose president gave no toll of his own. About the other army he was freer."
        " It has buried 180,000 men, Ukraine's president said.",
        "180,000",
        "Russia",
    ),
    ("War in Somalia. Kenya has yet to say how many soldiers it buried. A panel speaks of 150.", "150", "Kenya"),
    # a heading or a question
    (
        "Georgia fought Russia.\nSouth Ossetia. Here the gulf is widest. At least 133 civilians perished.",
        "133",
        "South",
    ),
    ("Malian troops left.\nWhat of the peacekeepers? They are leaving. Over 170 have been killed.", "170", "UN"),
]

OWNERS = [
    ("In Mosul Iraqi forces fought Islamic State. The army lost 61 of the jihadists' men.", "61", "Islamic State"),
    ("Rebels hold the hill in Burundi. Eight from its own ranks died, the army said.", "Eight", "Burundi"),
    ("India says Pakistan hit a base. It spoke of 43 on the other side killed.", "43", "Pakistan"),
    ("India and Pakistan exchanged fire. Four died on the Pakistani side and three on the Indian.", "three", "India"),
    ("The Sri Lankan army put the Tigers' dead at 40 and its own missing at seven.", "seven", "Sri Lanka"),
    ("UN troops in Mali are leaving. The peacekeepers have buried 14 of their own.", "14", "UN"),
    ("NATO fought in Afghanistan. NATO had 30 dead. The Taliban put theirs at a mere seven.", "seven", "Taliban"),
    ("The PKK attacked in Turkey. The group has owned to five dead.", "five", "PKK"),
    ("Al-Shabaab raided a Somali base. Twenty of the group's men were killed, officers said.", "Twenty", "al-Shabaab"),
    ("Nigerian troops fled. General Musa died; so did 27 of his soldiers in the Boko Haram raid.", "27", "Nigeria"),
]  # fmt: skip

NOT_OF_A_SIDE = [
    ("In Yemen the Houthis fired. A father says two of his sons were killed.", "two"),
    ("In Iraq 185 Iraqis were killed in October, according to the ministry.", "185"),
    ("Hospitals of the Shiite district of Baghdad, Iraq, received 421 bodies.", "421"),
    ("The US-led coalition in Iraq owned up to 352 civilian deaths.", "352"),
    ("A Malaysian airliner was shot down over Ukraine in the war with Russia. The 298 people of the Malaysian airliner"
     " died.", "298"),
    ("Turkey fights the PKK. More than 40,000 people, mainly Kurds, have died.", "40,000"),
    ("Gunmen crossed from Pakistan into India. They murdered 26 people at a meadow.", "26"),
    ("India and Pakistan shelled each other; shells took seven lives, four on the Pakistani side and three on the"
     " Indian.", "seven"),
]  # fmt: skip

ABROAD = [
    ("KAMPALA - Ugandan soldiers died in Somalia. Museveni said 54 bodies of troops were found.", "54", "Uganda"),
    ("South African soldiers fought in Congo. The M23 rebels shelled them. 14 South African soldiers died. Two soldiers"
     " have since died.", "Two", "South Africa"),
    ("M23 fought in Congo. Malawi's army grieves for three of its men.", "three", "Malawi"),
    ("The US military in Iraq reckons that seven policemen were killed.", "seven", "Iraq"),
    ("In Afghanistan American troops pull out. Eleven Marines were killed at the gate.", "Eleven", "United States"),
    ("Syrian rebels fought on. Turkey's troops crossed over; the army in Ankara gave its losses as 32 dead.", "32",
     "Turkey"),
]  # fmt: skip

GOES_ON = [
    ("In Chechnya, Russia, gunmen shot dead four policemen and then seven women.", "seven", ""),
    ("Seven Philippine soldiers were killed by rebels. The wounded numbered 11, the army said.", "11", "Philippines"),
    ("Thai shells hit Cambodia. Five Cambodian soldiers died. Nine more were wounded.", "Nine", "Cambodia"),
    ("M23 says it has lost eleven men in Congo; the army four.", "four", "Congo"),
    ("Bishkek gives 63 dead. Kyrgyzstan fought Tajikistan: Kyrgyzstan buried 36, Tajikistan 19.", "19", "Tajikistan"),
    ("Russia invaded Ukraine. The week cost Ukraine 330 men and Russia, on its own count, 41.", "41", "Russia"),
    ("A Russian helicopter was shot down with two crew as Armenia and Azerbaijan fought.", "two", "Russia"),
]

HELD = [
    ("Armenia and Azerbaijan signed. Azerbaijan still holds 62 prisoners of war.", "62", "Armenia"),
    ("Ukraine fights Russia. Some 6,000 soldiers are held by Russia, Kyiv said.", "6,000", "Ukraine"),
    (
        "Israel bombed Gaza. Hamas showed one captive, alive. How many were taken? 251 were dragged away.",
        "251",
        "Israel",
    ),
]


@pytest.mark.parametrize(("text", "number", "side"), [*TOPICS, *OWNERS, *ABROAD, *GOES_ON, *HELD])
def test_whose_people(text: str, number: str, side: str) -> None:
    assert side in party(text, number)
    assert bool(side) is bool(party(text, number))


@pytest.mark.parametrize(("text", "number"), NOT_OF_A_SIDE)
def test_nobodys_people(text: str, number: str) -> None:
    assert party(text, number) == ""


WORDS_OF_ENEMIES = [
    ("Yemen's Houthis fired. The Houthis claimed that 600 mercenaries were killed.", "600", "Yemen"),
    ("JNIM fights in Mali. JNIM said that 12 martyrs had fallen.", "12", "JNIM"),
    ("Iran fought Israel. Iran's missiles killed 28 people, officials said.", "28", "Israel"),
    ("Moscow spoke of Ossetia when Georgia fought Russia and South Ossetia. Moscow gave the toll as 2,000 civilians.",
     "2,000", "South Ossetia"),
]  # fmt: skip

LISTS = [
    ("Thailand fought Cambodia. The Georgian battalion stayed away. Thai casualties: 15 dead.", "15", "Thailand"),
    ("Georgia fought Russia. The Georgian battalion had eight dead, the Russian one fifteen.", "fifteen", "Russia"),
    ("Iran shelled Israel. Beersheba lost four on the last morning.", "four", "Israel"),
    ("Gunmen of Abu Sayyaf overran a Philippine post: eleven soldiers died.", "eleven", "Philippines"),
    ("Abu Sayyaf killed eleven Philippine rangers and had fourteen killed.", "fourteen", "Abu Sayyaf"),
    ("Shia and Sunni fought in Iraq; Islamic State boasted of 1,700 Shia soldiers killed.", "1,700", "Iraq"),
]


@pytest.mark.parametrize(("text", "number", "side"), [*WORDS_OF_ENEMIES, *LISTS])
def test_told_by_enemies_and_in_lists(text: str, number: str, side: str) -> None:
    assert side in party(text, number)


def test_a_verb_is_no_acronym() -> None:
    assert party("Let nobody say that no one fell: Armenia lost 40 soldiers to Azerbaijan.", "40") == "Armenia"


LEADERS = [
    ("War in Ukraine. Zelensky put Russian dead at 70,000. Russia's own number is lower.", "70,000", "Russia"),
    ("Sudan burns. Hemedti said his RSF had lost 12 fighters.", "12", "Rapid"),
    ("Fighting in Colombia: Farc buried 16 of its guerrillas, says Bogotá.", "16", "FARC"),
]


@pytest.mark.parametrize(("text", "number", "side"), LEADERS)
def test_names_that_tell_the_side(text: str, number: str, side: str) -> None:
    assert side in party(text, number)
