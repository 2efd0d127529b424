"""Giving the desk an article to read: pasted, uploaded or fetched; and all that is refused, with nothing stored."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import cast
from tests.editing.conftest import TEXT
from tests.editing.reading import suggest
from tests.editing.typing import text_of
from tracker.ledger.models import Article, Change, Membership, Suggestion

FACTS = {"publisher": "The Daily River", "title": "Talks fail", "published_on": "23 Oct 2020"}


def read(desk, follow: bool = True, **fields: Any):
    war = cast.make_conflict()
    return desk.post("/desk/read/", {"conflict": war.pk, **FACTS, "text": TEXT} | fields, follow=follow)


def upload(name: str, body: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, body)


@pytest.fixture
def ledger(article):
    """The war, its sources, and one article that was there before."""
    return article


def test_a_pasted_article_is_stored_and_read_in_one_change_that_can_be_undone(desk, ledger):
    answer = read(desk)
    stored = Article.objects.get(title="Talks fail")
    assert answer.redirect_chain == [(f"/desk/read/{stored.pk}/?conflict=war-of-the-river", 302)]
    assert stored.text == TEXT.strip()
    assert "figures found" in text_of(answer)
    assert Suggestion.objects.filter(article=stored).count() >= 5
    change = Change.objects.latest("id")
    desk.post(f"/desk/changes/{change.pk}/undo/")
    assert not Article.objects.filter(title="Talks fail").exists()
    assert not Suggestion.objects.exists()


def test_reading_again_suggests_nothing_twice(desk, ledger):
    read(desk)
    before = Suggestion.objects.count()
    stored = Article.objects.get(title="Talks fail")
    answer = desk.post(f"/desk/read/{stored.pk}/again/", {"conflict": "war-of-the-river"}, follow=True)
    assert "Nothing new" in text_of(answer)
    assert Suggestion.objects.count() == before


def test_an_article_of_the_ledger_is_read_from_its_record(desk, ledger):
    assert "Read its figures" in text_of(desk.get(f"/desk/articles/{ledger.pk}/"))
    answer = desk.post(f"/desk/read/{ledger.pk}/again/", follow=True)
    assert "figures found" in text_of(answer)


def test_an_address_that_is_known_is_read_from_its_stored_text(desk, ledger):
    answer = read(desk, url=ledger.url, publisher="", title="", published_on="")
    assert answer.redirect_chain[0][0].startswith(f"/desk/read/{ledger.pk}/")
    assert "It was here already: its stored text was read." in text_of(answer)
    assert Article.objects.count() == 1


def test_a_known_address_without_a_text_gets_the_one_that_is_pasted(desk, ledger):
    bare = cast.make_article(url="https://daily.example/bare")
    assert "text" in read(desk, url=bare.url, text="").context["form"].errors
    read(desk, url=bare.url, title="")
    bare.refresh_from_db()
    assert bare.text == TEXT.strip()
    assert bare.suggestions.exists()


def test_a_title_of_the_same_paper_leads_to_the_article_that_is_here(desk, ledger):
    answer = read(desk, title=ledger.title)
    assert answer.status_code == 422
    assert f'href="/desk/read/{ledger.pk}/"' in answer.content.decode()


def test_only_what_is_missing_is_asked_for(desk, ledger):
    answer = read(desk, publisher="", published_on="", title="")
    assert answer.status_code == 422
    form = answer.context["form"]
    assert set(form.errors) == {"publisher", "published_on"}
    assert form["title"].value() == "Neighbour backs talks as the war of the river goes on"
    assert form["text"].value().strip() == TEXT.strip()
    assert Article.objects.count() == 1


def test_an_uploaded_page_fills_what_it_says_of_itself(desk, ledger):
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.split("\n") if line)
    page = f"""<html lang="en"><head><title>Talks fail</title>
      <meta property="article:published_time" content="2020-10-23">
      <meta property="og:site_name" content="The Daily River">
      <script>alert("1,234 people killed")</script></head><body><article><h1>Talks fail</h1>{paragraphs}</article>
      </body></html>"""  # fmt: skip
    answer = read(desk, text="", publisher="", published_on="", title="", file=upload("page.html", page.encode()))
    assert answer.redirect_chain, text_of(answer)
    stored = Article.objects.get(title="Talks fail")
    assert (str(stored.publisher), str(stored.published_on)) == ("The Daily River", "2020-10-23")
    assert "nearly 5,000 people" in stored.text
    assert "alert" not in stored.text


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("report.pdf", b"%PDF-1.7"),
        ("report.txt", b"%PDF-1.7 not a text"),
        ("report.txt", bytes(range(256)) * 20),
        ("report.txt", b"874 died\x00 here"),
        ("report.txt", b""),
        ("page.html", b"<html><body></body></html>"),
    ],
    ids=["a pdf", "a pdf in disguise", "binary", "NUL", "empty", "a page without words"],
)
def test_a_file_that_holds_no_article_is_refused_beside_its_field(desk, ledger, name, body):
    answer = read(desk, text="", file=upload(name, body))
    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]
    assert answer.context["form"]["title"].value() == "Talks fail"
    assert Article.objects.count() == 1


@pytest.mark.parametrize("body", [b"a" * 5_200_000, b"a" * 30_000_000], ids=["5.2 MB", "30 MB"])
def test_an_upload_that_is_too_large_is_answered_413_with_the_limit(desk, ledger, body):
    answer = read(desk, text="", file=upload("report.txt", body))
    assert answer.status_code == 413
    assert "At most 5 MB" in text_of(answer)
    assert Article.objects.count() == 1


def test_a_paste_that_is_too_large_is_answered_413_with_the_limit(desk, ledger):
    answer = read(desk, text="a" * 5_200_000)
    assert answer.status_code == 413
    assert "At most 5 MB" in text_of(answer)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("text", ""),
        ("text", "   \n "),
        ("text", "874 died\x00"),
        ("text", "a" * 1_000_001),
        ("conflict", "999"),
        ("conflict", "a\x00"),
        ("title", "a\x00b"),
        ("publisher", "Nobody knows"),
        ("url", "javascript:alert(1)"),
        ("published_on", "2020-02-31"),
    ],
    ids=lambda text: text[:12],
)
def test_a_wrong_field_is_said_beside_it_and_nothing_is_stored(desk, ledger, field, typed):
    answer = read(desk, **{field: typed})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert Article.objects.count() == 1
    assert not Suggestion.objects.exists()


def test_half_of_a_pair_never_reaches_the_ledger(desk, ledger):
    facts = f"conflict={cast.make_conflict().pk}&publisher=The+Daily+River&title=Broken&published_on=2020-10-23"
    desk.post("/desk/read/", f"{facts}&text=874%ED%A0%80", content_type="application/x-www-form-urlencoded")
    assert "\ud800" not in Article.objects.latest("id").text


def test_a_text_without_figures_says_what_to_do(desk, ledger):
    answer = read(desk, text="The talks went on all day.\nNobody said what about.")
    assert "No figures found: select words to log a figure." in text_of(answer)


def test_a_text_in_another_language_says_so(desk, ledger):
    french = "Le ministère a déclaré que 874 soldats avaient été tués depuis le début de la guerre. " * 8
    answer = read(desk, text=french)
    assert "This article is in French: only English is read." in text_of(answer)


def test_addresses_are_fetched_only_where_the_operator_allows_it(desk, ledger, settings):
    assert "the operator allows it with FETCH_ARTICLES=1" in text_of(desk.get("/desk/read/"))
    answer = read(desk, text="", url="http://127.0.0.1/a")
    assert answer.context["form"].errors.keys() == {"text"}
    settings.FETCH_ARTICLES = True
    assert "fetched from this address" in text_of(desk.get("/desk/read/"))


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/a", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "ftp://a.example/"]
)
def test_an_address_that_must_not_be_fetched_is_refused_beside_its_field(desk, ledger, settings, url):
    settings.FETCH_ARTICLES = True
    answer = read(desk, text="", url=url)
    assert answer.status_code == 422
    assert answer.context["form"].errors["url"]
    assert answer.context["form"]["title"].value() == "Talks fail"
    assert Article.objects.count() == 1


def test_articles_with_open_suggestions_are_listed_with_how_many(desk, ledger):
    suggest(ledger, "874")
    suggest(ledger, "40")
    suggest(ledger, "60", scope="background")
    assert "Neighbour backs talks 2 open" in text_of(desk.get("/desk/read/"))


def test_the_conflict_used_last_is_offered(desk, ledger):
    cast.make_conflict("War of the hill")
    cast.make_claim(3)
    assert desk.get("/desk/read/").context["form"]["conflict"].value() == cast.make_conflict().pk


PAGES = ["/desk/read/", "/desk/read/rules/", "/desk/read/{article}/", "/desk/suggestions/{one}/edit/"]
ACTS = [f"read/{{article}}/{act}/" for act in ("again", "words", "names", "accept-sure")]
ACTS += [f"suggestions/{{one}}/{act}/" for act in ("accept", "dismiss", "undo", "check")]


@pytest.mark.parametrize("address", PAGES)
def test_only_editors_see_the_stored_text(client, ledger, address):
    page = address.format(article=ledger.pk, one=suggest(ledger, "874").pk)
    assert client.get(page).status_code == 302
    client.force_login(cast.guest())
    answer = client.get(page)
    assert answer.status_code == 403
    assert "ministry of the North" not in answer.content.decode()


def test_public_pages_do_not_show_the_stored_text(client, desk, ledger):
    suggest(ledger, "874")
    for address in (f"/articles/{ledger.pk}/", "/changes/", "/"):
        assert "recorded 40 more deaths" not in client.get(address).content.decode()


@pytest.mark.parametrize("address", ACTS)
def test_nothing_changes_on_a_get(desk, ledger, address):
    page = address.format(article=ledger.pk, one=suggest(ledger, "874").pk)
    assert desk.get(f"/desk/{page}").status_code == 405


@pytest.mark.parametrize("address", ACTS)
def test_an_editor_of_another_conflict_may_do_none_of_it(desk, ledger, address):
    one = suggest(ledger, "874", claimant=["ministry of the North"], party=["North"])
    Membership.objects.create(user=cast.nour(), conflict=cast.make_conflict("War of the hill"))
    data = {
        "conflict": "war-of-the-river",
        "words": "874",
        "what": "source",
        "name": "X",
        "kind": "ngo",
        "sure": one.pk,
    }
    before = Change.objects.count()
    answer = desk.post(f"/desk/{address.format(article=ledger.pk, one=one.pk)}", data)
    assert answer.status_code in (200, 403)
    assert Change.objects.count() == before
    one.refresh_from_db()
    assert one.is_open


@pytest.mark.parametrize("address", ["/desk/read/{n}/", "/desk/suggestions/{n}/edit/"])
def test_numbers_that_no_table_can_hold_are_not_found(desk, ledger, address):
    assert desk.get(address.format(n=2**70)).status_code == 404
    assert desk.get(address.format(n=999999)).status_code == 404
