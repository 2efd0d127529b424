"""As-of dates by the ways in which reporters tell when something happened and when it was said."""

from datetime import date

import pytest

from tests.reading.marked import OUTCOMES, figure_at
from tracker.lib.vocabulary import Scope
from tracker.reading.dates.calendar import find_times
from tracker.reading.dates.context import Context
from tracker.reading.dates.dating import date_figures
from tracker.reading.dates.scopes import give_scopes
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure

SCOPES = {"c": Scope.CUMULATIVE, "p": Scope.PERIOD, "i": Scope.INCIDENT, "b": Scope.BACKGROUND}
THURSDAY = date(2020, 10, 15)


def told(marked: str, scopes: str) -> list[Figure]:
    """The figures marked in the text ("[23|k]") with their dates, of scopes given by their first letters."""
    text, marks = "", []
    for piece in marked.replace("[", "\x00[").replace("]", "]\x00").split("\x00"):
        if piece.startswith("["):
            number, outcome = piece[1:-1].split("|")
            marks.append((len(text), number, OUTCOMES[outcome]))
            text += number
        else:
            text += piece
    document = Document(text)
    context = Context.of(Article(document, THURSDAY), [figure_at(document, *mark) for mark in marks])
    give_scopes(context)
    for figure, scope in zip(context.figures, scopes, strict=True):
        figure.scope = SCOPES[scope]
    date_figures(context)
    return context.figures


def as_of(marked: str, scopes: str) -> list[str | None]:
    """The as-of dates of the figures marked in the text, printed on Thursday 15 October 2020."""
    return [figure.as_of.isoformat() if figure.as_of else None for figure in told(marked, scopes)]


INCIDENTS = [
    # a day that an aside of speech follows is the event's
    ("On Tuesday, residents say, shells on the camp killed [9|k].", "2020-10-13"),
    ("On Monday, according to the governor, a mine killed [4|k] farmers.", "2020-10-12"),
    ("On Sunday, he went on, gunmen had shot [6|k] drivers.", "2020-10-11"),
    # days in words
    ("The post was overrun on the ninth of October. [11|k] soldiers fell.", "2020-10-09"),
    ("It fell on the twenty-third of September. [12|k] of its defenders died.", "2020-09-23"),
    ("A shell hit the market on the thirtieth of September and killed [3|k].", "2020-09-30"),
    ("Missiles on the resort had killed [21|k] on the first of the month.", "2020-10-01"),
    ("On the twenty-second, a raid on the depot killed [5|k].", "2020-09-22"),
    # chronicles
    ("Ten days of war\n2019, Jan 4. Raiders empty a depot. [4|k] soldiers are slain.", "2019-01-04"),
    ("The worst days\n2018: 28 April. Youths storm police posts. [107|k] attackers are dead.", "2018-04-28"),
    ("Friday 9 October - A convoy is hit. [6|k] aid workers die.", "2020-10-09"),
    ("Monday 12 October, morning. Jets over the town.\nThe hospital counts [8|k] dead.", "2020-10-12"),
    # what was said after the event, in whatever words
    (
        "Bombs fell on the barracks on Friday, killing dozens.\nLate on Tuesday the president supplied the number."
        " [54|k] bodies had been found.",
        "2020-10-09",
    ),
    # an event does not come after the day on which it was told
    # how the war began
    # another day in a clause on the war's start
    ("Two sappers crossed the line; [2|c] scouts gave themselves up on Tuesday.", "2020-10-13"),
    ("The worst day until then dated from 28 June 2015. [16|k] troops were shot down.", "2015-06-28"),
    # a town's old misfortune does not date the wounded of today
    (
        "Jets bombed the market on Tuesday, killing many.\nThe town was flattened from the air in 1988. Of the"
        " wounded whom we saw, [4|i] were small boys.",
        "2020-10-13",
    ),
    # a month at the head of a paragraph dates what it tells
    # a few days of an operation
    ("The report is on what troops did in Moura from 22 to 27 March 2019. [500|k] people were executed.", "2019-03-27"),
    # captives of now
    (
        "A clash on Monday left soldiers dead.\n[11|c] girls remain in their captors' hands.",
        "2020-10-15",
    ),
]


@pytest.mark.parametrize(("text", "day"), INCIDENTS)
def test_day_of_an_incident(text: str, day: str) -> None:
    assert as_of(text, "i")[-1] == day


TOTALS = [
    # old statements do not date what others count now
    (
        "On 3 October the army owned to [74|k] dead. The number now stands at [64|k]; the wounded have doubled to"
        " [323|i].",
        ["2020-10-03", "2020-10-15", "2020-10-15"],
    ),
    (
        "The envoy announced [2000|k] dead on 2 October. Investigators have so far documented [133|k].",
        ["2020-10-02", "2020-10-15"],
    ),
    # what had been so at that time
    (
        "Go back to 29 September, when the general told Congress the truth. The battle had cost his army [774|k] dead.",
        ["2020-09-29"],
    ),
    ("I found my notes from Monday the 5th of October. The dead then came to [98|k].", ["2020-10-05"]),
    # up to the end of a time
    ("At the end of last year the truth lay near [66000|k].", ["2019-12-31"]),
    ("By the close of 2018 the books held [24841|k] deaths.", ["2018-12-31"]),
    ("By the end of August the monitors had [512|k] names.", ["2020-08-31"]),
    # a start is no end
    ("Around [100|k] policemen have been killed there since before dawn on Friday.", ["2020-10-15"]),
    ("Going back to 4 September, the office has documentation for [346|k] deaths.", ["2020-10-15"]),
    (
        "The ministry claims [100|k] rebels killed since the Kremlin called an end to its ten-year operation there"
        " on April 16.",
        ["2020-10-15"],
    ),
    # a chronicle's day
    ("The clashes\nSunday 11 October. Since the first shots the toll has come close to [100|k].", ["2020-10-11"]),
    # a word like "first" replaces nothing by itself
    ("Since the first protester was shot, the monitor has recorded [94000|k] deaths.", ["2020-10-15"]),
    ("At first the army spoke of [31|k] losses.", [None]),
    # a clause about somebody else
]


@pytest.mark.parametrize(("text", "days"), TOTALS)
def test_day_of_a_total(text: str, days: list[str | None]) -> None:
    assert as_of(text, "c" * len(days)) == days


PERIODS = [
    ("The hospital took in [44|k] bodies from 6 to 12 October.", "2020-10-12"),
    ("The forces lost [6785|k] men between 1 January and 12 September.", "2020-09-12"),
    ("The forces lost [85|k] men between 1 November and 12 February.", "2020-02-12"),
    ("On Friday his figure for the preceding 24 hours was [164|k].", "2020-10-09"),
    ("The army had [7|k] dead in twenty-four hours.", "2020-10-15"),
    ("Since January, the ministry says, [2900|k] rebels have been killed.", "2020-10-15"),
]


@pytest.mark.parametrize(("text", "day"), PERIODS)
def test_last_day_of_a_period(text: str, day: str) -> None:
    assert as_of(text, "p" * text.count("|"))[-1] == day


PASSAGES = [
    (
        "Two weeks after the raid\nThe gunmen rode into the village on the last Sunday of September. [31|k]"
        " people were killed.",
        "i",
        "2020-09-27",
    ),
    ("A week after a bomb gutted the market, the count has settled. [44|k] people died.", "i", "2020-10-08"),
    ("Ten days after the ambush at the bridge, the army admits to [17|k] dead.", "i", "2020-10-05"),
    ("The ambush, a fortnight ago, cost [17|k] lives.", "i", "2020-10-01"),
    (
        "Three days on, rescuers are still digging. The missile that struck the flats killed [25|k].",
        "i",
        "2020-10-12",
    ),
    ("It is five days since the shells hit the school. [12|k] children died.", "i", "2020-10-10"),
    ("Last night a drone hit the depot. [3|k] guards died.", "i", "2020-10-14"),
    ("Drones came over the port in the night. By morning [3|k] guards were dead.", "i", "2020-10-15"),
    ("At dawn yesterday mortars fell on a queue for bread. [9|k] people were killed.", "i", "2020-10-14"),
    (
        "The convoy had left at noon on Monday. It was hit at the ford two hours later; [6|k] drivers died.",
        "i",
        "2020-10-12",
    ),
    ("On Saturday the truce broke. The next morning jets were back: [14|k] dead in one street.", "i", "2020-10-11"),
    ("On Saturday the truce broke. Two days later jets came back: [14|k] dead in one street.", "i", "2020-10-12"),
    ("The truce broke on Saturday. That night jets came back: [14|k] dead in one street.", "i", "2020-10-10"),
    (
        "The hospital burned on 2 October. The day before, a clinic had been hit with the loss of [4|k] nurses.",
        "i",
        "2020-10-01",
    ),
    (
        "Gunmen stormed the hotel on Tuesday. The siege ended on Wednesday morning with [22|k] dead.",
        "i",
        "2020-10-14",
    ),
    ("Monday's bombing killed [8|k]; Tuesday's, [11|k].", "ii", "2020-10-13"),
    ("In Monday's bombing [8|k] died, in Tuesday's [11|k].", "ii", "2020-10-13"),
    ("Of the three raids, that of Friday was the worst, with [40|k] dead.", "i", "2020-10-09"),
    ("The deadliest day was Sunday: [40|k] killed.", "i", "2020-10-11"),
    ("Its worst day came on 4 October, when [40|k] of its men fell.", "i", "2020-10-04"),
    ("Thousands followed the coffins on Wednesday. The [19|k] had died on Monday at the pass.", "i", "2020-10-12"),
    ("The ministry's tally as of Tuesday evening was [1,204|k].", "c", "2020-10-13"),
    ("Until Tuesday evening the ministry had counted [1,204|k].", "c", "2020-10-13"),
    ("By its count of Tuesday, [1,204|k] have died.", "c", "2020-10-13"),
    ("Tuesday's bulletin gave [1,204|k] dead.", "c", "2020-10-13"),
    ("A bulletin dated 12 October gave [1,204|k] dead.", "c", "2020-10-12"),
    ("The bulletin, last updated on 12 October, gives [1,204|k] dead.", "c", "2020-10-12"),
    ("At the end of September it stood at [1,204|k]. It now stands at [1,377|k].", "cc", "2020-10-15"),
    ("A month ago the roll held [900|k] names. It has grown to [1,377|k].", "cc", "2020-10-15"),
    ("A week ago the ministry spoke of [900|k] dead.", "c", "2020-10-08"),
    ("Yesterday the figure was [900|k]; this evening it is [951|k].", "cc", "2020-10-15"),
    ("Yesterday the figure was [900|k].", "c", "2020-10-14"),
    ("The figure, [900|k] yesterday, has grown.", "c", "2020-10-14"),
    ("The army says it has lost [210|k] men since the 27th of September.", "c", "2020-10-15"),
    ("From 27 September to 10 October the army lost [210|k] men.", "c", "2020-10-10"),
    ("In the first ten days of October [77|k] people died.", "p", "2020-10-10"),
    ("September cost [140|k] lives.", "p", "2020-09-30"),
    ("In the whole of last year [140|k] lives were lost.", "p", "2019-12-31"),
    ("On Sunday and Monday together [33|k] were killed.", "p", "2020-10-12"),
    ("Over the weekend [33|k] were killed.", "p", "2020-10-11"),
    ("In the 24 hours to Wednesday noon [33|k] were killed.", "p", "2020-10-14"),
    ("Since dawn [33|k] have been killed.", "p", "2020-10-15"),
    ("Since Monday [33|k] have been killed.", "p", "2020-10-15"),
    ("Between Friday and Sunday [33|k] were killed.", "p", "2020-10-11"),
    ("Only [5|k] were killed in August, against [60|k] in July.", "pp", "2020-07-31"),
    ("In August [5|k] were killed, down from [60|k] the month before.", "pp", "2020-07-31"),
    ("This year has seen [600|k] deaths, last year saw [480|k].", "pp", "2019-12-31"),
    ("The rebels took [11|c] soldiers on Friday.", "i", "2020-10-09"),
    ("The landslide of shells on Monday left [7|m] people missing.", "i", "2020-10-12"),
    ("Shells fell on Monday. [7|m] people are still missing.", "i", "2020-10-15"),
    (
        "Editorial\nWhat happened on Sunday at the ford will be argued over for years. [23|k] recruits"
        " drowned or were shot.",
        "i",
        "2020-10-11",
    ),
    (
        "Script for the six o'clock news, Thursday 15 October\nGood evening. Forty-eight hours ago a bus was"
        " bombed. [19|k] people died.",
        "i",
        "2020-10-13",
    ),
    (
        "Live: war in the hills\n18:40 The mayor says [6|k] have died in his town today.\n09:10 Overnight"
        " [3|k] were killed.",
        "pp",
        "2020-10-14",
    ),
    (
        "Chronology\n3 October: A mine kills [2|k].\n5 October: An ambush at the pass; [9|k] soldiers"
        " fall.\n11 October: The truce.",
        "ii",
        "2020-10-05",
    ),
    (
        "Chronology\nOct. 3 - A mine kills [2|k].\nOct. 5 - An ambush at the pass. The army speaks of [9|k] dead.",
        "ii",
        "2020-10-05",
    ),
    ("Chronology\nSeptember 2018. Rebels take the town. [200|k] are killed in its streets.", "i", "2018-09-30"),
    (
        "Q&A\nWhen was it?\nOn the night of 8 to 9 October.\nHow many died?\n[41|k], says the hospital.",
        "i",
        "2020-10-09",
    ),
    (
        "Q&A\nWhat happened on Tuesday?\nA drone struck a wedding.\nHow many died?\nThe governor says"
        " [41|k]. The rebels say [60|k].",
        "ii",
        "2020-10-13",
    ),
    (
        "BRIEF, 15 October 2020\n* Gunmen attacked a patrol on Monday.\n* [4|k] soldiers were killed.",
        "i",
        "2020-10-12",
    ),
    ("SITUATION: Tuesday's raid on the depot\nDead: [14|k]. Wounded: [30|i]. Missing: [2|m].", "iii", "2020-10-13"),
    ("Factbox\nThe raid: 13 October, before dawn.\nThe dead: [14|k].", "i", "2020-10-13"),
    (
        "By our reporter\nShe had gone to market early, as on every Monday. The plane came at nine. [12|k]"
        " women died by the stalls.",
        "i",
        "2020-10-12",
    ),
    (
        "KABUL, Oct 15 - It took the ministry five days to say how many it lost at Dasht. It was [26|k], it"
        " now admits, in the attack of Saturday.",
        "i",
        "2020-10-10",
    ),
    (
        "The bridge was blown up on Friday. On Monday the army said that [8|k] engineers had died there; on"
        " Tuesday it said [11|k].",
        "ii",
        "2020-10-09",
    ),
    (
        "The bridge was blown up on Friday. The toll rose on Monday to [8|k] and on Tuesday to [11|k].",
        "ii",
        "2020-10-09",
    ),
    ("Police said on Tuesday that [8|k] people had died in Sunday's blast.", "i", "2020-10-11"),
    ("Police said on Tuesday that a blast on Sunday had killed [8|k].", "i", "2020-10-11"),
    ("A blast on Sunday killed [8|k], police said on Tuesday, and hurt [30|i].", "ii", "2020-10-11"),
    ("Of [30|i] hurt in Sunday's blast, [3|k] died on Tuesday.", "ip", "2020-10-13"),
    ("The group says it killed [70|k] soldiers in a raid that it dates to Monday.", "i", "2020-10-12"),
    ("On the eve of the feast, 9 October, a bomb killed [5|k].", "i", "2020-10-09"),
    ("The shelling of 3, 4 and 5 October killed [50|k].", "i", "2020-10-05"),
    ("The battle of 3-5 October killed [50|k].", "i", "2020-10-05"),
    ("The battle, 3 to 5 October, killed [50|k].", "i", "2020-10-05"),
    ("For three days, from Friday to Sunday, the town was shelled. [50|k] died.", "i", "2020-10-11"),
    ("After a two-day battle that ended on Tuesday, [50|k] lay dead.", "i", "2020-10-13"),
    ("He was among [6|c] men seized at a roadblock on 29 September.", "i", "2020-09-29"),
    ("The [6|c], seized at a roadblock on 29 September, have not been heard of.", "i", "2020-09-29"),
    ("In November 2015 an attack on a mosque killed [31|k].", "i", "2015-11-30"),
    ("A similar raid in May killed [31|k].", "i", "2020-05-31"),
    ("Last December a similar raid killed [31|k].", "i", "2019-12-31"),
]


@pytest.mark.parametrize(("text", "scopes", "day"), PASSAGES)
def test_day_of_the_last_figure_of_a_passage(text: str, scopes: str, day: str) -> None:
    assert as_of(text, scopes)[-1] == day


STARTS = [
    ("Day eleven of the round that began on 5 October. The dead number [40|k].", "2020-10-05"),
    ("It began, so far as anyone can tell, with a theft on 3 October. The count is now [1311|k].", "2020-10-03"),
    ("It was the worst day since the army began its offensive on 8 July. All told, [508|k] have died.", "2020-07-08"),
    ("Around [100|k] policemen have been killed there since before dawn on Friday.", "2020-10-09"),
    ("Going back to 4 September, the office has documentation for [346|k] deaths.", "2020-09-04"),
    ("From 27 September to 10 October the army lost [210|k] men.", "2020-09-27"),
    # the day of a statement is no start
    ("On 3 October the envoy announced [2000|k] dead. Investigators have so far documented [133|k].", None),
]


@pytest.mark.parametrize(("text", "day"), STARTS)
def test_start_of_a_total(text: str, day: str | None) -> None:
    since = told(text, "c" * text.count("|"))[-1].since
    assert (since.isoformat() if since else None) == day


NAMED = [
    ("the night before last", "2020-10-13"),
    ("the Friday before last", "2020-10-02"),
    ("on Thursday last", "2020-10-08"),
    ("last week, on Tuesday,", "2020-10-06"),
    ("on the first Monday of October", "2020-10-05"),
    ("on the last Sunday of September", "2020-09-27"),
    ("on the last day of September", "2020-09-30"),
    ("on October the fourth", "2020-10-04"),
    ("on the fourth of this month", "2020-10-04"),
    ("by the 10th", "2020-10-10"),
    ("on 12/13 October", "2020-10-13"),
    ("overnight into Wednesday", "2020-10-14"),
    ("as at 10 October", "2020-10-10"),
    ("on 12 October, 21:30", "2020-10-12"),
    ("the thirty-first of August", "2020-08-31"),
]


@pytest.mark.parametrize(("phrase", "day"), NAMED)
def test_named_day(phrase: str, day: str) -> None:
    times = find_times(Document(f"The army said gunmen came {phrase} there."), THURSDAY)
    assert times[-1].last.isoformat() == day
