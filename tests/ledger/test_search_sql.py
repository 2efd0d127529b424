"""The database folds words as lib.folding does, and cuts them into what is looked for."""

from __future__ import annotations

import unicodedata

import pytest
from django.db import connection

from tracker.lib.folding import fold

pytestmark = pytest.mark.django_db

NAMES = [
    "Nagorno-Karabakh", "Bakı", "Azərbaycan Respublikası Baş Prokurorluğu", "İSTANBUL", "ŞUŞA",
    "Արցախի Հանրապետություն", "Ստեփանակերտ և Շուշի", "أرتساخ", "مُحَمَّد", "آذربایجان", "Алёна Ёжикова",
    "Київ", "Йошкар-Ола", "Łódź", "Straße", "Ærøskøbing", "Œuvre", "Þingvellir", "Đà Nẵng", "Νίκος Ελλάδος",
    "שָׁלוֹם", "საქართველო", "ＦＵＬＬ　ＷＩＤＴＨ", "ﬁnal", "Sana’a", "“dozens”", "2020–2021",
    "  a \t b\u00a0c ", "no\u200bthing", "हिन्दी", "한국", "Ⅻ", "e\u0301le\u0300ve",
]  # fmt: skip
SCRIPTS = {
    "Latin": (0x20, 0x250), "Greek to Armenian": (0x370, 0x58A), "Hebrew": (0x5D0, 0x5F5), "Arabic": (0x600, 0x700),
    "Georgian": (0x10A0, 0x1100), "Latin and Greek with accents": (0x1E00, 0x2000),
}  # fmt: skip


def asked(sql: str, *values: object) -> list[object]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.parametrize("name", NAMES)
def test_it_folds_as_the_ledger_does(name: str) -> None:
    assert asked("SELECT ledger_fold(%s)", name) == [fold(name)]


@pytest.mark.parametrize(("first", "end"), SCRIPTS.values(), ids=SCRIPTS)
def test_it_folds_every_letter_of_a_script_as_the_ledger_does(first: int, end: int) -> None:
    letters = [chr(code) for code in range(first, end) if unicodedata.name(chr(code), "")]
    sql = "SELECT ledger_fold(letter) FROM unnest(%s::text[]) WITH ORDINALITY AS a (letter, turn) ORDER BY turn"
    both = zip(letters, asked(sql, letters), strict=True)
    assert [(letter, fold(letter), said) for letter, said in both if said != fold(letter)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nagorno-Karabakh's 1,000 dead", "1000 dead karabakhs nagorno"),
        ("in Sana’a, 12,345,678 (sic)", "12345678 in sanaa sic"),
        ("1,00 or 1,0000 are no thousands", "00 0000 1 are no or thousands"),
        ("Bakı’da 25-i öldü", "25 bakida i oldu"),
        ("https://example.org/a?b=c", "a b c example https org"),
        ("!!! … --", ""),
    ],
)
def test_it_cuts_words_of_letters_and_digits(text: str, words: str) -> None:
    assert asked("SELECT array_to_string(tsvector_to_array(ledger_words(%s)), ' ')", text) == [words]
