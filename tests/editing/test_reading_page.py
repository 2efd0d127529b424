"""The reading page without scripts: what it shows, and what accepting, editing, dismissing and undoing do."""

from datetime import date

import pytest

from tests import cast
from tests.editing.reading import MINISTRY, VANE, suggest
from tests.editing.typing import offered, text_of
from tracker.ledger.models import Change, Claim, Source, Suggestion


def page(desk, article):
    return desk.get(f"/desk/read/{article.pk}/?conflict=war-of-the-river")


def card(desk, suggestion):
    cards = page(desk, suggestion.article).context["strip"].cards
    return next(one for one in cards if one.pk == suggestion.pk)


def act(desk, suggestion, what, **data):
    return desk.post(f"/desk/suggestions/{suggestion.pk}/{what}/", data, follow=True)


def test_a_figure_of_which_all_is_known_is_sure_and_accepted_as_it_stands(desk, article):
    one = suggest(article, "874", **MINISTRY)
    assert card(desk, one).state == "sure"
    answer = act(desk, one, "accept")
    assert answer.redirect_chain[-1][0].endswith(f"/desk/read/{article.pk}/?conflict=war-of-the-river#figure-{one.pk}")
    assert "Published: 874 killed, people, North, Ministry of the North." in text_of(answer)
    claim = Claim.objects.get()
    citation = claim.citations.get()
    assert (claim.value, claim.claimant, claim.party, claim.state) == (
        874, cast.north_ministry(), cast.party("North"), "published",
    )  # fmt: skip
    assert article.text[citation.start : citation.end] == "874"
    assert citation.quote.startswith("The ministry of the North said")
    assert citation.attribution == "ministry of the North"
    assert card(desk, one).state == "accepted"


def test_accepting_is_undone_at_the_card(desk, article):
    one = suggest(article, "874", **MINISTRY)
    act(desk, one, "accept")
    answer = act(desk, one, "undo")
    assert "Open again: “874”." in text_of(answer)
    assert Claim.objects.get().state == "rejected"
    assert card(desk, one).state == "sure"


def test_a_second_press_says_what_became_of_the_first(desk, article):
    one = suggest(article, "874", **MINISTRY)
    act(desk, one, "accept")
    answer = act(desk, one, "accept")
    assert answer.status_code == 200
    assert f"This figure was accepted already as claim {Claim.objects.get().pk}." in text_of(answer)
    assert "This figure was accepted already" in text_of(act(desk, one, "dismiss"))
    assert Claim.objects.count() == 1


def test_a_figure_that_stands_already_is_offered_as_a_citation(desk, article):
    standing = cast.make_claim(
        874, claimant=cast.north_ministry(), party=cast.party("North"), as_of=article.published_on
    )
    one = suggest(article, "874", **MINISTRY)
    assert card(desk, one).state == "known"
    assert "1 known already" in text_of(page(desk, article))
    assert f"Added as a citation to claim {standing.pk}" in text_of(act(desk, one, "accept"))
    assert standing.citations.count() == 2


def test_a_figure_below_the_claimants_last_one_says_so_and_is_not_sure(desk, article):
    cast.make_claim(900, claimant=cast.north_ministry(), party=cast.party("North"), as_of=date(2020, 10, 20))
    one = suggest(article, "874", **MINISTRY)
    shown = card(desk, one)
    assert (shown.state, shown.is_sure) == ("look", False)
    assert "874 is below the 900 that the same claimant gave for 20 October 2020." in text_of(page(desk, article))


def test_a_name_that_nobody_bears_must_be_settled_first(desk, article):
    one = suggest(article, "nearly 5,000", **VANE)
    assert card(desk, one).state == "look"
    answer = act(desk, one, "accept")
    assert answer.request["QUERY_STRING"] == "look=1"
    assert "No source is called “President Vane”" in text_of(answer)
    assert not Claim.objects.exists()


def test_a_created_name_settles_every_suggestion_with_it(desk, article):
    both = [suggest(article, "nearly 5,000", **VANE), suggest(article, "more than 2,000", **VANE)]
    shown = page(desk, article)
    [name] = shown.context["unsettled"]
    assert (name.printed, name.name, name.kind) == ("President Vane", "President Vane", "person")
    data = {"what": "source", "printed": name.printed, "name": "Ada Vane", "kind": "person", "card": both[0].pk,
            "conflict": "war-of-the-river"}  # fmt: skip
    answer = desk.post(f"/desk/read/{article.pk}/names/", data, follow=True)
    assert "Settled: “President Vane”." in text_of(answer)
    assert Source.objects.called("president vane").get().name == "Ada Vane"
    assert [card(desk, one).state for one in both] == ["sure", "sure"]


def test_a_name_is_settled_by_choosing_whose_it_is(desk, article):
    vane = cast.make_source("Ada Vane")
    suggest(article, "nearly 5,000", claimant=["Vane of the hill"])
    data = {"what": "source", "printed": "Vane of the hill", "known": "ada vane", "conflict": "war-of-the-river"}
    desk.post(f"/desk/read/{article.pk}/names/", data)
    assert Source.objects.called("Vane of the hill").get() == vane


def test_an_incident_is_created_at_the_card_and_known_from_then_on(desk, article):
    one = suggest(article, "25", party=["South"], scope="incident", place="Port City", as_of=date(2020, 10, 17))
    assert card(desk, one).new_incident == "Port City, 17 October 2020"
    data = {"what": "incident", "name": "Port City, 17 October 2020", "place": "Port City", "date": "2020-10-17",
            "conflict": "war-of-the-river", "card": one.pk}  # fmt: skip
    desk.post(f"/desk/read/{article.pk}/names/", data)
    act(desk, one, "accept")
    assert Claim.objects.get().incident.name == "Port City, 17 October 2020"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"what": "source", "printed": "X", "name": ""}, "Say what it is called"),
        ({"what": "source", "printed": "X", "known": "Nobody at all"}, "No source is called"),
        ({"what": "party", "printed": "X", "party": "999"}, "That is no party of this conflict"),
        ({"what": "source", "printed": "officials", "known": "Ministry of the North"}, "may stand for anybody"),
        ({"what": "thing", "printed": "X", "name": "Y"}, "Select a valid choice"),
        ({"what": "source", "printed": "X", "name": "Y\x00"}, "NUL"),
    ],
)
def test_a_name_that_cannot_be_settled_says_why(desk, article, data, message):
    answer = desk.post(f"/desk/read/{article.pk}/names/", data | {"conflict": "war-of-the-river"})
    assert answer.status_code in (409, 422)
    assert message in text_of(answer)


def test_a_dismissed_figure_keeps_its_reason_on_the_articles_record(desk, article):
    one = suggest(article, "25", party=["South"])
    answer = act(desk, one, "dismiss", why="part of the 60")
    assert "Dismissed: “25”." in text_of(answer)
    assert card(desk, one).state == "dismissed"
    record = text_of(desk.get(f"/desk/articles/{article.pk}/"))
    assert "Dismissed while reading" in record
    assert "part of the 60" in record
    act(desk, one, "undo")
    assert card(desk, one).state != "dismissed"


@pytest.mark.parametrize("why", ["a\x00b", "a" * 301])
def test_a_reason_that_cannot_be_kept_dismisses_nothing(desk, article, why):
    one = suggest(article, "25", party=["South"])
    assert act(desk, one, "dismiss", why=why).status_code == 422
    one.refresh_from_db()
    assert one.is_open


def test_editing_opens_the_claim_form_filled_in_and_keeps_which_fields_were_changed(desk, article):
    one = suggest(article, "874", claimant=["ministry of the North"], party=["North"])
    form = desk.get(f"/desk/suggestions/{one.pk}/edit/")
    data = offered(form)
    assert (data["as_worded"], data["value"], data["claimant"]) == ("874", "874", "Ministry of the North")
    assert data["party"] == str(cast.party("North").pk)
    answer = act(desk, one, "edit", **data | {"status": "combatant", "then": "accept"})
    assert "Published: 874 killed" in text_of(answer)
    one.refresh_from_db()
    assert (one.decision, one.changed, one.claim.status) == ("accepted", ["status"], "combatant")


def test_an_edited_suggestion_that_is_wrong_comes_back_with_all_that_was_typed(desk, article):
    one = suggest(article, "874", **MINISTRY)
    data = offered(desk.get(f"/desk/suggestions/{one.pk}/edit/"))
    answer = act(desk, one, "edit", **data | {"as_of": "2999-01-01", "editor_note": "kept", "then": "accept"})
    assert answer.status_code == 422
    assert "still to come" in text_of(answer)
    assert offered(answer)["editor_note"] == "kept"
    assert not Claim.objects.exists()


def test_all_that_are_sure_are_accepted_at_once_and_each_can_be_undone_alone(desk, article):
    total, of_day = suggest(article, "874", **MINISTRY), suggest(article, "40", **MINISTRY, scope="period")
    unsure = suggest(article, "nearly 5,000", **VANE)
    shown = page(desk, article)
    assert "2 sure" in text_of(shown)
    sure = [one.pk for one in shown.context["strip"].sure]
    answer = desk.post(
        f"/desk/read/{article.pk}/accept-sure/", {"sure": sure, "conflict": "war-of-the-river"}, follow=True
    )
    assert "Accepted: 2 figures" in text_of(answer)
    act(desk, of_day, "undo")
    decisions = {one.pk: one.decision for one in Suggestion.objects.all()}
    assert decisions == {total.pk: "accepted", of_day.pk: "open", unsure.pk: "open"}


def test_all_that_were_accepted_at_once_are_undone_at_once(desk, article):
    both = [suggest(article, "874", **MINISTRY), suggest(article, "40", **MINISTRY, scope="period")]
    data = {"sure": [one.pk for one in both], "conflict": "war-of-the-river"}
    page = desk.post(f"/desk/read/{article.pk}/accept-sure/", data, follow=True)
    changes = offered(page, "undo-several")["changes"]
    answer = desk.post("/desk/changes/undo/", {"changes": changes, "next": "/desk/read/"}, follow=True)
    assert "Undone: 2 changes." in text_of(answer)
    assert {claim.state for claim in Claim.objects.all()} == {"rejected"}
    assert {one.decision for one in Suggestion.objects.all()} == {"open"}
    assert desk.post("/desk/changes/undo/", {"changes": changes}).status_code == 409
    assert desk.post("/desk/changes/undo/", {"changes": f"{2**70} x 1\x00"}).status_code == 404


def test_only_what_was_shown_as_sure_is_accepted(desk, article):
    shown, later = suggest(article, "874", **MINISTRY), suggest(article, "40", **MINISTRY, scope="period")
    desk.post(f"/desk/read/{article.pk}/accept-sure/", {"sure": [shown.pk], "conflict": "war-of-the-river"})
    later.refresh_from_db()
    assert later.is_open


def test_a_part_is_accepted_after_its_whole_and_names_it(desk, article):
    whole = suggest(article, "60", claimant=["River News Agency"], party=["South"], status="civilian")
    suggest(article, "25", claimant=["River News Agency"], party=["South"], status="civilian", scope="incident",
            place="Port City", part_of=(whole.start, whole.end))  # fmt: skip
    sure = [one.pk for one in page(desk, article).context["strip"].sure]
    desk.post(f"/desk/read/{article.pk}/accept-sure/", {"sure": sure, "conflict": "war-of-the-river"})
    assert Claim.objects.get(value=25).part_of == Claim.objects.get(value=60)


def test_figures_of_another_war_are_folded_and_never_accepted_with_others(desk, article):
    suggest(article, "874", **MINISTRY, scope="background")
    shown = page(desk, article)
    assert "1 of another war or time: not offered" in text_of(shown)
    assert shown.context["strip"].sure == []


@pytest.mark.parametrize("figures", [1, 6])
def test_the_page_asks_the_same_questions_whatever_the_number_of_figures(
    desk, article, django_assert_max_num_queries, figures
):
    cast.make_claim(800, claimant=cast.north_ministry(), party=cast.party("North"), as_of=date(2020, 10, 20))
    for words in ["874", "40", "nearly 5,000", "60", "25", "Around 1,000"][:figures]:
        suggest(article, words, **MINISTRY)
    with django_assert_max_num_queries(24):
        page(desk, article)


def test_words_typed_by_hand_become_a_suggestion_open_for_editing(desk, article):
    data = {"words": "nearly 5,000 people", "conflict": "war-of-the-river"}
    answer = desk.post(f"/desk/read/{article.pk}/words/", data, follow=True)
    one = Suggestion.objects.get()
    assert answer.redirect_chain == [(f"/desk/suggestions/{one.pk}/edit/", 302)]
    assert article.text[one.start : one.end] == "nearly 5,000"
    assert offered(answer)["value"] == "5,000"
    assert one.by_hand
    again = desk.post(f"/desk/read/{article.pk}/words/", data, follow=True)
    assert again.redirect_chain == answer.redirect_chain


def test_selected_words_go_by_their_place(desk, article):
    start = article.text.index("more than 2,000")
    data = {"start": start - 1, "end": start + 16, "conflict": "war-of-the-river"}
    desk.post(f"/desk/read/{article.pk}/words/", data)
    one = Suggestion.objects.get()
    assert (one.start, one.end) == (start, start + 15)


@pytest.mark.parametrize(
    "data",
    [{}, {"words": "no such words"}, {"start": "0", "end": "9999999"}, {"start": "5", "end": "2"}, {"start": "x"},
     {"words": "a\x00"}, {"start": "0", "end": "300"}],
)  # fmt: skip
def test_words_that_are_none_of_the_text_are_refused_in_words(desk, article, data):
    answer = desk.post(f"/desk/read/{article.pk}/words/", data | {"conflict": "war-of-the-river"})
    assert answer.status_code == 422
    assert answer.context["by_hand"].errors
    assert not Suggestion.objects.exists()


def test_with_scripts_only_what_changed_is_sent(desk, article):
    one, same = suggest(article, "874", **MINISTRY), suggest(article, "nearly 5,000", **VANE)
    answer = desk.post(f"/desk/suggestions/{one.pk}/accept/", headers={"HX-Request": "true"})
    html = answer.content.decode()
    assert html.count("<article") == 1
    assert f'id="figure-{one.pk}"' in html
    assert f'id="words-{one.pk}" hx-swap-oob="true"' in html
    assert 'id="strip" hx-swap-oob="true"' in html
    assert "<html" not in html
    settle = desk.post(f"/desk/suggestions/{same.pk}/accept/", headers={"HX-Request": "true"})
    assert settle.headers["HX-Redirect"] == f"/desk/suggestions/{same.pk}/edit/?look=1"


def test_the_change_log_of_the_public_says_nothing_of_work_at_the_desk(desk, client, article):
    one = suggest(article, "25", party=["South"])
    act(desk, one, "dismiss", why="a secret reason")
    assert Change.objects.filter(verb="dismiss_suggestion").exists()
    public = client.get("/changes/").content.decode()
    assert "secret reason" not in public
    assert "ropose figures" not in public
