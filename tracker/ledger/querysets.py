"""Questions asked of the ledger. Each queryset method is named after the question and can be chained."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Case, Count, Exists, F, Min, OuterRef, Prefetch, Q, Subquery, When
from django.db.models.functions import Coalesce

from tracker.lib.folding import fold
from tracker.lib.vocabulary import Outcome, Relation, Scope, State

if TYPE_CHECKING:
    from tracker.ledger.models import Article, Change, Claim, Conflict, Source, Suggestion

LINE = [
    "voice_id", "claimant_id", "outcome", "status", "group", "party_id", "place", "incident_id", "scope",
    "counted_from",
]  # fmt: skip
"""A voice and everything counted, by column: what keys a line on the timeline."""

IMPROBABLE = 5
"""On the Admiralty scale of a claim's credibility."""

LATEST = 100
"""Changes that a version is made of."""

UNDOING = [Relation.CORRECTS.value, Relation.WITHDRAWS.value]
"""Relations by which a later claim takes an earlier one off the record of standing claims."""


class ConflictQuerySet(models.QuerySet["Conflict"]):
    def with_counts(self) -> Self:
        """Each conflict with how many published claims and voices it has and when it last changed."""
        voices, claims = Count("voice", distinct=True), Count("*")
        return self.with_last_change().annotate(
            claim_count=Coalesce(_of_claims(claims), 0), voice_count=Coalesce(_of_claims(voices), 0)
        )

    def with_last_change(self) -> Self:
        """Each conflict with when something of it last changed: ``changed_at``."""
        reached = apps.get_model("ledger", "Reach")._default_manager.filter(conflict=OuterRef("pk"))
        return self.annotate(changed_at=Subquery(reached.order_by("-change").values("change__at")[:1]))

    def with_versions(self) -> Self:
        """Each conflict with what ``Change.objects.version_from`` takes to say what ``version_of`` would."""
        reached = apps.get_model("ledger", "Reach")._default_manager.order_by("-change").values("change")
        own, shared = reached.filter(conflict=OuterRef("pk")), reached.filter(conflict=None)
        return self.annotate(reached_by=ArraySubquery(own[:LATEST]), shared_reached_by=ArraySubquery(shared[:LATEST]))


def _of_claims(counted: Count) -> Subquery:
    """A count of each conflict's published claims: of its own, so that a list of few conflicts counts few."""
    claims: Any = apps.get_model("ledger", "Claim")._default_manager
    found = claims.published().filter(conflict=OuterRef("pk")).order_by().values("conflict")
    return Subquery(found.annotate(many=counted).values("many"))


class SourceQuerySet(models.QuerySet["Source"]):
    def current(self) -> Self:
        """Without those that were merged into another."""
        return self.filter(merged_into__isnull=True)

    def heard_in(self, conflict: Conflict) -> Self:
        """Sources that gave a figure in this conflict, or speak for one of its parties."""
        spoke = apps.get_model("ledger", "Claim")._default_manager.filter(conflict=conflict).order_by()
        speaks_for = apps.get_model("ledger", "Affiliation")._default_manager.filter(party__conflict=conflict)
        return self.current().filter(Q(pk__in=spoke.values("voice")) | Q(pk__in=speaks_for.values("source")))

    def called(self, name: str) -> Self:
        """The one source that goes by this name, whatever its case, accents and quotes."""
        return self.current().filter(aliases__folded=fold(name))

    def starting_with(self, typed: str) -> Self:
        """Sources with a name that holds what was typed; those that start with it first."""
        folded = fold(typed)
        first = Case(When(aliases__folded__startswith=folded, then=0), default=1)
        matching = self.current().filter(aliases__folded__contains=folded)
        return matching.annotate(place=Min(first)).order_by("place", "name")


class ArticleQuerySet(models.QuerySet["Article"]):
    def still_being_read(self, conflicts: Iterable[Conflict]) -> Self:
        """Articles with suggestions to decide for one of these conflicts, and how many (``waiting``); the latest first.

        Figures of another war are folded away and wait for nobody.
        """
        suggestions: SuggestionQuerySet = apps.get_model("ledger", "Suggestion")._default_manager.order_by()
        waiting = suggestions.still_open().filter(conflict__in=conflicts)
        waiting = waiting.exclude(reading__scope=Scope.BACKGROUND.value)
        times = waiting.filter(article=OuterRef("pk")).values("article").annotate(times=Count("pk")).values("times")
        rows = self.filter(pk__in=waiting.values("article")).annotate(waiting=Subquery(times))
        return rows.select_related("publisher").order_by("-id")

    def matching(self, typed: str) -> Self:
        """Articles whose title or publisher holds what was typed, or whose address it is; the latest first."""
        return self.filter(
            Q(title__icontains=typed) | Q(publisher__name__icontains=typed) | Q(url=typed)
        ).select_related("publisher")


class ChangeQuerySet(models.QuerySet["Change"]):
    def with_people(self) -> Self:
        """With the related rows that a line of the log takes: one query."""
        return self.select_related("by", "conflict", "undoes")

    def of_claim(self, claim_id: int) -> Self:
        """Every change that touched this claim or one of its citations, the latest first."""
        return self.filter(differences__claim=claim_id).distinct().select_related("by", "undoes", "undone_by")

    def version(self) -> str:
        """A short text that changes with every change of the ledger: one query."""
        return _as_version(self.order_by("-id").values_list("id", flat=True)[:LATEST])

    def version_of(self, conflict: models.QuerySet[Any, Any]) -> str:
        """A short text that changes with every change that may alter the pages of one conflict: one query.

        ``conflict`` selects its number, and nothing when there is none.
        """
        reached = apps.get_model("ledger", "Reach")._default_manager.order_by("-change")
        own, shared = reached.filter(conflict=conflict[:1]), reached.filter(conflict=None)
        numbers = [some.values_list("change", flat=True)[:LATEST] for some in (own, shared)]
        return _as_version(numbers[0].union(numbers[1], all=True))

    def version_from(self, conflict: Any) -> str:
        """The same for a conflict ``with_versions``: no query."""
        return _as_version([*conflict.reached_by, *conflict.shared_reached_by])


def _as_version(numbers: Iterable[int]) -> str:
    """Of the latest changes and not of the last alone: one that began earlier may be committed later."""
    return hashlib.sha256(",".join(map(str, sorted(numbers))).encode()).hexdigest()[:16]


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    def read_from(self, article: Article, conflict: Conflict) -> Self:
        """What was proposed from an article for a conflict, in the order of the text."""
        return self.filter(article=article, conflict=conflict)

    def still_open(self) -> Self:
        """Those that nobody has decided yet."""
        return self.filter(decision="open")

    def dismissed(self) -> Self:
        return self.filter(decision="dismissed")

    def with_names(self) -> Self:
        """With the claims that they became, and what naming those takes: one query."""
        names = ("conflict", "claimant", "voice", "party", "incident")
        return self.select_related(*(f"claim__{name}" for name in names))


class ClaimQuerySet(models.QuerySet["Claim"]):
    # what a reader may see -------------------------------------------------------------------------------------

    def published(self) -> Self:
        """What readers see: the one place where that is decided."""
        return self.filter(state=State.PUBLISHED.value)

    def about(self, conflict: Conflict) -> Self:
        return self.filter(conflict=conflict)

    def figures(self) -> Self:
        """Without the notes that a claimant withdrew an earlier figure: those give no figure of their own."""
        return self.exclude(relation=Relation.WITHDRAWS.value)

    def counting(self, outcome: Outcome | str) -> Self:
        return self.filter(outcome=str(outcome))

    def cumulative(self) -> Self:
        return self.filter(scope=Scope.CUMULATIVE.value)

    def known(self, known_on: date | None, logged_on: date | None) -> Self:
        """Published by the one day and logged by the other; None: ever."""
        return self.filter(known_by(known_on, logged_on))

    def not_taken_back_by(self, day: date | None, *, logged_on: date | None = None) -> Self:
        """Without those that their claimant had corrected or withdrawn, in print, by this day (None: ever)."""
        return self.filter(~self._taken_back(day, logged_on))

    def with_whether_taken_back(self) -> Self:
        """With ``is_taken_back``: whether their claimant corrected or withdrew them, in print, ever."""
        return self.annotate(is_taken_back=self._taken_back(None, None))

    def _taken_back(self, day: date | None, logged_on: date | None) -> Exists:
        later = self.model.objects.published().filter(follows=OuterRef("pk"), relation__in=UNDOING)
        return Exists(later.known(day, logged_on))

    def wholes(self) -> Self:
        """Without parts of a figure that is on the same line: 93 "by shelling" of the 98 dead is no fall to 93."""
        same = Q(part_of__isnull=False)
        for column in LINE:
            name = column.removesuffix("_id")
            equal = Q(**{f"part_of__{name}": F(name)})
            if self.model._meta.get_field(name).null:
                equal |= Q(**{f"part_of__{name}__isnull": True, f"{name}__isnull": True})
            same &= equal
        return self.exclude(same)

    def standing_on(self, day: date, *, known_on: date | None = None, logged_on: date | None = None) -> Self:
        """The standing claims on a day, at most one for each voice and thing counted.

        A claimant's latest claim for one thing counted, as of the day or before, neither withdrawn nor corrected
        (DESIGN section 2). ``known_on`` uses only what had been published, withdrawals and corrections too, by then;
        ``logged_on`` only what this ledger had logged.
        Of two claims of one voice as of the same day the one printed later stands, but one that the editors find
        improbable gives way to one that they do not: a mistranslation printed last must not unseat what was said.
        A part of a figure on the same line never stands for it.
        """
        rows = self.published().figures().wholes().filter(as_of__lte=day).known(known_on, logged_on)
        rows = rows.not_taken_back_by(known_on, logged_on=logged_on)
        period_end = Case(When(scope=Scope.PERIOD.value, then=F("as_of")), output_field=models.DateField())
        thing = ["conflict_id", *LINE, "period_start", "period_end"]
        return (
            rows.annotate(period_end=period_end, improbable=Case(When(credibility=IMPROBABLE, then=1), default=0))
            .order_by(*thing, "-as_of", "improbable", "-first_published_on", "-id")
            .distinct(*thing)
        )

    # what a screen needs ---------------------------------------------------------------------------------------

    def with_names(self) -> Self:
        """With the related rows that naming a claim takes: one query."""
        return self.select_related("conflict", "claimant", "voice", "party", "incident")

    def with_channels(self, known_on: date | None = None) -> Self:
        """With ``channels``: for each report printed by then, the agency that relayed it, else its publisher, by id."""
        cited = apps.get_model("ledger", "Citation")._default_manager.filter(claim=OuterRef("pk")).order_by()
        if known_on is not None:
            cited = cited.filter(article__published_on__lte=known_on)
        through = cited.values(source=Coalesce("relayed_via", "article__publisher"))
        return self.annotate(channels=ArraySubquery(through))

    def with_citations(self) -> Self:
        """With citations, articles and publishers: one query more, the earliest article first."""
        citations = apps.get_model("ledger", "Citation").objects.select_related(
            "article", "article__publisher", "relayed_via"
        )
        # An article's stored text may be long, and is for the desk only.
        citations = citations.defer("article__text").order_by("article__published_on", "id")
        return self.prefetch_related(Prefetch("citations", citations))

    def with_last_change(self) -> Self:
        """Each with the last change of its record or of one of its citations: ``changed_by`` and ``changed_at``."""
        touching = apps.get_model("ledger", "Difference")._default_manager.filter(claim=OuterRef("pk"))
        last = touching.order_by("-change")
        return self.annotate(
            changed_by=Subquery(last.values("change")[:1]), changed_at=Subquery(last.values("change__at")[:1])
        )

    def recently_logged(self) -> Self:
        return self.order_by("-logged_at", "-id")

    def drafts_of(self, user: object) -> Self:
        return self.filter(state=State.DRAFT.value, logged_by=user)

    def same_line_as(self, claim: Claim) -> Self:
        """Other claims of the same voice about the same thing counted."""
        return self.filter(conflict=claim.conflict_id, **_line_of(claim)).exclude(pk=claim.pk)


def known_by(known_on: date | None, logged_on: date | None) -> Q:
    """What had been published by the one day and logged here by the end of the other, in UTC; None: ever.

    As_of is not enough: papers print yesterday's count.
    """
    known = Q(first_published_on__lte=known_on) if known_on else Q()
    return known & Q(logged_at__lte=end_of(logged_on)) if logged_on else known


def end_of(day: date) -> datetime:
    """The last moment of a day in UTC."""
    return datetime.combine(day, time.max, UTC)


def _line_of(claim: Claim) -> dict[str, object]:
    values = {name: getattr(claim, name) for name in LINE}
    return {f"{name}__isnull" if value is None else name: value is None or value for name, value in values.items()}
