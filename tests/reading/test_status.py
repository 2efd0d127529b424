"""Status and group of the people counted."""

from __future__ import annotations

import pytest

from tracker.reading.document import Document
from tracker.reading.figures import Article
from tracker.reading.finding import find_figures


def kinds(text: str) -> list[tuple[str, str]]:
    return [(figure.category.value, figure.group.value) for figure in find_figures(Article(Document(text)))]


@pytest.mark.parametrize(
    ("text", "status", "group"),
    [
        ("The raid killed 12 soldiers.", "combatant", ""),
        ("The raid killed 12 suspected militants.", "combatant", ""),
        ("The raid killed seven members of the security forces.", "combatant", ""),
        ("The raid killed nine military personnel.", "combatant", ""),
        ("The raid killed 16 security men.", "combatant", ""),
        ("The raid killed 18 policemen and militiamen.", "combatant", ""),
        ("The raid killed four peacekeepers.", "combatant", ""),
        ("The raid killed 43 civilians.", "civilian", ""),
        ("The raid killed 12 people.", "any", ""),
        ("The raid killed 12 villagers.", "any", ""),
        ("The raid killed 30 soldiers and civilians.", "any", ""),
        ("The raid killed 12 policemen.", "any", "police"),
        ("The raid killed two police officers.", "any", "police"),
        ("The raid killed three health workers.", "any", "health_workers"),
        ("The raid killed five Red Cross volunteers.", "any", "aid_workers"),
        ("The raid killed six UN aid workers.", "any", "aid_workers"),
        ("The raid killed two photojournalists.", "any", "journalists"),
        ("The raid killed 11 children.", "any", "children"),
        ("The raid killed 21 women and children.", "any", "women_and_children"),
        ("The raid killed two elderly villagers.", "any", "elderly"),
        ("The raid killed eight men.", "any", "men"),
        ("A mine killed two of its men at the border, the army said.", "combatant", ""),
        ("The year's civilian death toll reached 604 after the raid.", "civilian", ""),
        ("The number of servicemen killed rose to 104.", "combatant", ""),
        ("Casualties in its ranks are past 200, the ministry says.", "combatant", ""),
        ("Among civilians 94 lost their lives to shelling.", "civilian", ""),
        ("The garrison lost 63 in the battle.", "combatant", ""),
        ("Shelling killed 31 there. All were civilians, the mayor said.", "civilian", ""),
    ],
)
def test_the_words_around_a_number_say_who_is_counted(text: str, status: str, group: str) -> None:
    assert kinds(text) == [(status, group)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shelling killed 19 people, 13 of them civilians.", [("any", ""), ("civilian", "")]),
        ("The strike killed 282 civilians, 60 of them children.", [("civilian", ""), ("civilian", "children")]),
        ("Rebels killed 12 soldiers and wounded 30.", [("combatant", ""), ("combatant", "")]),
        ("On the civilian side 43 were killed and 200 injured by shells.", [("civilian", ""), ("civilian", "")]),
        (
            "Police said the war killed 70 people. At least 32 of the dead were children.",
            [("any", ""), ("any", "children")],
        ),
    ],
)
def test_a_number_may_take_over_who_is_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_a_headline_takes_the_status_that_the_body_gives_the_same_number() -> None:
    text = "Border clash leaves 141 dead\n\nThe clash killed 141 soldiers. Two farmers were wounded."
    assert kinds(text)[0] == ("combatant", "")
