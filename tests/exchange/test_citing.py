"""Citations as text: what each format needs is escaped, and what was written comes back."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.exchange.citing import Work, bibtex, csl, escaped, plain

WORK = Work(
    ident="counts-river-1",
    title="War of the river: killed",
    details=("12 claims by 3 sources", "as known on 15 October 2020"),
    address="https://counts.example/conflicts/river/?to=2020-10-15&known_on=2020-10-15",
    changed=date(2020, 11, 12),
    accessed=date(2026, 11, 24),
)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("874 killed", "874 killed"),
        ("Smith & Sons", r"Smith \& Sons"),
        ("100 % of 5 $", r"100 \% of 5 \$"),
        ("item #3, a_b", r"item \#3, a\_b"),
        ("{braces}", r"\{braces\}"),
        ("}{", r"\}\{"),
        (r"back\slash", r"back\textbackslash{}slash"),
        ("~50 ^2", r"\textasciitilde{}50 \textasciicircum{}2"),
        ("São Tomé", r"S{\~a}o Tom{\'e}"),
        ("Çelik, Şuşa, Ağdam", r"{\c C}elik, {\c S}u{\c s}a, A{\u g}dam"),
        ("Žižek, Dvořák", r"{\v Z}i{\v z}ek, Dvo{\v r}{\'a}k"),
        ("ıssız, straße, Łódź", r"{\i}ss{\i}z, stra{\ss}e, {\L}{\'o}d{\'z}"),
        ("e\u0301 written apart", r"{\'e} written apart"),
        ("Bərdə", "Bərdə"),  # TeX has no command for ə
        ("وزارة الدفاع", "وزارة الدفاع"),
        ("הארץ & Привет", r"הארץ \& Привет"),
        ("two\nlines\x00 and\ttabs", "two lines and tabs"),
    ],
)
def test_text_for_bibtex(typed: str, written: str) -> None:
    assert escaped(typed) == written


@given(st.text(max_size=60))
def test_no_text_breaks_out_of_its_field(text: str) -> None:
    kept = re.sub(r"\\[{}&%$#_]", "", escaped(text))
    depth = 0
    for mark in kept:
        depth += (mark == "{") - (mark == "}")
        assert depth >= 0
    assert depth == 0
    assert not re.search(r"(?<!\\)[&%$#_~^](?![^{}]*\})", kept) and "\n" not in kept


def test_a_footnote_names_the_view_the_day_and_the_address() -> None:
    assert plain(WORK) == (
        "Conflicting Counts. “War of the river: killed”. 12 claims by 3 sources. As known on 15 October 2020. "
        "Last changed 12 November 2020. "
        "https://counts.example/conflicts/river/?to=2020-10-15&known_on=2020-10-15 (accessed 24 November 2026)."
    )


def test_an_entry_of_bibtex() -> None:
    assert bibtex(WORK) == (
        "@misc{counts-river-1,\n"
        "  author = {{Conflicting Counts}},\n"
        "  title = {{War of the river: killed}},\n"
        "  year = {2020},\n"
        "  note = {12 claims by 3 sources; as known on 15 October 2020},\n"
        "  url = {https://counts.example/conflicts/river/?to=2020-10-15&known_on=2020-10-15},\n"
        "  urldate = {2026-11-24}\n"
        "}\n"
    )


def test_an_item_of_csl() -> None:
    (item,) = json.loads(csl(WORK))
    assert item["type"] == "dataset" and item["title"] == WORK.title and item["URL"] == WORK.address
    assert item["accessed"] == {"date-parts": [[2026, 11, 24]]}
    assert item["issued"] == {"date-parts": [[2020, 11, 12]]}
    assert item["note"] == "12 claims by 3 sources; as known on 15 October 2020"


def test_what_never_changed_has_no_day_of_issue() -> None:
    never = Work("x", "Empty", (), "https://counts.example/", None, date(2026, 11, 24))
    assert "issued" not in json.loads(csl(never))[0]
    assert plain(never) == "Conflicting Counts. “Empty”. https://counts.example/ (accessed 24 November 2026)."
    assert "note" not in bibtex(never) and "year = {2026}" in bibtex(never)
