"""Status of figures whose own words left it open, once sides and claimants are known."""

from __future__ import annotations

import pytest

from tests.reading.test_sides import figure, party

FRONT = "Thailand and Cambodia fought on. Thai troops shelled Cambodian positions. "
RISING = "The Taliban fought the Afghan army in Helmand. "
ANOTHER_FRONT = "Kyrgyzstan and Tajikistan fought along the border. Kyrgyz and Tajik troops dug in. "


@pytest.mark.parametrize(
    ("text", "number", "category"),
    [
        (FRONT + "The Thai army claimed 64 Cambodians killed.", "64", "combatant"),
        (FRONT + "The Thai army says a shell on a market killed 64 residents.", "64", "any"),
        (RISING + "Insurgents overran a base and killed 44: nine policemen and 35 soldiers.", "44", "combatant"),
        (RISING + "Insurgents overran a post and killed 12: nine policemen and three drivers.", "12", "any"),
        (FRONT + "Nine farmers died. Three of the dead were border guards.", "Three", "combatant"),
        (RISING + "Four fighters fell. A bomb in the bazaar killed 30.", "30", "any"),
        (FRONT + "Two villagers, both civilians, were killed.", "Two", "civilian"),
        (RISING + "UNAMA has recorded 37 civilians killed and 425 civilians hurt. 61 died in May.", "61", "civilian"),
    ],
)
def test_category(text: str, number: str, category: str) -> None:
    assert figure(text, number).category.value == category


@pytest.mark.parametrize(
    ("text", "number", "side"),
    [
        (RISING + "Insurgents overran a base and killed 44: nine policemen and 35 soldiers.", "44", "Afghanistan"),
        (
            FRONT + "Thailand said 13 civilians had been killed. Cambodia reported eight civilian deaths.",
            "eight",
            "Cambodia",
        ),
        (FRONT + "Phnom Penh claimed 58 Thai soldiers dead and admitted nine of its own.", "nine", "Cambodia"),
        (RISING + "In the city, which the Taliban took and lost again, 50 people have been killed.", "50", None),
        (
            "Ukraine buried its dead as Russian losses grew. Wagner had sent convicts. In Dnipro 46 people died.",
            "46",
            "Ukraine",
        ),
    ],
)
def test_party(text: str, number: str, side: str | None) -> None:
    assert party(text, number) == side
