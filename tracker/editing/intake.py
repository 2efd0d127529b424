"""From the form to the ledger: one figure logged, with whatever it names for the first time, as one change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tracker.editing.forms.claims import CorrectionForm, FigureForm, LogForm, known
from tracker.ledger import changes
from tracker.ledger.checks import Doubt, checks_at_entry
from tracker.ledger.models import Change, Citation, Claim
from tracker.ledger.said import Loaded, Said
from tracker.lib.vocabulary import State


@dataclass(frozen=True)
class Logged:
    """What became of a figure, and the change by which it can be undone."""

    recorded: changes.Recorded
    change: Change


def log_figure(form: LogForm, *, by: Any, state: State = State.DRAFT) -> Logged:
    """Record the figure of a valid form. Raises what the verbs raise; then nothing at all was written."""
    article, conflict = form.article, form.of_conflict
    why = f"Logged from “{article.title}”, {article.publisher}"[:500]
    with changes.making(by=by, why=why, verb="record_claim", conflict=conflict) as change:
        claimant = form.resolve("claimant", by=by, why=why)
        counted = form.counted(by=by, why=why)
        quoted = form.quoted(by=by, why=why)
        recorded = changes.record_claim(
            by=by,
            why=why,
            conflict=form.cleaned_data["conflict"],
            quoted=quoted,
            claimant=claimant,
            state=state,
            **counted,
        )
    return Logged(recorded, change)


def correct(form: CorrectionForm, *, by: Any) -> tuple[Claim, Change]:
    """Correct the claim of a valid form. Raises Stale and what the verbs raise; Refused when nothing differs."""
    claim, why = form.claim, form.cleaned_data["why"]
    with changes.making(by=by, why=why, verb="correct_claim", conflict=claim.conflict) as change:
        fields = form.counted(by=by, why=why) | {"claimant": form.resolve("claimant", by=by, why=why)}
        changed = {name: value for name, value in fields.items() if getattr(claim, name) != value}
        if not changed and claim.version == form.cleaned_data["version"]:
            raise changes.Refused(_("Nothing was changed: the claim says this already."))
        corrected = changes.correct_claim(claim, by=by, why=why, version=form.cleaned_data["version"], **changed)
    return corrected, change


def warnings_of(form: FigureForm) -> list[Doubt]:
    """What is doubtful about the figure as typed so far."""
    draft = form.draft()
    if draft is None:
        return []
    if isinstance(form, LogForm):
        if not draft.claimant and not form.cleaned_data.get("claimant"):
            draft.voice = known(form.cleaned_data.get("relayed_via")) or form.article.publisher
        return checks_at_entry(draft, quote=form.cleaned_data.get("quote", ""), published_on=form.article.published_on)
    if isinstance(form, CorrectionForm):
        draft.pk = form.claim.pk
        return saved_warnings(draft, form.claim)
    return []


def saved_warnings(draft: Claim, claim: Claim | None = None, said: Said | None = None) -> list[Doubt]:
    """What is doubtful about a logged claim, read with its earliest citation; ``draft`` may hold other values."""
    first = _first_citation(claim or draft)
    if first is None:
        return checks_at_entry(draft, said=said)
    return checks_at_entry(draft, quote=first.quote, published_on=first.article.published_on, said=said)


def with_open_warnings(drafts: Sequence[Claim]) -> list[tuple[Claim, list[Doubt]]]:
    """A few logged claims, each with the doubts that no editor has accepted: two queries in all."""
    if not drafts:
        return []
    citations = {claim: _first_citation(claim) for claim in drafts}
    said = Loaded.around({claim: first.article.published_on if first else None for claim, first in citations.items()})
    return [
        (claim, [doubt for doubt in saved_warnings(claim, said=said) if doubt.code not in claim.accepted_warnings])
        for claim in drafts
    ]


def _first_citation(claim: Claim) -> Citation | None:
    return next(iter(claim.citations.all()), None)
