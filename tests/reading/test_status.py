"""Status and group of the people counted."""

from __future__ import annotations

import pytest

from tracker.reading.document import Document
from tracker.reading.figures import Article
from tracker.reading.finding.finding import find_figures

COMBATANT, CIVILIAN, ANY = ("combatant", ""), ("civilian", ""), ("any", "")
POLICE, CHILDREN = ("any", "police"), ("any", "children")
PARTS = [CIVILIAN, ("civilian", "women"), ("civilian", "children")]

Kinds = list[tuple[str, str]]


def kinds(text: str) -> Kinds:
    return [(figure.category.value, figure.group.value) for figure in find_figures(Article(Document(text)))]


@pytest.mark.parametrize(
    ("counted", "status", "group"),
    [
        ("12 soldiers", "combatant", ""),
        ("12 suspected militants", "combatant", ""),
        ("seven members of the security forces", "combatant", ""),
        ("nine military personnel", "combatant", ""),
        ("16 security men", "combatant", ""),
        ("18 policemen and militiamen", "combatant", ""),
        ("four peacekeepers", "combatant", ""),
        ("23 army recruits", "combatant", ""),
        ("11 home guards", "combatant", ""),
        ("22 coast guards", "combatant", ""),
        ("13 US service members", "combatant", ""),
        ("two US Marines", "combatant", ""),
        ("40 Houthi elements", "combatant", ""),
        ("34 security forces personnel", "combatant", ""),
        ("six senior Hezbollah commanders", "combatant", ""),
        ("two men of the 76th division", "combatant", ""),
        ("30 of its officers and men", "combatant", ""),
        ("43 civilians", "civilian", ""),
        ("12 people", "any", ""),
        ("12 villagers", "any", ""),
        ("three members of the same family", "any", ""),
        ("30 soldiers and civilians", "any", ""),
        ("12 policemen", "any", "police"),
        ("eight officers of the national police", "any", "police"),
        ("two sub-inspectors", "any", "police"),
        ("three members of the Frontier Constabulary", "combatant", ""),
        ("two police officers", "any", "police"),
        ("60 police cadets", "any", "police"),
        ("three health workers", "any", "health_workers"),
        ("five ambulance drivers", "any", "health_workers"),
        ("five Red Cross volunteers", "any", "aid_workers"),
        ("five volunteers of the Red Crescent", "any", "aid_workers"),
        ("six UN aid workers", "any", "aid_workers"),
        ("two photojournalists", "any", "journalists"),
        ("11 children", "any", "children"),
        ("21 women and children", "any", "women_and_children"),
        ("two elderly villagers", "any", "elderly"),
        ("three pensioners", "any", "elderly"),
        ("eight men", "any", "men"),
    ],
)
def test_the_noun_says_who_is_counted(counted: str, status: str, group: str) -> None:
    assert kinds(f"The raid killed {counted}.") == [(status, group)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A mine killed two of its men at the border, the army said.", COMBATANT),
        ("The police said a mine had killed two of its men.", POLICE),
        ("The ambush cost the police 44 men.", POLICE),
        ("The year's civilian death toll reached 604 after the raid.", CIVILIAN),
        ("The number of servicemen killed rose to 104.", COMBATANT),
        ("The army's death toll rose to 53.", COMBATANT),
        ("Security forces' losses, the colonel said, stand at 32.", COMBATANT),
        ("Casualties in its ranks are past 200, the ministry says.", COMBATANT),
        ("Among civilians 94 lost their lives to shelling.", CIVILIAN),
        ("The garrison lost 63 in the battle.", COMBATANT),
        ("The government says it lost 133 dead on the peninsula.", COMBATANT),
        ("Shelling killed 31 there. All were civilians, the mayor said.", CIVILIAN),
        ("Shelling killed 31 there. The dead were all civilians, the mayor said.", CIVILIAN),
        ("The shelling killed 14, all of them civilians.", CIVILIAN),
        ("The shelling killed 14, mostly civilians.", ANY),
        ("Shelling wounded 32. Nine were under 10.", CHILDREN),
        ("Two women in uniform are missing.", ("combatant", "women")),
    ],
)
def test_the_words_around_a_number_say_who_is_counted(text: str, expected: tuple[str, str]) -> None:
    assert kinds(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rebels admitted 25 dead in the clash near the border.",
        "The rebels put their own dead at 40.",
        "The general spoke on television. Among his own men he listed 11 killed.",
        "Our dead: 18.",
        "Enemy losses: 150 dead.",
        "The enemy left behind 20 dead.",
        "A commander claimed 43 LNA dead in the battle.",
        "The fighting has killed 70 on the government side.",
        "Members of the Taliban make up 61 of the dead.",
        "The campaign took 278 lives, 65 of them of security personnel.",
        "The militia names more of its fallen: the count reaches 1,221.",
    ],
)
def test_the_dead_of_a_force_are_combatants(text: str) -> None:
    assert kinds(text)[-1] == COMBATANT


@pytest.mark.parametrize(
    "text",
    [
        "A suicide bomber killed at least 40 at a market.",
        "Rebel shelling killed three in the city.",
        "Militants killed 17 in an attack on the village, residents said.",
        "The army's bombardment has killed 120, doctors say.",
        "A military strike on the market killed 64 people.",
        "Soldiers shot dead eight protesters.",
        "Hamas-led gunmen killed about 1,200.",
        "The militants still hold about 100 hostages.",
        "Hospital staff, who admitted 140 wounded, disagree with the army.",
        "Doctors: 1,500 slain in three days.",
        "The war killed 1,200 in the country, most of them civilians, and about 160 Israelis.",
    ],
)
def test_those_who_kill_or_tell_are_not_those_counted(text: str) -> None:
    assert kinds(text)[-1] == ANY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shelling killed 19 people, 13 of them civilians.", [ANY, CIVILIAN]),
        ("The strike killed 282 civilians, 60 of them children.", [CIVILIAN, ("civilian", "children")]),
        ("Raiders abducted 887 civilians, 505 women and 63 girls among them.", PARTS),
        ("Troops killed eight Maoists, including three women.", [COMBATANT, ("combatant", "women")]),
        ("Rebels killed 12 soldiers and wounded 30.", [COMBATANT, COMBATANT]),
        ("On the civilian side 43 were killed and 200 injured by shells.", [CIVILIAN, CIVILIAN]),
        ("Police said the war killed 70 people. At least 32 of the dead were children.", [ANY, CHILDREN]),
        ("Four police officers were killed and seven injured.", [POLICE, POLICE]),
        ("Six children were dead by noon. Eight more are wounded.", [CHILDREN, CHILDREN]),
        ("Mines killed two journalists; four of their colleagues were wounded.", [("any", "journalists")] * 2),
        ("Ten soldiers were killed. The toll later rose to 14.", [COMBATANT, COMBATANT]),
        ("Rebels killed 15 soldiers. Three are missing.", [COMBATANT, COMBATANT]),
        ("Fifteen civilians were killed and 40 wounded.", [CIVILIAN, CIVILIAN]),
        ("Fifteen civilians and two soldiers were killed and 40 wounded.", [CIVILIAN, COMBATANT, ANY]),
        ("It had 19 killed, of whom 13 were civilians; 59 were hurt.", [ANY, CIVILIAN, ANY]),
        ("A raid killed two rebels; then villagers entered and seven died.", [COMBATANT, ANY]),
    ],
)
def test_a_number_may_take_over_who_is_counted(text: str, expected: Kinds) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Civilians killed: 31\nFighters killed: 212", [CIVILIAN, COMBATANT]),
        ("Dead\n- civilians: 612, of whom 97 women and 164 children\n- Hezbollah: 31", [*PARTS, COMBATANT]),
        ("Killed, civilians only\n- Barrel bombs: 396\n- Shelling: 118\n- Snipers: 40", [CIVILIAN] * 3),
        ("Civilians. Shells killed 18 and wounded 90 this week.", [CIVILIAN, CIVILIAN]),
    ],
)
def test_labels_and_headings_say_who_is_counted(text: str, expected: Kinds) -> None:
    assert kinds(text) == expected


def test_a_headline_takes_the_status_that_the_body_gives_the_same_number() -> None:
    text = "Border clash leaves 141 dead\n\nThe clash killed 141 soldiers. Two farmers were wounded."
    assert kinds(text)[0] == COMBATANT


def test_a_sum_of_lines_counts_what_they_count() -> None:
    text = "North: 275 soldiers killed\nSouth: 245 soldiers killed\nIn all 520 were killed, with 12 tanks."
    assert kinds(text) == [COMBATANT] * 3


def test_many_numbers_in_one_sentence_stay_cheap() -> None:
    text = "The army killed 12 soldiers" + ", including 1 killed among them" * 3000 + "."
    assert len(kinds(text)) > 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three navy personnel were killed.", [COMBATANT]),
        ("Three ambulance personnel were killed.", [("any", "health_workers")]),
        ("Three US military contract workers were captured.", [ANY]),
        ("Rebels raided a police post and killed nine officers.", [POLICE]),
        ("Rebels raided an army post and killed nine officers, the military said.", [COMBATANT]),
        ("Two Chadian and three Nigerien soldiers were killed.", [COMBATANT, COMBATANT]),
        ("Five Malian and Chadian police officers were killed.", [POLICE]),
        ("Shells killed 50 people. Two of those who died were children.", [ANY, CHILDREN]),
        ("Of the raiders thirty died.", [COMBATANT]),
        ("Shells killed 45. Twenty of the dead were women and children.", [ANY, ("any", "women_and_children")]),
        ("Of Chad's soldiers 5,937 have been killed.", [COMBATANT]),
        ("The shelling killed 13, eight of them under the age of 12.", [ANY, CHILDREN]),
        ("Shells left 40 dead, including 12 civilians.", [ANY, CIVILIAN]),
        ("The clinic received 29 bodies of boys.", [CHILDREN]),
        ("The Red Cross carried 126 bodies of soldiers.", [COMBATANT]),
        ("Rebels shot two Christians outside the base.", [ANY]),
        (
            "The UN verified 752 civilian casualties, including 227 people killed and 525 people wounded.",
            [CIVILIAN] * 3,
        ),
        ("Twelve soldiers died, raising the number of dead on both sides to 30.", [COMBATANT, ANY]),
        ("Clinics took 38 wounded people. Three of the injured died.", [ANY, ANY]),
    ],
)
def test_who_is_counted_in_the_reports_of_agencies(text: str, expected: Kinds) -> None:
    assert kinds(text) == expected
