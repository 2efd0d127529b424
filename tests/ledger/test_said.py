"""What was said, asked one by one or loaded at once: the checks at entry find the same in both."""

from tracker.ledger.checks import checks_at_entry
from tracker.ledger.models import Claim, Conflict
from tracker.ledger.said import Loaded


def test_the_checks_find_the_same_whether_asked_or_loaded(demo: Conflict, db: None) -> None:
    claims = list(Claim.objects.about(demo).with_names().select_related("part_of__voice", "part_of__incident"))
    said = Loaded.of_voices(demo, {claim.voice_id for claim in claims})
    for claim in claims[::7]:
        claim.value = claim.value and claim.value * 12
        asked = checks_at_entry(claim, published_on=claim.first_published_on)
        assert checks_at_entry(claim, published_on=claim.first_published_on, said=said) == asked


def test_the_checks_find_the_same_with_what_is_next_to_a_few_drafts(demo: Conflict, db: None) -> None:
    related = ("part_of__voice", "part_of__incident")
    claims = list(Claim.objects.about(demo).with_names().select_related(*related))
    for first in range(0, len(claims), 60):
        drafts = claims[first : first + 60 : 12]
        said = Loaded.around({claim: claim.first_published_on for claim in drafts})
        for claim in drafts:
            claim.value = claim.value and claim.value * 12
            asked = checks_at_entry(claim, published_on=claim.first_published_on)
            assert checks_at_entry(claim, published_on=claim.first_published_on, said=said) == asked


def test_what_was_said_is_loaded_in_two_queries(demo: Conflict, db: None, django_assert_num_queries) -> None:
    claims = list(Claim.objects.about(demo).with_names()[:20])
    with django_assert_num_queries(2):
        Loaded.of_voices(demo, {claim.voice_id for claim in claims})
