"""Which numbers count casualties, what became of the people, and which numbers count nobody."""

from __future__ import annotations

import pytest

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure
from tracker.reading.finding.finding import find_figures

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
        ("He counts 29 wounded and 12 taken prisoner.", [(29, INJURED), (12, CAPTURED)]),
        ("It lost 30 dead, 52 wounded and 14 whose fate is unknown.", [(30, KILLED), (52, INJURED), (14, MISSING)]),
        ("The rebels claim up to 700 captives.", [(700, CAPTURED)]),
        ("In May 29 nuns were murdered on the road.", [(29, KILLED)]),
        ("Some 39 worshippers were killed outside a mosque by two bombers.", [(39, KILLED)]),
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
        "Two fuel tankers that the rebels had seized went up in flames.",
        "The army showed 425 captured firearms.",
        "She fled the shelling with her daughters, 12 and nine.",
        "He lost a brother in the attack; his daughter is five.",
        "Situation report 15/2023: shelling in the district",
        "The town was shelled with guns of 75 and 105 mm.",
        "The army had 200 empty coffins sent to the front.",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army has 29 killed and 101 wounded. On Monday it had 20 and 72.", [29, 101, 20, 72]),
        ("The army counts 41 dead and 90 wounded; for the rebels it has 200 and 500.", [41, 90, 200, 500]),
        ("North: 3 killed, 12 hurt; South: 1 and 4.", [3, 12, 1, 4]),
    ],
)
def test_two_bare_numbers_repeat_the_outcomes_of_the_two_before(text: str, expected: list[int]) -> None:
    assert counts(text) == list(zip(expected, [KILLED, INJURED] * 2, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "The army lost 12 men and 90 were wounded, its staff said.\nThe rebels put it at 31.",
        "Twelve soldiers were killed. Forty are missing.\nThe opposition has it at 31.",
        "Shells killed 12 people, wounded 40 and drove hundreds away.\nAcross the line the figure is 31.",
    ],
)
def test_a_tally_in_a_new_paragraph_goes_back_to_the_dead(text: str) -> None:
    assert counts(text)[-1] == (31, KILLED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forty civilians were hurt in April, the clinic says.\nIts list for May has 31.", INJURED),
        ("Nine shepherds are missing, the mayor says.\nThe council makes it 31.", MISSING),
    ],
)
def test_where_nobody_died_it_goes_on_with_what_was_told(text: str, expected: Outcome) -> None:
    assert counts(text)[-1] == (31, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two shepherds were killed on Friday. That makes 11 civilians this month.", [2, 11]),
        ("The mayor speaks of 20 dead. Other officials told us of eight Serbs and twelve Albanians.", [20, 8, 12]),
        ("At least 40 people died. The highest estimate is that of a monitor: 83 civilians.", [40, 83]),
        ("One hundred died. Forty-seven served in the army; ten are peaceful inhabitants.", [100, 47, 10]),
        ("Its fallen: 50 persons, namely 42 soldiers of the army and 8 of the border service.", [50, 42, 8]),
        ("Six rebels were killed at dawn. By noon up to a dozen were destroyed.", [6, 12]),
    ],
)
def test_people_counted_in_a_reckoning_of_the_dead_are_dead(text: str, expected: list[int]) -> None:
    assert counts(text) == [(count, KILLED) for count in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("330, 800 or 1,000? Who counts the dead of the crossing", [330, 800, 1_000]),
        ("From 'hundreds' to 700 in one day\nThe rebels of the valley are dying, says the army.", [700]),
    ],
)
def test_a_bare_number_of_a_headline_is_explained_by_what_follows(text: str, expected: list[int]) -> None:
    assert [value for value, outcome in counts(text) if outcome is KILLED] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten left the square on stretchers.", (10, INJURED)),
        ("Three soldiers limped away.", (3, INJURED)),
        ("Four volunteers have not reported back.", (4, MISSING)),
        ("The agency has yet to trace 30 fishermen.", (30, MISSING)),
        ("Nobody has heard from 14 miners.", (14, MISSING)),
        ("Six villagers were found headless.", (6, KILLED)),
        ("The bomber took 13 guards with him.", (13, KILLED)),
        ("Nine could not be saved.", (9, KILLED)),
        ("Hundreds came home; four came home in bags.", (4, KILLED)),
        ("In the capital 22 tombs were dug.", (22, KILLED)),
        ("The group used 100 people as human shields.", (100, CAPTURED)),
        ("Some 200 soldiers are in its hands.", (200, CAPTURED)),
    ],
)
def test_pictures_tell_what_became_of_the_people(text: str, expected: tuple[int, Outcome]) -> None:
    assert counts(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two policemen were killed. Weapons looted: 4,000. Recovered: 1,040.",
        "Two policemen were killed. Houses burnt or blown up, 120. Tourists, 3,400.",
        "Two policemen were killed.\nCURFEWS. 63 in all districts.",
        "It says: homicides, 2; cars stolen, 2,300.",
        "Two were killed: vehicles destroyed, 20; bombs defused, 16.",
        "Two men died. Twelve S-300s came before sunrise.",
        "Two men died, and two Grads were hit.",
        "Two were killed two and a half years on.",
        "Two men were killed.\nThe museum opens at nine, and entry is free.",
        "Two men were killed.\nMore at seven.",
        "Two were killed on Friday between 10 and 10.30pm, the guards say.",
        "Two of the 616 people held at the centre were killed.",
        "Two girls were among the dead; their brother, eight, lost his school bag.",
        "Two died. The rebels let 40 hostages go.",
        "Two died. Four prisoners have been traded back.",
    ],
)
def test_neighbouring_numbers_that_count_no_casualties_are_passed_over(text: str) -> None:
    assert [value for value, _ in counts(text)] == [2]


@pytest.mark.parametrize("headline", ["Shelling goes on, part 1", "The war, episode 4", "Explainer, chapter 3"])
def test_the_number_of_a_part_of_a_series_is_no_count(headline):
    figures = read(f"{headline}\n\nThe ministry said that 812 soldiers have been killed since the war began.")
    assert [figure.value for figure in figures] == [812]
