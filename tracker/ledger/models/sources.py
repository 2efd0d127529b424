"""Who speaks and prints: sources, their other names and sides, and the articles they publish."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import MD5
from django.urls import reverse

from tracker.ledger.querysets import ArticleQuerySet, SourceQuerySet
from tracker.lib.tongue import marked
from tracker.lib.vocabulary import Precision, SourceKind

MAX_ARTICLE_TEXT = 1_000_000
"""Characters of an article's stored text; longer ones are refused at the door."""


class Source(models.Model):
    """Anyone who speaks or prints."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(unique=True, max_length=120)
    kind = models.CharField(max_length=20, choices=SourceKind.choices())
    country = models.CharField(max_length=100, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="bodies")
    languages = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    note = models.TextField(blank=True, max_length=2000)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged")

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="a_source_is_of_a_known_kind", condition=Q(kind__in=[k.value for k in SourceKind])
            ),
            models.CheckConstraint(
                name="a_source_is_not_its_own_parent", condition=Q(parent__isnull=True) | ~Q(parent=F("id"))
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.slug])


class SourceAlias(models.Model):
    """A name a source goes by, its own name included; found by its folded form."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=400, help_text="lib.folding.fold(name)")

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "source aliases"
        constraints = [models.UniqueConstraint(name="a_name_means_one_source", fields=["folded"])]

    def __str__(self) -> str:
        return self.name


class Affiliation(models.Model):
    """A source speaks for a party of a conflict, for a time or throughout."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="affiliations")
    party = models.ForeignKey("ledger.Party", on_delete=models.CASCADE, related_name="affiliations")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="an_affiliation_is_stated_once", fields=["source", "party", "since"], nulls_distinct=False
            ),
            models.CheckConstraint(
                name="an_affiliation_starts_before_it_ends",
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} for {self.party}"


class Article(models.Model):
    """One publication. Its stored text is for editors; public pages show the quoted words of claims only."""

    publisher = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="articles")
    title = models.CharField(max_length=500)
    url = models.URLField(blank=True, max_length=2000)
    published_on = models.DateField()
    published_precision = models.CharField(max_length=8, choices=Precision.choices(), default=Precision.DAY.value)
    published_inferred = models.BooleanField(
        default=False,
        help_text="The day is not printed in full: it comes from the address, a weekday or other reports.",
    )
    language = models.CharField(max_length=12, blank=True)
    text = models.TextField(blank=True, max_length=MAX_ARTICLE_TEXT)
    text_sha256 = models.CharField(max_length=64, blank=True)
    archived_url = models.URLField(blank=True, max_length=2000)
    note = models.TextField(blank=True, max_length=2000)
    ref = models.CharField(max_length=80, blank=True, help_text="The article's stable name in an import file.")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_on", "-id"]
        constraints = [
            # By its digest: an index entry holds 2,704 bytes at most, an address may be longer.
            models.UniqueConstraint(MD5("url"), name="an_address_is_one_article", condition=~Q(url="")),
            models.UniqueConstraint(name="an_article_reference_is_used_once", fields=["ref"], condition=~Q(ref="")),
            models.CheckConstraint(
                name="an_article_address_is_http",
                condition=Q(url="") | Q(url__startswith="http://") | Q(url__startswith="https://"),
                violation_error_message=marked("An article's address starts with http:// or https://."),
            ),
            models.CheckConstraint(
                name="an_article_date_has_a_known_precision",
                condition=Q(published_precision__in=[p.value for p in Precision]),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])
