"""The languages of the public pages: by address, never by a header; and the right-to-left proof."""

import pytest
from django.test import Client
from django.utils.translation import gettext, ngettext, override, pgettext

from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Outcome
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
