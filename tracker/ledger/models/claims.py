"""The unit of record: one claimant, one number as worded, one scope, one as-of date, cited from articles."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language

from tracker.ledger.querysets import ClaimQuerySet, SuggestionQuerySet
from tracker.lib.counts import MAX_COUNT, Interval, Qualifier
from tracker.lib.tongue import marked
from tracker.lib.vocabulary import Group, Kind, Outcome, Precision, Relation, Scope, State, Status, Term

EXACT = Qualifier.EXACT.value
NUMBERLESS = [Qualifier.RANGE.value, Qualifier.VAGUE.value]
NOT_DECIDED = [State.DRAFT.value, State.IN_REVIEW.value]
LIVE_STATES = [State.DRAFT.value, State.IN_REVIEW.value, State.PUBLISHED.value]

IDENTITY = [
    "conflict_id", "voice_id", "claimant_id", "qualifier", "value", "low", "high", "vague_words", "outcome", "status",
    "group", "party_id", "place", "incident_id", "scope", "counted_from", "period_start", "as_of", "relation",
]  # fmt: skip
"""Columns: two live claims equal in all of these are one claim, the second a citation of the first."""

THING = ["outcome", "status", "group", "party", "place", "incident", "scope", "counted_from"]
"""Fields that say what is counted; with the voice they make a line on the timeline."""


def known_word(field: str, terms: type[Term]) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"a_claims_{field}_is_a_known_word", condition=Q(**{f"{field}__in": [t.value for t in terms]})
    )


def count_field(verbose_name: str) -> models.BigIntegerField[int | None, int | None]:
    return models.BigIntegerField(
        verbose_name, null=True, blank=True, validators=[MinValueValidator(0), MaxValueValidator(MAX_COUNT)]
    )


@lru_cache(maxsize=64)  # a page leads to hundreds of claims
def _pages(language: str | None, prefix: str) -> str:
    """What comes before the number in a claim's address."""
    return reverse("claim", args=[0]).removesuffix("0/")


class Claim(models.Model):
    """One figure, as one voice gave it."""

    conflict = models.ForeignKey("ledger.Conflict", on_delete=models.PROTECT, related_name="claims")
    claimant = models.ForeignKey(
        "ledger.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="claims",
        help_text="Who gave the number; empty when the text gives it in its own voice.",
    )  # fmt: skip
    voice = models.ForeignKey(
        "ledger.Source", on_delete=models.PROTECT, related_name="voiced",
        help_text="The claimant; for an unattributed figure the agency that relayed it, else the publisher.",
    )  # fmt: skip
    as_worded = models.CharField(max_length=200)
    qualifier = models.CharField(max_length=12, choices=Qualifier.choices())
    value = count_field("number")
    low = count_field("lowest")
    high = count_field("highest")
    vague_words = models.CharField(
        max_length=200, blank=True, editable=False, help_text="A vague claim's folded wording: it has no number."
    )
    outcome = models.CharField(max_length=12, choices=Outcome.choices(), default=Outcome.KILLED.value)
    status = models.CharField(max_length=12, choices=Status.choices(), default=Status.ANY.value)
    group = models.CharField(max_length=20, choices=Group.choices(), blank=True, default="")
    party = models.ForeignKey(
        "ledger.Party", null=True, blank=True, on_delete=models.PROTECT, related_name="claims",
        help_text="Whose people are counted; empty = all sides together.",
    )  # fmt: skip
    place = models.CharField(max_length=200, blank=True, help_text="A town or wider; empty = the whole conflict.")
    incident = models.ForeignKey(
        "ledger.Incident", null=True, blank=True, on_delete=models.PROTECT, related_name="claims"
    )
    scope = models.CharField(max_length=12, choices=Scope.choices(), default=Scope.CUMULATIVE.value)
    counted_from = models.DateField(null=True, blank=True, help_text="Empty = the conflict's start.")
    period_start = models.DateField(null=True, blank=True)
    as_of = models.DateField(help_text="The day the count holds for; of a period, its last day.")
    as_of_precision = models.CharField(max_length=8, choices=Precision.choices(), default=Precision.DAY.value)
    said_on = models.DateField(null=True, blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices(), default=Kind.NOT_STATED.value)
    part_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    follows = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="followers")
    relation = models.CharField(max_length=12, choices=Relation.choices(), blank=True, default="")
    credibility = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(6)],
        help_text="Admiralty scale: 1 confirmed by others … 6 cannot be judged.",
    )  # fmt: skip
    includes_indirect = models.BooleanField(null=True, blank=True, help_text="Deaths by hunger, disease, lack of care.")
    editor_note = models.TextField(blank=True, max_length=2000, help_text="Public.")
    state = models.CharField(max_length=12, choices=State.choices(), default=State.DRAFT.value)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged")
    accepted_warnings = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    first_published_on = models.DateField(
        null=True, editable=False, help_text="The day of its earliest article: kept by the verbs, for known_on."
    )
    logged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    logged_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1, help_text="Raised by every change: two editors cannot overwrite.")

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["as_of", "id"]
        indexes = [
            models.Index(
                name="claims_of_a_timeline", fields=["conflict", "outcome", "as_of"], condition=Q(state="published")
            ),
            models.Index(name="claims_of_a_voice", fields=["voice", "conflict"], condition=Q(state="published")),
            models.Index(
                name="claims_by_line",
                fields=["voice", "conflict", *THING, "claimant", "as_of"],
                condition=Q(state="published") & ~Q(relation="withdraws"),
            ),
            models.Index(name="claims_latest_logged", fields=["-logged_at", "-id"]),
            models.Index(name="claims_not_decided", fields=["state", "conflict"], condition=Q(state__in=NOT_DECIDED)),
        ]
        constraints = [
            models.UniqueConstraint(
                name="a_claim_is_recorded_once", nulls_distinct=False,
                fields=[name.removesuffix("_id") for name in IDENTITY],
                condition=Q(state__in=LIVE_STATES),
            ),
            models.UniqueConstraint(name="a_claim_belongs_to_one_conflict", fields=["id", "conflict"]),
            models.CheckConstraint(
                name="low_is_not_above_high", condition=Q(low__isnull=True) | Q(high__gte=F("low")),
                violation_error_message=marked("The lowest number is above the highest."),
            ),
            models.CheckConstraint(
                name="a_range_has_both_ends_and_only_a_range_has_ends",
                condition=Q(qualifier="range", low__isnull=False, high__isnull=False, value__isnull=True)
                | (~Q(qualifier="range") & Q(low__isnull=True, high__isnull=True)),
                violation_error_message=marked("A range has both ends and no single number; nothing else has ends."),
            ),
            models.CheckConstraint(
                name="a_claim_with_a_number_has_a_value",
                condition=Q(qualifier__in=NUMBERLESS) | Q(value__isnull=False),
                violation_error_message=marked("This qualifier needs a number."),
            ),
            models.CheckConstraint(
                name="a_vague_claim_has_no_number",
                condition=(Q(qualifier="vague", value__isnull=True) & ~Q(vague_words=""))
                | (~Q(qualifier="vague") & Q(vague_words="")),
                violation_error_message=marked("A vague figure keeps its words and has no number."),
            ),
            models.CheckConstraint(
                name="counts_are_not_negative",
                condition=(Q(value__isnull=True) | Q(value__gte=0)) & (Q(low__isnull=True) | Q(low__gte=0)),
                violation_error_message=marked("A count cannot be below zero."),
            ),
            models.CheckConstraint(
                name="an_incident_claim_names_an_incident_or_a_place",
                condition=~Q(scope="incident") | Q(incident__isnull=False) | ~Q(place=""),
                violation_error_message=marked("Name the incident, or at least the place."),
            ),
            models.CheckConstraint(
                name="a_period_starts_before_it_ends",
                condition=Q(period_start__isnull=True) | Q(period_start__lte=F("as_of")),
                violation_error_message=marked("The period starts after it ends."),
            ),
            models.CheckConstraint(
                name="only_a_period_has_a_period_start", condition=Q(period_start__isnull=True) | Q(scope="period")
            ),
            models.CheckConstraint(
                name="only_a_cumulative_count_has_an_origin",
                condition=Q(counted_from__isnull=True) | Q(scope__in=["cumulative", "background"]),
            ),
            models.CheckConstraint(
                name="a_count_starts_before_it_holds",
                condition=Q(counted_from__isnull=True) | Q(counted_from__lte=F("as_of")),
                violation_error_message=marked("The count starts after the day it holds for."),
            ),
            models.CheckConstraint(
                name="a_claim_is_not_part_of_itself", condition=Q(part_of__isnull=True) | ~Q(part_of=F("id"))
            ),
            models.CheckConstraint(
                name="a_claim_does_not_follow_itself", condition=Q(follows__isnull=True) | ~Q(follows=F("id"))
            ),
            models.CheckConstraint(
                name="a_claim_that_follows_says_how",
                condition=Q(follows__isnull=True, relation="") | (Q(follows__isnull=False) & ~Q(relation="")),
                violation_error_message=marked("Say how it follows the earlier claim."),
            ),
            models.CheckConstraint(
                name="an_attributed_claim_speaks_with_its_claimants_voice",
                condition=Q(claimant__isnull=True) | Q(claimant=F("voice")),
            ),
            models.CheckConstraint(
                name="credibility_is_between_one_and_six",
                condition=Q(credibility__isnull=True) | Q(credibility__range=(1, 6)),
            ),
            models.CheckConstraint(
                name="a_merged_claim_is_rejected", condition=Q(merged_into__isnull=True) | Q(state="rejected")
            ),
            known_word("qualifier", Qualifier),
            known_word("outcome", Outcome),
            known_word("status", Status),
            known_word("group", Group),
            known_word("scope", Scope),
            known_word("kind", Kind),
            known_word("relation", Relation),
            known_word("state", State),
            known_word("as_of_precision", Precision),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.figure} {self.outcome}, {self.voice}, {self.as_of}"

    def get_absolute_url(self) -> str:
        return f"{_pages(get_language(), get_script_prefix())}{self.pk}/"

    @property
    def figure(self) -> str:
        """The figure as a reader sees it: "nearly 5,000"; a vague one in its own words."""
        return Qualifier(self.qualifier).in_words(self.value, self.low, self.high, self.as_worded)

    @property
    def interval(self) -> Interval | None:
        """The whole numbers that the figure can mean; None for a vague one."""
        if self.qualifier == EXACT and self.value is not None:  # most are
            return Interval(self.value, self.value)
        return Qualifier(self.qualifier).interval(self.value, self.low, self.high)

    @property
    def is_unattributed(self) -> bool:
        return self.claimant_id is None


class Citation(models.Model):
    """A claim's place in an article."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="citations")
    article = models.ForeignKey("ledger.Article", on_delete=models.PROTECT, related_name="citations")
    quote = models.CharField(max_length=600, help_text="The words around the figure.")
    wording = models.CharField(max_length=200, help_text="The number phrase as this article prints it.")
    attribution = models.CharField(max_length=300, blank=True, help_text="How this article names the claimant.")
    relayed_via = models.ForeignKey(
        "ledger.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="relayed"
    )
    start = models.PositiveIntegerField(null=True, blank=True, help_text="Where the wording starts in the stored text.")
    end = models.PositiveIntegerField(null=True, blank=True)
    note = models.TextField(blank=True, max_length=2000)
    ref = models.CharField(max_length=80, blank=True, help_text="The row's stable name in an import file.")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(name="an_article_is_cited_once_for_a_quote", fields=["claim", "article", "quote"]),
            models.UniqueConstraint(name="a_citation_reference_is_used_once", fields=["ref"], condition=~Q(ref="")),
            models.CheckConstraint(
                name="a_citation_starts_before_it_ends",
                condition=Q(start__isnull=True, end__isnull=True) | Q(end__gt=F("start")),
            ),
            models.CheckConstraint(name="a_citation_quotes_something", condition=~Q(quote="")),
        ]

    def __str__(self) -> str:
        return self.quote


class Suggestion(models.Model):
    """A figure proposed from an article, and what an editor decided about it."""

    class Decision(models.TextChoices):
        OPEN = "open"
        ACCEPTED = "accepted"
        DISMISSED = "dismissed"

    article = models.ForeignKey("ledger.Article", on_delete=models.PROTECT, related_name="suggestions")
    conflict = models.ForeignKey("ledger.Conflict", on_delete=models.PROTECT, related_name="suggestions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    turn = models.PositiveSmallIntegerField(
        default=0, help_text="Which of several figures in the same words: “more than 2,000 from each side” is two."
    )
    reading = models.JSONField(help_text="The figure as read: fields, confidence per field, rules that fired.")
    by_hand = models.BooleanField(default=False, help_text="An editor marked the words; no rule found them.")
    decision = models.CharField(max_length=10, choices=Decision.choices, default=Decision.OPEN)
    why = models.CharField(max_length=300, blank=True)
    claim = models.ForeignKey(Claim, null=True, blank=True, on_delete=models.PROTECT, related_name="suggestions")
    changed = ArrayField(
        models.CharField(max_length=40), default=list, blank=True,
        help_text="The fields that the editor changed before accepting.",
    )  # fmt: skip

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["start", "turn", "id"]
        indexes = [
            models.Index(name="suggestions_still_open", fields=["conflict", "article"], condition=Q(decision="open"))
        ]
        constraints = [
            models.UniqueConstraint(
                name="a_figure_is_suggested_once", fields=["article", "conflict", "start", "end", "turn"]
            ),
            models.CheckConstraint(name="a_suggestion_starts_before_it_ends", condition=Q(end__gt=F("start"))),
            models.CheckConstraint(
                name="an_accepted_suggestion_names_its_claim",
                condition=~Q(decision="accepted") | Q(claim__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article} {self.start}–{self.end}"

    @property
    def is_open(self) -> bool:
        return self.decision == self.Decision.OPEN.value
