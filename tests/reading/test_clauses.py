"""Which verb of a sentence a number belongs to, and which numbers act, are aimed at or only measure."""

from __future__ import annotations

import pytest

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.figures import Article
from tracker.reading.finding.finding import find_figures

KILLED, INJURED, MISSING = Outcome.KILLED, Outcome.INJURED, Outcome.MISSING
CAPTURED, CASUALTIES = Outcome.CAPTURED, Outcome.CASUALTIES

Counts = list[tuple[int | None, Outcome]]


def counts(text: str) -> Counts:
    figures = find_figures(Article(Document(text)))
    return [(figure.value, figure.outcome) for figure in figures if figure.value is not None and not figure.implicit]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 14 guards who had surrendered were shot at dawn.", [(14, KILLED)]),
        ("One of the sergeants who was badly hurt died on the way.", [(1, KILLED)]),
        ("Nine drivers were dragged from their lorries and shot.", [(9, KILLED)]),
        ("Nine drivers were dragged from their lorries and held for a week.", [(9, CAPTURED)]),
        ("A mayor was killed and three fire brigade crewmen were wounded.", [(3, INJURED)]),
        ("Six policemen were killed while two clerks and a cook have been abducted.", [(6, KILLED), (2, CAPTURED)]),
        ("Rebels, soldiers and some 300 villagers were killed.", [(300, KILLED)]),
        ("The raid killed a clerk, a cook as well as five drivers.", [(5, KILLED)]),
        ("Four divers were evacuated to the coast with burns.", [(4, INJURED)]),
        ("Eight of the displaced were killed at the gate.", [(8, KILLED)]),
        ("Nine drivers were abducted and released.", []),
        ("Eleven inhabitants did not survive.", [(11, KILLED)]),
        ("Six guards died, and the wounded of both sides come to 40.", [(6, KILLED), (40, INJURED)]),
        ("The clashes led to the killing or wounding of 12 marines.", [(12, CASUALTIES)]),
        ("Five gunmen were killed or severely wounded.", [(5, CASUALTIES)]),
        ("The march led to the death of 11 and injury of 40.", [(11, KILLED), (40, INJURED)]),
        ("The mission says over 90 have died and that 12 were led off as prisoners.", [(90, KILLED), (12, CAPTURED)]),
    ],
)
def test_the_verb_of_the_clause_tells_what_became_of_them(text: str, expected: Counts) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four masked men burst into the bar and shot dead a waiter.", []),
        ("Thirty rebels attacked the post and killed a guard.", []),
        ("The convoy was ambushed, killing six. The army said 40 gunmen opened fire.", [(6, KILLED)]),
        ("The blast killed six. The army said over 40 gunmen came down from the hills.", [(6, KILLED)]),
        ("The blast wounded six. Officials said a squad of 22 reservists was out on patrol.", [(6, INJURED)]),
        ("The mayor was shot by two gunmen.", []),
        ("The village was held by 300 rebels.", []),
        ("Nobody died in an attempt to kill two ministers.", []),
        ("The militia vowed to kill ten hostages.", []),
        ("The raid killed all but three of the guards.", []),
        ("According to several witnesses, nine farmers were killed.", [(9, KILLED)]),
        ("The shelling killed nine. The hospital has beds for 60.", [(9, KILLED)]),
        ("The shelling killed nine as of a quarter past ten.", [(9, KILLED)]),
        ("Nine were killed; of schools, 40 were burned.", [(9, KILLED)]),
        ("Of schools, 40 were burned after the killings.", []),
        ("War on the border: day three", []),
        ("A boy who had not turned nine was killed.", []),
        ("Bombs killed 15. A pupil of 13 called Anna was hurt.", [(15, KILLED)]),
        ("Shots are the cause of seven deaths in ten.", []),
        ("Two in three of the hurt were farmers.", []),
        ("Troops captured four rebel camps and three police posts.", []),
        ("Troops seized two surface-to-air rockets.", []),
        ("Clashes between the army and two militias killed 30.", [(30, KILLED)]),
        ("An estimate put the number of rebels at 400 after 12 deaths.", [(12, KILLED)]),
        ("Forty died despite the arrival of 5,000 peacekeepers.", [(40, KILLED)]),
    ],
)
def test_those_who_act_and_what_only_measures_is_not_counted(text: str, expected: Counts) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll stands at 300, with 80 children and 40 women among the dead.", [300, 80, 40]),
        ("Shells killed 30 people. Among them were nine pupils.", [30, 9]),
        ("Ten drivers went missing, including one who was later found dead.", [10, 1]),
        ('The bombs fell at noon. "More than 50" dead, said a nurse who treated 80.', [50, 80]),
        ("Eleven were killed, said the mayor. A medic put the dead at nine, the army at three.", [11, 9, 3]),
        ("Nine were killed. Their families put the number at 12.", [9, 12]),
        ("One Danish soldier and three Finnish marines were killed.", [1, 3]),
        ("The blast left 12 dead, one soldier among the casualties.", [12, 1]),
        ("Nine were killed, raising the number of dead to eight in two days.", [9, 8]),
        ("Total for the week: 128, of whom 71 were civilians.", [128, 71]),
        ("Army lists 219 rebels\n\nTwo hundred and nineteen rebels were shot in May, the army says.", [219, 219]),
        ("In the city 61 under-18s were killed.", [61]),
        ("The clinic has logged 14 fatal cases.", [14]),
        ("Russia mourns two nationals.", [2]),
    ],
)
def test_numbers_that_lean_on_others_are_found(text: str, expected: list[int]) -> None:
    assert [value for value, _ in counts(text)] == expected


def test_what_was_said_in_answer_is_no_count_of_those_the_speaker_treated() -> None:
    text = 'Bombs killed many at the market. "More than 50", said a nurse, who treated 80 patients.'
    assert counts(text) == [(50, KILLED), (80, INJURED)]


def test_a_total_far_from_its_words_is_one_of_the_dead_where_there_are_any() -> None:
    text = "Shells killed nine and wounded 40.\n\nIn the wards lie 38 wounded.\n\nThe council's figure is 31."
    assert counts(text)[-1] == (31, KILLED)


def test_dead_and_hurt_counted_together_do_not_turn_into_dead_by_a_like_number() -> None:
    text = "The ambush killed five. At Kamo five others were killed or wounded."
    assert counts(text) == [(5, KILLED), (5, CASUALTIES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (text, KILLED)
            for text in (
                "Nine farmers did not outlive the night.",
                "Nine marines went down fighting.",
                "Nine were brought in dead.",
                "Nine lay side by side in the yard.",
                "Nine were machine-gunned.",
                "Nine were poisoned.",
                "Nine were crushed under a wall.",
                "Nine did not come through the siege.",
                "The jets took out nine fighters.",
                "The murder of nine villagers shocked the valley.",
                "A drone led to the deaths of nine.",
                "Nine were beyond their help.",
                "Nine came home in coffins.",
            )
        ),
        *(
            (text, INJURED)
            for text in (
                "Nine have been admitted since the shelling.",
                "Nine got away with wounds.",
                "Nine are on the critical list.",
                "Nine are under the knife.",
                "Nine people are in a serious but stable condition.",
                "Nine came away with injuries.",
                "Nine were attended to by medics.",
                "Nine soldiers lie in hospital.",
            )
        ),
        *(
            (text, CAPTURED)
            for text in (
                "The raiders made off with nine girls.",
                "Nine soldiers were caught at the ford.",
                "Nine clerks are still in the group's keeping.",
                "The army paraded nine soldiers.",
                "Nine were led out alive at gunpoint.",
                "The abduction of nine nurses was denied.",
                "The rebels escaped with nine hostages.",
                "Kyiv wants nine of them treated as prisoners.",
            )
        ),
        *(
            (text, MISSING)
            for text in (
                "Nine boatmen have not been heard from since the raid.",
                "Nine were last seen on Friday.",
                "The fate of nine nuns is unknown.",
                "Nobody has set eyes on nine of the herders.",
                "Nine are listed as missing.",
                "Nine are nowhere to be found.",
                "The disappearance of nine students is being looked into.",
            )
        ),
    ],
)
def test_phrases_tell_what_became_of_people(text: str, expected: Outcome) -> None:
    assert counts(text) == [(9, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "Nine civilians were caught in the crossfire and fled.",
        "Nine took part in the talks on the killings.",
        "Nine were questioned about the murder.",
        "Nine soldiers were let go after the raid.",
    ],
)
def test_phrases_of_those_to_whom_nothing_happened(text: str) -> None:
    assert counts(text) == []
