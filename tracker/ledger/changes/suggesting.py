"""Verbs on suggestions: figures proposed from an article, then accepted or dismissed by a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.ledger.changes.announcing import Refused, making
from tracker.ledger.changes.claims import Quoted, Recorded, correct_claim, record_claim
from tracker.ledger.changes.records import correct_record
from tracker.ledger.changes.undoing import revert_change
from tracker.ledger.models import Article, Change, Claim, Conflict, Difference, Source, Suggestion
from tracker.ledger.permissions import require
from tracker.lib.tongue import say
from tracker.lib.vocabulary import State

OPEN, ACCEPTED, DISMISSED = (decision.value for decision in Suggestion.Decision)


@dataclass(frozen=True)
class Proposal:
    """A figure read from an article: where its words stand in the stored text, and what was read."""

    start: int
    end: int
    reading: dict[str, Any]


class Decided(Refused):
    """The suggestion was accepted or dismissed already: ``suggestion`` is how it stands now."""

    def __init__(self, suggestion: Suggestion) -> None:
        words = say("This figure was {decided} already as claim {number}.")
        if not suggestion.claim_id:
            words = say("This figure was {decided} already.")
        super().__init__(words.format(decided=say(suggestion.decision), number=suggestion.claim_id))
        self.suggestion = suggestion


def propose_figures(
    *, by: Any, why: str, article: Article, conflict: Conflict, proposals: Sequence[Proposal], text: str = "",
    by_hand: bool = False,
) -> list[Suggestion]:  # fmt: skip
    """Suggest what was read from an article; ``text`` is stored with it when it has none. Returns what is new.

    A figure whose words overlap those of an earlier suggestion is that one again, whatever became of it: reading anew
    neither doubles what is open nor brings back what was dismissed. What an editor marks ``by_hand`` is always new.
    """
    require(by, "propose_figures", conflict)
    with making(by=by, why=why, verb="propose_figures", conflict=conflict):
        # Two editors who read one article at the same moment take turns here.
        article = Article.objects.select_for_update(of=("self",)).select_related("publisher").get(pk=article.pk)
        if text and not article.text:
            correct_record(article, by=by, why=why, text=text)
        beyond = [proposal for proposal in proposals if not 0 <= proposal.start < proposal.end <= len(article.text)]
        if beyond:
            raise Refused(say("The words of a figure do not stand in the article's stored text."))
        known = list(Suggestion.objects.read_from(article, conflict))
        new = _marked(proposals, known) if by_hand else _unsuggested(proposals, known)
        return Suggestion.objects.bulk_create(
            Suggestion(
                article=article, conflict=conflict, start=one.start, end=one.end, turn=turn, reading=one.reading,
                by_hand=by_hand,
            )
            for one, turn in new
        )  # fmt: skip


def _marked(proposals: Sequence[Proposal], known: Sequence[Suggestion]) -> Iterator[tuple[Proposal, int]]:
    """The proposals, each with its turn behind what is known of its words."""
    for one in proposals:
        same = [suggestion.turn for suggestion in known if (suggestion.start, suggestion.end) == (one.start, one.end)]
        yield one, max(same, default=-1) + 1


def _unsuggested(proposals: Sequence[Proposal], known: Sequence[Suggestion]) -> Iterator[tuple[Proposal, int]]:
    """The proposals that no known suggestion stands for, each with its turn among those of its words."""
    standing = [(suggestion.start, suggestion.end) for suggestion in known]
    met: dict[tuple[int, int], int] = {}
    for one in sorted(proposals, key=lambda proposal: (proposal.start, proposal.end)):
        words = (one.start, one.end)
        turn = met.get(words, 0)
        met[words] = turn + 1
        if turn >= sum(start < one.end and one.start < end for start, end in standing):
            yield one, turn


def accept_suggestion(
    suggestion: Suggestion,
    *,
    by: Any,
    why: str,
    quoted: Quoted,
    claimant: Source | None = None,
    state: State = State.DRAFT,
    changed: Sequence[str] = (),
    **counted: Any,
) -> Recorded:
    """Record the figure as ``record_claim`` does, or cite the claim that says the same, and keep which one it became.

    ``changed`` names the fields in which the editor departed from what was suggested; unless ``part_of`` is one of
    them, a part names its whole whichever of the two is accepted first. Raises Decided when somebody was faster.
    """
    require(by, "accept_suggestion", suggestion.conflict)
    with making(by=by, why=why, verb="accept_suggestion", conflict=suggestion.conflict):
        current = _locked(suggestion)
        if "part_of" not in changed:
            counted["part_of"] = counted.get("part_of") or _whole_of(current)
        recorded = record_claim(
            by=by, why=why, conflict=current.conflict, quoted=quoted, claimant=claimant, state=state, **counted
        )
        _decide(current, ACCEPTED, claim=recorded.claim, changed=list(changed))
        _take_parts(current, recorded.claim, by=by, why=why)
        return recorded


def _whole_of(part: Suggestion) -> Claim | None:
    """The claim that the whole was accepted as, if it was."""
    place = part.reading.get("part_of")
    if not place:
        return None
    wholes = Suggestion.objects.read_from(part.article, part.conflict).filter(start=place[0], end=place[1])
    whole = wholes.filter(decision=ACCEPTED).exclude(pk=part.pk).with_names().first()
    return whole.claim if whole else None


def _take_parts(whole: Suggestion, claim: Claim, *, by: Any, why: str) -> None:
    """A part that was accepted first could not name its whole yet."""
    parts = Suggestion.objects.read_from(whole.article, whole.conflict).filter(
        decision=ACCEPTED, reading__part_of=[whole.start, whole.end], claim__part_of__isnull=True
    )
    for part in parts.exclude(changed__contains=["part_of"]).exclude(claim=claim).with_names():
        if part.claim and part.claim.pk != claim.part_of_id:
            correct_claim(part.claim, by=by, why=why, part_of=claim)


def dismiss_suggestion(suggestion: Suggestion, *, by: Any, why: str, reason: str = "") -> Suggestion:
    """Set a suggestion aside: kept with its ``reason``, offered no more. Raises Decided when somebody was faster."""
    require(by, "dismiss_suggestion", suggestion.conflict)
    with making(by=by, why=why, verb="dismiss_suggestion", conflict=suggestion.conflict):
        return _decide(_locked(suggestion), DISMISSED, why=reason)


def reopen_suggestion(suggestion: Suggestion, *, by: Any, why: str) -> Change:
    """Undo what was decided about a suggestion, by undoing the change that did it. Returns the change that undid it.

    The claim of an accepted one becomes rejected; of one that only added a citation, the citation goes.
    """
    require(by, "reopen_suggestion", suggestion.conflict)
    change = deciding_changes([suggestion.pk]).get(suggestion.pk)
    if change is None or Suggestion.objects.still_open().filter(pk=suggestion.pk).exists():
        raise Refused(say("Nothing was decided about this figure: there is nothing to undo."))
    return revert_change(change, by=by, why=why)


def deciding_changes(suggestions: Iterable[int]) -> dict[int, Change]:
    """The last change of each of these suggestions that altered it: the one that decided it, while it is decided."""
    altered = Difference.objects.filter(
        table=Suggestion._meta.db_table, row__in=list(suggestions), before__isnull=False, after__isnull=False
    )
    return {one.row: one.change for one in altered.select_related("change__by", "change__conflict").order_by("id")}


def _locked(suggestion: Suggestion) -> Suggestion:
    """The suggestion as it stands, held until the change is through. Raises Decided unless it is open."""
    rows = Suggestion.objects.select_for_update(of=("self",)).select_related("article__publisher", "conflict", "claim")
    current = rows.get(pk=suggestion.pk)
    if not current.is_open:
        raise Decided(current)
    return current


def _decide(current: Suggestion, decision: str, **fields: Any) -> Suggestion:
    current.decision = decision
    for name, value in fields.items():
        setattr(current, name, value)
    current.save(update_fields=["decision", *fields])
    return current
