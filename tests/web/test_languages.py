"""The languages of the public pages: by address, never by a header; and the right-to-left proof."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils.translation import gettext, ngettext, override, pgettext

from tracker.exchange.citing import SITE
from tracker.ledger.comparing import outcome_in_words, people_and_place
from tracker.ledger.comparing_rule import Rule
from tracker.ledger.parties import PartyTree
from tracker.lib.counts import Qualifier
from tracker.lib.dates import show_day, show_short
from tracker.lib.tongue import say_many
from tracker.lib.vocabulary import Outcome, Precision, Stance
from tracker.pages.display import ORDERS, SCALES
from tracker.pages.form import STANCES
from tracker.pages.toll import QUESTIONS
from tracker.web.languages import PROOF, turned


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("abc", "ابث"),
        ("More than %(many)s", "موقع %(many)s".replace("موقع", turned("More than").strip())),
        ("{first} to {last}", "{first} ستو {last}".replace("ستو", turned("to"))),
        ("100 %%", "100 %%"),
        ("&amp; <b>a</b>", "&amp; <b>ا</b>"),
        ("see https://example.org/a", f"{turned('see')} https://example.org/a"),
        ("", ""),
    ],
)
def test_the_proof_turns_letters_and_keeps_what_is_not_language(message: str, expected: str) -> None:
    assert turned(message) == expected


def test_django_says_everything_by_the_proof() -> None:
    with override(PROOF):
        assert gettext("killed") == turned("killed") != "killed"
        assert ngettext("%(n)s claim", "%(n)s claims", 2) == turned("%(n)s claims")
        assert pgettext("noun", "report") == turned("report")


def test_terms_and_figures_follow_the_language() -> None:
    with override(PROOF):
        assert Outcome.KILLED.label == turned("killed")
        assert Qualifier.NEARLY.in_words(5) == turned("nearly") + " 5"
    assert Qualifier.NEARLY.in_words(5000) == "nearly 5,000"
    assert Outcome.KILLED.label == "killed"


FOLLOWING: list[tuple[Callable[[], object], str]] = [
    (lambda: Rule.PARTY.sentence, "Both count the same party's people, or both count all sides."),
    (lambda: Rule.PARTY.difference, "They count different people"),
    (lambda: Rule.PARTY.because, "because they count different people"),
    (lambda: outcome_in_words(Outcome.CAPTURED), "people captured"),
    (lambda: people_and_place("civilian", "women", None, ""), "civilian women on all sides"),
    (lambda: PartyTree([]).name(None), "all sides"),
    (lambda: QUESTIONS[Outcome.MISSING], "How many people are missing?"),
    (lambda: STANCES[Stance.OWN], "The side itself (conceded)"),
    (lambda: SCALES["log"], "logarithmic"),
    (lambda: ORDERS["oldest"], "oldest first"),
    (lambda: SITE, "Conflicting Counts"),
    (lambda: show_day(date(2020, 10, 22), Precision.MONTH).split()[0], "October"),
    (lambda: show_short(date(2020, 10, 22)).split()[1], "Oct"),
    (lambda: say_many("one line", "many lines", 2), "many lines"),
]
"""Words that are made, or were once kept, where a module is loaded, and what they are in English."""


@pytest.mark.parametrize(("said", "english"), FOLLOWING)
def test_no_words_are_frozen_in_the_language_that_asked_first(said: Callable[[], object], english: str) -> None:
    assert str(said()) == english
    with override(PROOF):
        assert str(said()) == turned(english)
    assert str(said()) == english


@pytest.mark.django_db
@pytest.mark.parametrize(("prefix", "language", "direction"), [("", "en-gb", "ltr"), (f"/{PROOF}", PROOF, "rtl")])
def test_the_address_names_the_language_and_no_header_does(
    client: Client, prefix: str, language: str, direction: str
) -> None:
    response = client.get(f"{prefix}/methodology/", headers={"Accept-Language": "ar-xb,fr"})
    assert f'<html lang="{language}" dir="{direction}">' in response.content.decode()
    assert response["Content-Language"] == language
    assert "Accept-Language" not in response["Vary"]
    assert f'href="{prefix}/sources/"' in response.content.decode()


@pytest.mark.django_db
def test_one_answer_does_not_leave_its_language_behind(client: Client) -> None:
    client.get(f"/{PROOF}/methodology/")
    assert gettext("killed") == "killed"


@pytest.mark.django_db
def test_an_unknown_language_is_not_found(client: Client) -> None:
    assert client.get("/xx/methodology/").status_code == 404
