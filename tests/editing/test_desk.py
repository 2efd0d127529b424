from datetime import date

import pytest

from tests import cast
from tests.editing.typing import log, text_of
from tracker.ledger.models import Article, Claim
from tracker.lib.vocabulary import Scope, State


def test_the_desk_shows_my_drafts_with_what_is_doubtful(desk, article):
    cast.make_claim(874, state=State.DRAFT, as_of=date(2020, 9, 1), article=article)
    text = text_of(desk.get("/desk/"))
    assert "My drafts 874 killed" in text
    assert "before the conflict began on 27 September 2020" in text


@pytest.mark.parametrize("claims", [1, 6])
def test_the_pages_ask_few_questions_whatever_they_show(desk, article, django_assert_max_num_queries, claims):
    for number in range(claims):
        cast.make_claim(874 + number, article=article, quote=f"said {874 + number}")
    with django_assert_max_num_queries(15):
        assert desk.get(f"/desk/articles/{article.pk}/").status_code == 200
    with django_assert_max_num_queries(12):
        assert desk.get("/desk/claims/").status_code == 200


@pytest.mark.parametrize("days", [1, 8])
def test_the_first_page_asks_twelve_questions_whatever_the_drafts_are(
    desk, article, django_assert_max_num_queries, days
):
    """Drafts of all kinds: totals and periods, of a whole and a part, in two conflicts; each checked at entry."""
    war = {"claimant": cast.north_ministry(), "article": article, "party": cast.party("North"), "state": State.DRAFT}
    cast.make_claim(7, conflict=cast.make_conflict("War of the hill"), state=State.DRAFT)
    for day in range(1, days + 1):
        of_the_day = war | {"as_of": date(2020, 10, day)}
        total = cast.make_claim(900 - day, **of_the_day)
        cast.make_claim(950, **of_the_day | {"party": cast.party("Hill people")}, part_of=total)
        cast.make_claim(40, **of_the_day, scope=Scope.PERIOD.value, period_start=date(2020, 10, day))
    desk.get("/desk/")
    with django_assert_max_num_queries(12):
        page = desk.get("/desk/")
    doubts = {doubt.code for _, warnings in page.context["drafts"] for doubt in warnings}
    assert "part_above_whole" in doubts
    assert ("count_falls" in doubts) is (days > 1)


def test_an_empty_ledger_says_where_to_start(desk):
    text = text_of(desk.get("/desk/"))
    assert "No figure has been logged yet" in text
    assert "Log figures from an article" in text


def test_an_address_that_is_known_leads_straight_to_its_article(desk, article):
    assert desk.get("/desk/articles/", {"q": article.url})["Location"] == f"/desk/articles/{article.pk}/"
    new = desk.get("/desk/articles/", {"q": "https://other.example/a?b=c&d"}, follow=True)
    assert new.context["form"]["url"].value() == "https://other.example/a?b=c&d"


def test_articles_are_found_by_title_and_publisher(desk, article):
    cast.make_article("Quite another report", publisher=cast.agency())
    assert "Neighbour backs talks" in text_of(desk.get("/desk/articles/?q=backs"))
    assert "Neighbour backs talks" not in text_of(desk.get("/desk/articles/?q=agency"))
    assert "No article holds these words" in text_of(desk.get("/desk/articles/?q=nothing"))


def test_an_article_is_added_with_its_publisher_and_corrected(desk, db):
    data = {
        "publisher": "The Evening Post", "publisher_new": "on", "publisher_kind": "newspaper", "title": "Talks fail",
        "published_on": "October 2020", "text": "One.\r\nTwo.",
    }  # fmt: skip
    page = desk.post("/desk/articles/new/", data, follow=True)
    article = Article.objects.get()
    assert page.status_code == 200
    assert (article.publisher.name, article.published_precision, article.text) == (
        "The Evening Post",
        "month",
        "One.\nTwo.",
    )
    edited = data | {"title": "Talks fail again", "why": "Its headline changed"}
    desk.post(f"/desk/articles/{article.pk}/edit/", edited)
    article.refresh_from_db()
    assert article.title == "Talks fail again"


def test_all_drafts_of_an_article_are_published_as_one_change(desk, article):
    for words in ("nearly 5,000", "874"):
        log(desk, article.pk, as_worded=words)
    page = desk.post(f"/desk/articles/{article.pk}/publish/", follow=True)
    assert "Published: 2 figures" in text_of(page)
    assert set(Claim.objects.values_list("state", flat=True)) == {"published"}
    desk.post(f"/desk/changes/{cast.nour().changes.latest('id').pk}/undo/")
    assert set(Claim.objects.values_list("state", flat=True)) == {"draft"}
    desk.post(f"/desk/articles/{article.pk}/publish/")
    assert desk.post(f"/desk/articles/{article.pk}/publish/").status_code == 409


def test_publish_publishes_and_a_second_press_makes_no_twin(desk, article):
    for _ in range(2):
        page = log(desk, article.pk, "publish", as_worded="874", claimant="Ministry of the North", as_of="22")
        assert page.status_code == 200
    claim = Claim.objects.get()
    assert (claim.state, claim.citations.count()) == ("published", 1)


def test_the_review_queue_lists_what_waits_with_what_to_do(desk, reviewer, article):
    claim = cast.make_claim(874, state=State.DRAFT)
    desk.post(f"/desk/claims/{claim.pk}/submit/", {"why": "Ready"})
    queue = reviewer.get("/desk/claims/?state=in_review")
    assert "874 killed" in text_of(queue)
    back = {"why": "Checked", "next": "/desk/claims/?state=in_review"}
    answer = reviewer.post(f"/desk/claims/{claim.pk}/publish/", back)
    assert answer["Location"] == "/desk/claims/?state=in_review"
    assert "Nothing waits for review" in text_of(reviewer.get("/desk/claims/?state=in_review"))


def test_lists_are_paged_by_number(desk, article, monkeypatch):
    monkeypatch.setattr("tracker.editing.views.desk.PAGE", 2)
    for number in range(5):
        cast.make_claim(100 + number, article=article, quote=f"said {100 + number}")
    seen = []
    address = "/desk/claims/"
    while address:
        page = desk.get(address)
        seen += [claim.value for claim, _ in page.context["claims"]]
        older = page.context["older"]
        address = f"/desk/claims/?before={older}" if older else ""
    assert seen == [104, 103, 102, 101, 100]
    assert desk.get("/desk/changes/?by=me").context["older"]


@pytest.mark.parametrize(
    "address", ["/accounts/login/", "/accounts/password/reset/", "/accounts/signup/", "/accounts/logout/"]
)
def test_the_pages_about_accounts_stand_on_the_sites_own_ground(client, db, address):
    page = client.get(address, follow=True)
    assert page.status_code == 200
    assert b'class="masthead"' in page.content


def test_a_wrong_password_is_said_and_what_was_typed_kept(client, db):
    cast.nour(password=True)
    page = client.post("/accounts/login/", {"login": "nour", "password": "not this one"})
    assert b'value="nour"' in page.content
    assert b'role="alert"' in page.content
    assert client.post("/accounts/login/", {"login": "nour", "password": cast.PASSWORD})["Location"] == "/desk/"
