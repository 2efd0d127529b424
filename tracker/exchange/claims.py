"""Figures into the ledger: new ones recorded or cited, known ones brought to what their rows say now."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import chain
from typing import Any

from django.core.exceptions import ValidationError

from tracker.exchange.figures import Figure, put_together
from tracker.exchange.keeping import BOTH_CHANGED, Said, differing, said_by_imports, sort_out
from tracker.exchange.ordering import in_layers
from tracker.exchange.running import Outcome, Run
from tracker.ledger import changes
from tracker.ledger.changes import bulk
from tracker.ledger.models import Citation, Claim
from tracker.ledger.models.claims import LIVE_STATES
from tracker.lib.vocabulary import State

AT_ONCE = 5_000


def cited_as(refs: Iterable[str]) -> dict[str, Citation]:
    """The citations that earlier imports made under these refs, with their claims."""
    asked = sorted(set(refs) - {""})
    found: dict[str, Citation] = {}
    for start in range(0, len(asked), AT_ONCE):
        citations = Citation.objects.filter(ref__in=asked[start : start + AT_ONCE])
        citations = citations.select_related(
            "relayed_via", "article__publisher", "claim__conflict", "claim__claimant", "claim__voice", "claim__part_of"
        ).defer("article__text")
        found |= {citation.ref: citation for citation in citations}
    return found


def keep_figures(run: Run, figures: list[Figure], known: dict[str, Citation]) -> None:
    """Write what is new or changed. ``known``: by ref, the citations that the ledger holds already."""
    claims = {ref: citation.claim for ref, citation in known.items()}
    new, again = [], []
    for figure in figures:
        if figure.ref not in known:
            new.append(figure)
        elif claims[figure.ref].conflict_id == run.conflict.pk:
            again.append(figure)
        else:
            message = "This ref stands for a figure of another conflict: give the row a new one."
            run.refuse("claims", figure.row, "ref", message)
    recording = _Recording(run, claims, new, len(figures))
    recording.record()
    _Comparing(run, claims, again, known).compare()
    if recording.done < len(figures):
        run.progress(len(figures), len(figures))


class _Recording:
    """New rows: equal ones together, each claim after those that it is a part of or follows."""

    def __init__(self, run: Run, claims: dict[str, Claim], figures: list[Figure], total: int) -> None:
        self.run, self.claims, self.total, self.done = run, claims, total, 0
        self.groups: dict[Any, list[Figure]] = {}
        self.key_of = {figure.ref: figure.identity for figure in figures}
        for figure in figures:
            self.groups.setdefault(self.key_of[figure.ref], []).append(figure)

    def record(self) -> None:
        needs = {key: {self.key_of.get(ref) for ref in _links(group)} - {key} for key, group in self.groups.items()}
        layers, circular = in_layers(needs)
        for key in circular:
            for figure in self.groups[key]:
                message = "These figures are parts of each other in a circle, or hang on some that are."
                self.run.refuse("claims", figure.row, "part_of", message)
        ordered = [key for layer in layers for key in layer]
        for start in range(0, len(ordered), AT_ONCE):
            self._record([self.groups[key] for key in ordered[start : start + AT_ONCE]])

    def _record(self, groups: list[list[Figure]]) -> None:
        drafted = [(group, draft) for group in groups if (draft := self._draft(group))]
        act = partial(
            bulk.record_claims, **self.run.who, conflict=self.run.conflict, drafts=[draft for _, draft in drafted],
            state=State.DRAFT if self.run.draft else State.PUBLISHED,
        )  # fmt: skip
        logged = self.run.write("claims", None, act) if drafted else []
        if logged is None:
            for figure in chain.from_iterable(group for group, _ in drafted):
                del self.claims[figure.ref]
        for (group, _), made in zip(drafted, logged or (), strict=False):
            self._settle(group, made)
        self.done += sum(map(len, groups))
        self.run.progress(self.done, self.total)

    def _draft(self, group: list[Figure]) -> bulk.Draft | None:
        """The rows' claim, ready to be recorded; None when it hangs on one that was refused, or is refused itself."""
        own = {figure.ref for figure in group}
        lost = [ref for ref in _links(group) if ref not in self.claims and ref not in own]
        if lost:
            for figure in group:
                self.run.refuse("claims", figure.row, "", f"It is part of, or follows, {lost[0]}, which was refused.")
            return None
        claim = group[0].claim
        for name, value in (put_together(group) | (linked(group, self.claims) if _links(group) else {})).items():
            setattr(claim, name, value)
        try:
            draft = bulk.Draft(claim, [figure.quoted for figure in group])
        except ValidationError as error:
            for figure in group:
                self.run.refuse_fields("claims", figure.row, error)
            return None
        self.claims.update((figure.ref, claim) for figure in group)
        return draft

    def _settle(self, group: list[Figure], made: bulk.Logged) -> None:
        for figure, citation in zip(group, made.citations, strict=True):
            self.claims[figure.ref] = made.claim
            if citation.ref == figure.ref:
                created = made.created and figure is group[0]
                self.run.settle(figure.row, Outcome.CREATED if created else Outcome.CITED, made.claim)
            else:
                # The same words of the same article under two refs are one citation, which keeps the first ref.
                same = f"The same words of the same article as {citation.ref or 'a citation made by hand'}."
                self.run.settle(figure.row, Outcome.UNCHANGED, made.claim, same)


def _links(group: list[Figure]) -> list[str]:
    return [ref for figure in group for ref in (figure.part_of, figure.follows) if ref]


def linked(group: list[Figure], claims: dict[str, Claim]) -> dict[str, Any]:
    """The claims that these rows' claim is part of and follows."""
    own = {claims[figure.ref].pk for figure in group if figure.ref in claims}
    parts = [claims[figure.part_of] for figure in group if figure.part_of in claims]
    follows = [(claims[figure.follows], figure.relation) for figure in group if figure.follows in claims]
    links: dict[str, Any] = {"part_of": next((claim for claim in parts if claim.pk not in own), None)}
    follow, relation = next(((claim, how) for claim, how in follows if claim.pk not in own), (None, ""))
    return links | {"follows": follow, "relation": relation}


class _Comparing:
    """Rows known from an earlier import, by claim: what makes the claim, what is said about it, and each citation."""

    def __init__(self, run: Run, claims: dict[str, Claim], figures: list[Figure], known: dict[str, Citation]) -> None:
        self.run, self.claims, self.known = run, claims, known
        self.groups: dict[int, list[Figure]] = {}
        # In the order in which the claim came by its citations, so that the order of the file's rows does not matter.
        for figure in sorted(figures, key=lambda figure: known[figure.ref].pk):
            self.groups.setdefault(known[figure.ref].claim_id, []).append(figure)
        self.others = _refs_by_claim(self.groups)

    def compare(self) -> None:
        suspects = [pk for pk, group in self.groups.items() if self._differs(group)]
        self.said = said_by_imports(Claim, suspects)
        cited = [self.known[f.ref].pk for group in self.groups.values() for f in group if self._citation_differs(f)]
        self.said_of_citations: Said = said_by_imports(Citation, cited)
        for pk, group in self.groups.items():
            updated = self._compare_claim(group) if pk in self.said else False
            for figure in group:
                self._compare_citation(figure, updated)

    def _claim(self, group: list[Figure]) -> Claim:
        return self.known[group[0].ref].claim

    def _differs(self, group: list[Figure]) -> bool:
        claim = self._claim(group)
        if claim.state not in LIVE_STATES:
            return False
        return bool(differing(claim, self._wanted(group))) or any(differing(claim, f.figure()) for f in group)

    def _wanted(self, group: list[Figure]) -> dict[str, Any]:
        """Details count only where the file holds all the rows that the claim has."""
        said = put_together(group) | linked(group, self.claims) if self._holds_all(group) else {}
        present = {"as_worded"}.union(*(figure.row.cells for figure in group))
        return group[0].figure() | {name: value for name, value in said.items() if name in present}

    def _holds_all(self, group: list[Figure]) -> bool:
        return self.others[self._claim(group).pk] <= {figure.ref for figure in group}

    def _compare_claim(self, group: list[Figure]) -> bool:
        """True when the claim was brought to what its rows say now."""
        claim = self._claim(group)
        decided = sort_out(claim, self._wanted(group), self.said[claim.pk])
        changed = [figure for figure in group if sort_out(claim, figure.figure(), self.said[claim.pk]).update]
        if decided.clashes:
            self._refuse(group, BOTH_CHANGED)
        elif changed and (len({f.identity for f in group}) > 1 or not self._holds_all(group)):
            refs = ", ".join(sorted(self.others[claim.pk] - {figure.ref for figure in changed})) or "the desk"
            self._refuse(changed, f"The same figure is cited by {refs} too: change it there as well, or on the desk.")
        elif decided.update:
            act = partial(changes.correct_claim, claim, **self.run.who, **decided.update)
            return self.run.write("claims", group[0].row, act) is not None
        return False

    def _refuse(self, figures: Iterable[Figure], message: str) -> None:
        for figure in figures:
            self.run.refuse("claims", figure.row, "", message)

    def _place(self, figure: Figure) -> dict[str, Any]:
        place = figure.quoted
        return {
            "quote": place.quote, "wording": place.wording, "attribution": place.attribution,
            "relayed_via": place.relayed_via, "note": place.note,
        }  # fmt: skip

    def _citation_differs(self, figure: Figure) -> bool:
        return bool(differing(self.known[figure.ref], self._place(figure)))

    def _compare_citation(self, figure: Figure, claim_updated: bool) -> None:
        citation = self.known[figure.ref]
        if citation.article_id != figure.quoted.article.pk:
            self.run.refuse(
                "claims", figure.row, "article_id", "This ref stood for another article: give the row a new one."
            )
            return
        decided = sort_out(citation, self._place(figure), self.said_of_citations.get(citation.pk, {}))
        outcome = Outcome.UPDATED if claim_updated else Outcome.UNCHANGED
        if decided.clashes:
            self._refuse([figure], BOTH_CHANGED)
            return
        if decided.update:
            act = partial(changes.correct_citation, citation, **self.run.who, **decided.update)
            if self.run.write("claims", figure.row, act) is None:
                return
            outcome = Outcome.UPDATED
        self.run.settle(figure.row, outcome, citation.claim)


def _refs_by_claim(claims: Iterable[int]) -> dict[int, set[str]]:
    """Claim → the refs of all its citations; "" stands for one that no file made."""
    asked = list(claims)
    found: dict[int, set[str]] = {pk: set() for pk in asked}
    for start in range(0, len(asked), AT_ONCE):
        cited = Citation.objects.filter(claim__in=asked[start : start + AT_ONCE])
        for claim, ref in cited.values_list("claim_id", "ref"):
            found[claim].add(ref)
    return found
