"""Scope, start and as-of date of figures in the sentences reporters write."""

from datetime import date

import pytest

from tests.reading.marked import dated, figure_at
from tracker.lib.vocabulary import Outcome, Scope
from tracker.reading.dates.times import give_times
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure

THURSDAY = date(2020, 10, 15)


def read(marked: str, published: date | None = THURSDAY) -> list[Figure]:
    """The figures marked in the text with their times given; printed on a Thursday unless told otherwise."""
    return dated(marked, published)


CUMULATIVE = [
    "The death toll in Gaza has risen to [36,171|k], the health ministry said on Wednesday.",
    "At least [200|k] people have been killed since fighting broke out on 3 October.",
    "More than [9,000|k] people have died in the war so far.",
    "The ministry put the total number of dead since the start of the conflict at [2,718|k].",
    "That took to [604|k] the number of its troops killed since Sept. 27.",
    "The insurgency has claimed over [13,000|k] lives.",
    "The two-year war has killed [12,000|k] people, according to the United Nations.",
    "In all, [874|k] soldiers have been killed, the ministry said.",
    "Over 18 months of strife the dead have mounted to [210|k].",
    "From mid-April 2014 to 21 January at least [5,086|k] died, the UN said.",
]
PERIOD = [
    "The army lost [23|k] soldiers in a single day on Monday.",
    "On Saturday alone, [32|k] people were treated.",
    "In the past 24 hours, [57|k] fighters were killed, the army said.",
    "All of 2019 saw [521|k] foreign soldiers killed.",
    "This year the conflict has killed fewer than [600|k], police say.",
    "From January to June 2019, [301|k] people were killed in Kashmir.",
    "In August [115|k] civilians were killed, the monitors said.",
    "Last year [3,804|k] civilians were killed, the mission found.",
    "In the first half of 2019 the mission verified [1,366|k] civilian deaths.",
    "Sunday was typical. [10|k] soldiers were killed in a string of unconnected attacks.",
    "The toll of the war has climbed by [49|k] to [604|k], the ministry said.",
]
INCIDENT = [
    "A suicide bomber blew himself up outside a mosque in Kabul on Tuesday, killing at least [30|k] people.",
    "Gunmen stormed a village in central Mali on Saturday and killed [134|k] people.",
    "An air strike on a market killed [40|k] people, medics said.",
    "[2|k] soldiers were killed when their vehicle hit a mine.",
    "The death toll from the blast rose to [53|k] on Friday, the governor said.",
    "At least [19|k] people died in the attack and [45|i] were wounded.",
    "Militants ambushed a convoy on Monday. [8|k] soldiers died.",
    "Troops clashed with rebels at the border post on Wednesday; [6|k] rebels were killed.",
    "In February a bomber drove into a convoy, and [40|k] policemen were killed.",
]
BACKGROUND = [
    "Heavy guns are firing again. The war of the 1990s left [30,000|k] dead.",
    "In 1992-93 a war over the region killed [8,000|k] people.",
    "Clashes began on 27 September. In a four-day flare-up in 2016, nearly [200|k] were killed.",
    "An earlier war, which ended in 1994, cost an estimated [30,000|k] lives.",
    "Between 2003 and 2008 fighting in Darfur killed around [300,000|k].",
    "The first civil war here killed [20,000|k] people.",
]


@pytest.mark.parametrize(
    ("text", "scope"),
    [(text, Scope.CUMULATIVE) for text in CUMULATIVE]
    + [(text, Scope.PERIOD) for text in PERIOD]
    + [(text, Scope.INCIDENT) for text in INCIDENT]
    + [(text, Scope.BACKGROUND) for text in BACKGROUND],
)
def test_scope(text: str, scope: Scope) -> None:
    assert read(text)[0].scope is scope


IN_2024 = [
    (
        "Israel's military campaign has killed more than [43,000|k] Palestinians, according to Gaza's health ministry.",
        "c",
    ),
    (
        "The ministry said [36|k] people had been killed in the past 24 hours, bringing the overall toll"
        " since October 7 to [41,020|k].",
        "pc",
    ),
    (
        "Some [1,200|k] people were killed and [251|c] taken hostage in the Hamas-led attack on Oct. 7,"
        " 2023, that triggered the war.",
        "ii",
    ),
    ("Since the coup in February 2021, the junta has killed [4,500|k] people, a monitoring group says.", "c"),
    (
        "More than [11,000|k] civilians have been killed in Ukraine since Russia's full-scale invasion began"
        " in February 2022, the U.N. says.",
        "c",
    ),
    ("The overall death toll stands at [3,785|k], with [10,500|i] wounded.", "cc"),
    ("At least [14,000|k] people have died in the fighting between the army and the RSF.", "c"),
    (
        "The Observatory said [2,100|k] people, including [700|k] civilians, have been killed since the"
        " offensive started on November 1.",
        "cc",
    ),
    ("The Ukrainian General Staff says Russia has lost [1,100|k] troops over the past day.", "p"),
    (
        "Moscow said on Friday that [1,351|k] servicemen had been killed and [3,825|i] wounded since the"
        " start of its special military operation.",
        "cc",
    ),
    ("Armenia's prime minister said at least [49|k] soldiers were killed in the overnight clashes.", "i"),
    ("[2|k] Palestinians were shot dead by Israeli troops in separate incidents in the West Bank on Sunday.", "p"),
    ("Israeli strikes killed at least [50|k] people across Gaza on Tuesday, medics said.", "p"),
    (
        "The attack was the deadliest since 2014, when [145|k] people were killed in a Taliban assault on a"
        " school in Peshawar.",
        "i",
    ),
    ("A car bomb in Mogadishu in October 2017 killed nearly [600|k] people.", "i"),
    ("Boko Haram has killed more than [30,000|k] people since 2009.", "c"),
    ("[16|k] soldiers died in December alone.", "p"),
    ("In 2023, [1,100|k] people were killed in gang violence.", "p"),
    ("Last week's attack killed [26|k] tourists.", "i"),
    ("The group claimed it killed [60|k] soldiers in the ambush.", "i"),
    ("At least [39|k] people have been killed in two days of clashes.", "c"),
    ("Fighting on Monday killed [12|k] soldiers.", "i"),
    ("The 1994 genocide killed [800,000|k] people.", "b"),
    ("During the 2014 Gaza war, more than [2,100|k] Palestinians were killed.", "b"),
    ("The first Nagorno-Karabakh war killed some [30,000|k] people.", "b"),
    ("In total, [27|k] people died in Monday's attack.", "i"),
    ("The toll from Friday's bombing rose to [41|k] after [5|k] people died of their wounds.", "ii"),
    ("His group has documented [312|k] civilian deaths since January.", "c"),
    ("So far this year, [84|k] aid workers have been killed.", "p"),
    ("The UN says [5,400|k] were killed in 2023 compared with [3,200|k] in 2022.", "pp"),
    ("Three days of fighting in the city has left [98|k] people dead.", "c"),
    ("Police said [11|k] officers were killed when gunmen attacked their checkpoint.", "i"),
    ("Ukraine's air force said the overnight barrage killed [7|k] people.", "i"),
    ("A U.N. report said [1,600|k] civilians were killed between January and June.", "p"),
    ("The jihadist insurgency has killed more than [40,000|k] people since 2009 and displaced two million.", "c"),
    ("Nigeria's army said on Sunday it had killed [100|k] bandits in an operation in Zamfara.", "i"),
    (
        "At least [17|k] people were killed on Wednesday when a Russian missile struck an apartment block in Dnipro.",
        "i",
    ),
    ("It brings to [1,017|k] the number of U.S. troops killed in Iraq since the invasion.", "c"),
    ("The bombing came two days after a similar attack killed [13|k] people in the same city.", "i"),
    (
        "Rebels killed [20|k] villagers in an attack late on Tuesday, a local official said. The ADF has"
        " killed hundreds of civilians since 2013.\nLast month [45|k] people died in a raid on a church.",
        "ii",
    ),
    ("The war, now in its 10th month, has claimed at least [12,000|k] lives.", "c"),
    ("Hezbollah fired rockets. [5|k] people were killed and [19|i] wounded in Haifa on Monday, medics said.", "ii"),
    (
        "Lebanon's health ministry says [3,365|k] people have been killed and [14,344|i] wounded in the"
        " conflict, most of them since mid-September.",
        "cc",
    ),
    ("[19|k] soldiers were killed in July, the deadliest month for the force since 2011.", "p"),
    ("The army said that [8|k] of its soldiers had been killed and [23|i] wounded in clashes on Saturday.", "ii"),
    ("Kashmir has been roiled by an insurgency since 1989 in which [70,000|k] people have been killed.", "c"),
    ("[40|k] people were killed and [150|i] injured in the two bombings.", "ii"),
    ("More than [300|k] people have been killed in the province so far this month.", "p"),
    ("The assault left [37|k] dead. Another [12|m] are missing.", "ii"),
]
"""Sentences with the first letters of their figures' scopes, as of 14 November 2024."""


@pytest.mark.parametrize(("text", "scopes"), IN_2024)
def test_scopes_of_every_figure(text: str, scopes: str) -> None:
    assert "".join(figure.scope.value[0] for figure in read(text, date(2024, 11, 14))) == scopes


SINCE = [
    ("[604|k] of its troops have been killed since Sept. 27.", "2020-09-27"),
    ("[604|k] have died. The fighting broke out on 27 September.", "2020-09-27"),
    ("[604|k] have died in the war, which began in August.", "2020-08-01"),
    ("[600|k] have died in the war, which began in 2014.", None),
    ("Last month [115|k] civilians were killed, the monitors said.", "2020-09-01"),
    ("On Saturday alone, [32|k] people were killed.", "2020-10-10"),
    ("Gunmen stormed a village on Saturday and killed [134|k] people.", None),
    ("The fighting that broke out on 3 September has killed [224|k] people.", "2020-09-03"),
    ("[12|k] died in the deadliest attack since August.", None),
    ("[9,000|k] Ukrainians have died since the invasion of February 2022.", "2022-02-24"),
]


@pytest.mark.parametrize(("text", "since"), SINCE)
def test_since(text: str, since: str | None) -> None:
    found = read(text, date(2022, 10, 15) if "2022" in text else THURSDAY)[0].since
    assert found == (date.fromisoformat(since) if since else None)


AS_OF = [
    ("[604|k] have died in the war, the ministry said on Tuesday.", "2020-10-13"),
    ("[604|k] have died in the war, the ministry said.", "2020-10-15"),
    ("As of 9 October, [604|k] had died in the war.", "2020-10-09"),
    ("A bomb killed [12|k] people on Tuesday, police said on Wednesday.", "2020-10-13"),
    ("A bomb went off in Kabul on Tuesday. [12|k] people died.", "2020-10-13"),
    ("A bomb went off in Kabul on Tuesday.\nThe blast killed [12|k] people, police said.", "2020-10-13"),
    ("A bomb killed [12|k] people in Kabul on Tuesday, officials said.", "2020-10-13"),
    ("A bomb killed [12|k] people, police said.", "2020-10-15"),
    ("Bombs fell since Monday, when a raid killed [12|k] people.", "2020-10-12"),
    ("The army on Tuesday raised its toll of the war to [500|k].", "2020-10-13"),
    ("Last September rebels overran a base at Haskanita. [10|k] soldiers died.", "2020-09-30"),
    ("Last month [115|k] civilians were killed, the monitors said on Monday.", "2020-09-30"),
    ("In 2019 [521|k] foreign soldiers were killed.", "2019-12-31"),
    ("In 1992-93 a war over the region killed [8,000|k] people.", None),
]


@pytest.mark.parametrize(("text", "day"), AS_OF)
def test_as_of(text: str, day: str | None) -> None:
    assert read(text)[0].as_of == (date.fromisoformat(day) if day else None)


QUETTA = """Blast at Quetta station kills [26|k]
QUETTA, Pakistan, Nov 14 - At least [26|k] people, including [14|k] soldiers, were killed and [62|i] wounded when a \
suicide bomber struck a railway station in southwestern Pakistan on Wednesday, officials said.
More than [40|i] of the injured are in critical condition, a doctor said.
In August, the group attacked police stations and highways, killing at least [73|k] people.
At least [500|k] people have been killed in the province this year, the institute said."""
SUDAN = """Sudan war toll passes [20,000|k]
KHARTOUM - The number of people killed in Sudan's war has passed [20,000|k], the U.N. said on Wednesday.
The conflict between the army and the Rapid Support Forces broke out on 15 April 2023.
Shelling of a market in Omdurman killed [21|k] people and wounded [67|i] on Monday, a medics' union said.
A further [9|k] people died when a drone hit a hospital in El Fasher, it added."""
HAITI = """Rights office: [1,540|k] killed in Haiti in third quarter
PORT-AU-PRINCE - At least [1,540|k] people were killed in Haiti between July and September, and [596|i] were injured, \
the U.N. office in Haiti said on Wednesday in its quarterly report.
The figure is up from [1,379|k] in the previous quarter.
On 3 October, gang members killed [115|k] people in an attack on the town of Pont-Sonde."""
KURRAM = """Four days of clashes kill [49|k] in Kurram
PESHAWAR - At least [49|k] people have been killed in four days of fighting between tribes, police said on Thursday.
The violence began on Sunday with a dispute over land. [120|i] people have been wounded, said a local official."""


@pytest.mark.parametrize(
    ("article", "scopes", "since", "as_of"),
    [
        (QUETTA, "iiiiiip", None, date(2024, 11, 13)),
        (SUDAN, "cciii", date(2023, 4, 15), date(2024, 11, 13)),
        (HAITI, "ppppi", date(2024, 7, 1), date(2024, 9, 30)),
        (KURRAM, "ccc", date(2024, 11, 10), date(2024, 11, 14)),
    ],
)
def test_an_article(article: str, scopes: str, since: date | None, as_of: date) -> None:
    figures = read(article, date(2024, 11, 14))
    assert "".join(figure.scope.value[0] for figure in figures) == scopes
    assert (figures[1].since, figures[1].as_of) == (since, as_of)


def test_a_replaced_value_keeps_only_a_date_of_its_own() -> None:
    text = "The ministry cut the toll of the war from [1,600|k] to [133|k]. On Friday it had said [1,500|k]."
    assert [figure.as_of for figure in read(text)] == [None, THURSDAY, date(2020, 10, 9)]


def test_the_headline_says_what_the_body_says() -> None:
    text = "Nearly [700|k] dead\nKABUL, Oct 15 - The war has killed [699|k] this year, a tally says."
    head, body = read(text)
    assert (head.scope, head.since, head.as_of) == (Scope.PERIOD, date(2020, 1, 1), THURSDAY)
    assert (head.scope, head.since, head.as_of) == (body.scope, body.since, body.as_of)


def test_siblings_share_the_incident() -> None:
    text = "A bomb hit a bus on Monday. It killed [12|k] people and wounded [30|i]. [4|m] could not be found."
    assert {(figure.scope, figure.as_of) for figure in read(text)} == {(Scope.INCIDENT, date(2020, 10, 12))}


def test_a_part_has_the_days_of_its_whole() -> None:
    document = Document(
        "By 9 October the war had killed [604]. Of those 12 were women.".replace("[", "").replace("]", "")
    )
    at = [index for index, word in enumerate(document.low) if word in ("604", "12")]
    whole, part = (
        figure_at(document, document.tokens[index].start, document.low[index], Outcome.KILLED) for index in at
    )
    part.part_of = 0
    give_times(Article(document, THURSDAY), [whole, part])
    assert (part.scope, part.as_of) == (Scope.CUMULATIVE, date(2020, 10, 9))


def test_without_a_day_of_publication_relative_days_stay_open() -> None:
    [figure] = read("A bomb killed [12|k] people on Tuesday, police said.", None)
    assert (figure.scope, figure.as_of) == (Scope.INCIDENT, None)


def test_every_field_says_why() -> None:
    for figure in read("A bomb killed [12|k] people on Tuesday. The war has killed [900|k] since June."):
        assert {"scope", "since", "as_of"} <= set(figure.rules)
        assert all(0 <= figure.sure[name] <= 1 for name in figure.rules)


def test_an_article_of_many_figures_takes_time_in_proportion() -> None:
    figures = read("A bomb killed [12|k] people on Tuesday. " * 2000)
    assert figures[-1].as_of == date(2020, 10, 13)
