import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.lib.folding import LONGEST_SLUG, BadText, clean_text, fold, slugify_name


@pytest.mark.parametrize(
    "names",
    [
        ("Ministry of Defence", "MINISTRY  of\u00a0defence ", "ministry\tof\ndefence"),
        ("İlham Əliyev", "ilham aliyev", "Ilham Aliyev"),
        ("Nikol Pashinyan’s office", "nikol pashinyan's office"),
        ("Nagorno-Karabakh", "nagorno–karabakh", "NAGORNO‑KARABAKH"),
        ("Süddeutsche Zeitung", "suddeutsche zeitung", "Su\u0308ddeutsche Zeitung"),
        ("Straße", "STRASSE"),
        ("Gazeta Wyborcza Łódź", "gazeta wyborcza lodz"),
        ("“Zvezda”", '"zvezda"', "«Zvezda»"),
        ("Ａｌ Ｊａｚｅｅｒａ", "al jazeera"),
        ("Al\u200b Jaz\u00adeera", "al jazeera"),
    ],
)
def test_spellings_of_one_name_have_one_key(names):
    assert len({fold(name) for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), [("ガザ", "カサ"), ("क़लम", "कलम"), ("Artsakh", "Arzakh"), ("", "a")])
def test_different_names_keep_different_keys(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("2020 Nagorno-Karabakh war", "2020-nagorno-karabakh-war"),
        ("Artsakh’s Ministry of Defence (2020)", "artsakhs-ministry-of-defence-2020"),
        ("Łódź & Süd", "lodz-sud"),
    ],
)
def test_an_address_is_made_of_the_name(name, slug):
    assert slugify_name(name, lambda slug: False) == slug


def test_a_taken_address_gets_the_next_free_number():
    taken = {"zvezda", "zvezda-2"}
    assert slugify_name("Zvezda", taken.__contains__) == "zvezda-3"


@given(st.text(), st.integers(0, 12))
def test_an_address_is_always_short_plain_and_free(name, times):
    taken: set[str] = set()
    for _ in range(times + 1):
        slug = slugify_name(name, taken.__contains__)
        assert slug not in taken
        assert 0 < len(slug) <= LONGEST_SLUG
        assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert slug[0] != "-" != slug[-1]
        taken.add(slug)


def test_names_without_latin_letters_get_addresses_of_their_own():
    assert slugify_name("Արցախ", lambda slug: False) != slugify_name("Арцах", lambda slug: False)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("a\tb", "a\tb"),
        ("a\x07b\x7fc\x9bd", "abcd"),
        ("abc\u202edef", "abcdef"),
        ("a\u2067b\u2069", "ab"),
        ("نمی\u200cدانم\u200f", "نمی\u200cدانم\u200f"),
        ("😀", "😀"),
    ],
)
def test_text_is_stored_without_invisible_controls(text, clean):
    assert clean_text(text, 100) == clean


@pytest.mark.parametrize(
    ("text", "reason"), [("a\0b", "NUL"), ("a\ud800b", "broken character"), ("x" * 100_000, "100,000 characters long")]
)
def test_text_that_cannot_be_stored_is_refused(text, reason):
    with pytest.raises(BadText, match=reason):
        clean_text(text, 1000)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_clean_text_can_be_stored_and_is_clean_already(text):
    clean = clean_text(text, 10_000)
    clean.encode()
    assert clean_text(clean, 10_000) == clean
