"""Which numbers count casualties, what became of the people, and which numbers count nobody."""

from __future__ import annotations

import pytest

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure
from tracker.reading.finding import find_figures

KILLED, INJURED, MISSING = Outcome.KILLED, Outcome.INJURED, Outcome.MISSING
CAPTURED, CASUALTIES = Outcome.CAPTURED, Outcome.CASUALTIES


def read(text: str) -> list[Figure]:
    return find_figures(Article(Document(text)))


def counts(text: str) -> list[tuple[int | None, Outcome]]:
    return [(figure.value, figure.outcome) for figure in read(text) if not figure.implicit]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shelling killed 12 people on Monday.", [(12, KILLED)]),
        ("Twelve people were killed by shelling.", [(12, KILLED)]),
        ("The raid left 12 dead and wounded 30.", [(12, KILLED), (30, INJURED)]),
        ("The raid left 12 dead and 30 wounded.", [(12, KILLED), (30, INJURED)]),
        ("At least 40 villagers were killed and 700 injured.", [(40, KILLED), (700, INJURED)]),
        ("The death toll rose to 604.", [(604, KILLED)]),
        ("The war has cost 699 soldiers their lives.", [(699, KILLED)]),
        ("Fighting claimed 20,000 lives.", [(20_000, KILLED)]),
        ("The army lost 63 men.", [(63, KILLED)]),
        ("Fifteen rebels lost their lives.", [(15, KILLED)]),
        ("Thirteen bodies were taken from the school after the air raid.", [(13, KILLED)]),
        ("Rescuers found the graves of seven.", [(7, KILLED)]),
        ("Three rangers who took part in the assault are unaccounted for.", [(3, MISSING)]),
        ("The whereabouts of nine shepherds are unknown.", [(9, MISSING)]),
        ("Gunmen abducted 40 pupils.", [(40, CAPTURED)]),
        ("Four soldiers were taken prisoner and two led away.", [(4, CAPTURED), (2, CAPTURED)]),
        ("Losses came to 400, dead and wounded together.", [(400, CASUALTIES)]),
        ("The mission verified 3,812 civilian casualties.", [(3_812, CASUALTIES)]),
        ("Hospitals are still caring for 45.", [(45, INJURED)]),
        ("About 300 were hospitalised after the blast.", [(300, INJURED)]),
        ("Eleven wounded rebels were captured.", [(11, CAPTURED)]),
        ("Our dead: 18. Our wounded: 35.", [(18, KILLED), (35, INJURED)]),
        ("Attack on barracks: 45 dead, 12 missing", [(45, KILLED), (12, MISSING)]),
    ],
)
def test_verbs_and_nouns_tell_what_became_of_the_people(text: str, expected: list[tuple[int, Outcome]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten soldiers died: four Norwegians, two Danes and four others.", [10, 4, 2, 4]),
        ("The blast killed 60 people, including 25 children and 11 women.", [60, 25, 11]),
        ("Nineteen were killed, of whom 13 were civilians.", [19, 13]),
        ("The toll was cut from 1,600 to 133.", [1_600, 133]),
        ("The ministry counted 104 dead soldiers. A day earlier its figure had been 81.", [104, 81]),
        ("Police say that 70 people were killed. The rebels' figure is close to 200.", [70, 200]),
        ("Artillery killed 31 people. The remaining nine died of hunger.", [31, 9]),
        ("Killed in the past day, by front\nCentre: 475\nSouth: 275\nNorth: 245", [475, 275, 245]),
        ("The militants killed 20 people there. Residents speak of 35.", [20, 35]),
    ],
)
def test_a_bare_number_goes_on_counting_what_was_spoken_of(text: str, expected: list[int]) -> None:
    assert counts(text) == [(value, KILLED) for value in expected]


@pytest.mark.parametrize(
    "text",
    [
        "The army fired 12 rockets at the town and destroyed 30 tanks.",
        "Some 140,000 people were displaced by the fighting.",
        "The truce was signed on 12 May 2015 after 44 days of war.",
        "The soldier, 34, came from a village 60 km away.",
        "The rebels released 50 hostages in exchange for 240 prisoners.",
        "Police arrested 40 protesters after the attack.",
        "About 5,000 troops were deployed along the front.",
        "Resolution 1701 ended the war of 2006.",
        "Two in three of the dead were farmers.",
        "A Su-25 was shot down over Hill 350 by the army.",
        "The war cost $300 million.",
        "94 per cent of the attacks were shelling.",
        "No one was killed in the attack, and one of the worst days of the war passed quietly.",
        "A boy of nine saw the raid at 10:30, the third in 24 hours.",
        "The 19th brigade attacked for a second time.",
        "The military counted 177 operations; a year ago the figure was 116.",
    ],
)
def test_numbers_that_count_no_casualties(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "United beat City 3-1 before 54,000 fans. Two players were injured and one was sent off.",
        "The company reported losses of 300 million for the quarter and lost 45 customers.",
        "A 6.4-magnitude earthquake killed at least 120 people and injured 500.",
        "The ruling party lost 45 seats in the election and won 120.",
        "A cholera outbreak has killed 300 since May.",
        "The bus crashed; 12 passengers died.",
    ],
)
def test_articles_without_violence_have_no_figures(text: str) -> None:
    assert counts(text) == []


def test_disasters_are_passed_over_in_an_article_about_a_war() -> None:
    text = "Rebels killed 12 soldiers. An earthquake in the same region had killed 500 people."
    assert counts(text) == [(12, KILLED)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A soldier was killed by a mine.", ["A"]),
        ("Shelling killed a farmer.", ["a"]),
        ("The blast killed 12 soldiers and a civilian.", ["12", "a"]),
        ("A doctor said that the hospital had treated nobody.", []),
        ("Several soldiers have been taken prisoner, says a minister.", ["Several"]),
    ],
)
def test_a_single_person_counts_where_something_became_of_him(text: str, found: list[str]) -> None:
    assert [text[figure.start : figure.end] for figure in read(text)] == found


def test_those_who_kill_are_not_counted_with_the_dead() -> None:
    assert counts("Two gunmen killed 12 people at a market.") == [(12, KILLED)]


def test_losses_are_dead_where_the_text_gives_the_same_number_of_deaths() -> None:
    text = "Army losses reach 19\n\nThe army announced two deaths, which takes to 19 the number of soldiers killed."
    assert counts(text)[0] == (19, KILLED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Al menos 34 muertos y 120 heridos en un ataque contra el mercado de la ciudad.", [34, 120]),
        ("Le bilan de l'attaque est de 12 morts et 30 blessés dans la ville, selon les autorités.", [12, 30]),
        ("По данным министерства, погибли 12 человек и 30 ранены в городе.", [12, 30]),
    ],
)
def test_other_languages_give_numbers_beside_known_words(text: str, expected: list[int]) -> None:
    assert counts(text) == list(zip(expected, (KILLED, INJURED), strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\ud800 12 killed",
        "(" * 5_000,
        "1" * 5_000,
        "12 " + "killed " * 3_000,
        "one of them " * 3_000,
        "a\u0301 12",
    ],
)
def test_no_text_is_refused(text: str) -> None:
    assert isinstance(read(text), list)
