import pytest
from django.test import Client

from tests import cast
from tracker.ledger.models import Claim, Membership

PAGES = ["/desk/", "/desk/articles/", "/desk/claims/", "/desk/changes/", "/desk/sources/", "/desk/names/"]


@pytest.mark.parametrize("page", PAGES)
def test_a_visitor_is_asked_to_sign_in(client, db, page):
    answer = client.get(page)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/?next=/desk/")


@pytest.mark.parametrize("page", PAGES)
def test_a_guest_is_told_who_can_let_them_in(client, db, page):
    client.force_login(cast.guest())
    answer = client.get(page)
    assert answer.status_code == 403
    assert b"not as an editor yet" in answer.content


@pytest.mark.parametrize("page", PAGES)
def test_pages_of_the_desk_are_kept_by_nobody(desk, page):
    answer = desk.get(page)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


def test_a_fragment_for_someone_signed_out_is_not_the_sign_in_page(client, article):
    answer = client.post(f"/desk/articles/{article.pk}/claims/check/", headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert not answer.content


def test_forms_need_their_token(article):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.nour())
    assert strict.post(f"/desk/articles/{article.pk}/claims/new/", {"as_worded": "874"}).status_code == 403


@pytest.mark.parametrize(
    "address",
    ["changes/1/undo/", "articles/{pk}/publish/", "articles/{pk}/claims/check/"],
)
def test_nothing_changes_on_a_get(desk, article, address):
    assert desk.get(f"/desk/{address.format(pk=article.pk)}").status_code == 405


def test_an_editor_cannot_reject_and_a_reviewer_can(desk, reviewer, article):
    claim = cast.make_claim(874)
    refused = desk.post(f"/desk/claims/{claim.pk}/reject/", {"why": "It is a slip"})
    assert refused.status_code == 403
    assert b"You may not" in refused.content
    assert b"Reject" not in desk.get(f"/desk/claims/{claim.pk}/").content
    reviewer.post(f"/desk/claims/{claim.pk}/reject/", {"why": "It is a slip"})
    claim.refresh_from_db()
    assert claim.state == "rejected"


def test_a_member_of_another_conflict_is_not_offered_this_one(desk, article):
    other = cast.make_conflict("War of the hill")
    Membership.objects.create(user=cast.nour(), conflict=other)
    page = desk.get(f"/desk/articles/{article.pk}/")
    assert [name for _, name in page.context["form"].fields["conflict"].choices] == ["War of the hill"]
    claim = cast.make_claim(874, conflict=other)
    assert Claim.objects.get() == claim


def test_a_return_address_outside_the_site_is_not_followed(desk, article):
    claim = cast.make_claim(874)
    change = cast.nour().changes.latest("id")
    answer = desk.post(f"/desk/changes/{change.pk}/undo/", {"next": "https://elsewhere.example/"})
    assert answer["Location"] == "/desk/"
    claim.refresh_from_db()
    assert claim.state == "rejected"


def test_the_admin_shows_the_ledger_and_changes_nothing(article):
    admin = Client()
    admin.force_login(cast.ada())
    cast.make_claim(874)
    for name in ("claim", "change", "source", "article", "conflict", "party", "incident", "citation"):
        assert admin.get(f"/admin/ledger/{name}/").status_code == 200
        assert admin.get(f"/admin/ledger/{name}/add/").status_code == 403
    assert admin.get("/admin/auth/user/add/").status_code == 200


def test_the_admin_signs_in_through_the_site(client, db):
    assert client.get("/admin/login/")["Location"].startswith("/accounts/login/")
