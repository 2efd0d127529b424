"""Conflicts, and what belongs to one of them: parties, incidents, milestones, line colours, members."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from tracker.ledger.querysets import ConflictQuerySet
from tracker.lib.dates import show_span
from tracker.lib.tongue import marked
from tracker.lib.vocabulary import Precision


class Conflict(models.Model):
    """A war or crisis whose dead are counted."""

    slug = models.SlugField(unique=True, max_length=80)
    name = models.CharField(max_length=200)
    start = models.DateField(help_text="A cumulative count with no stated origin counts from this day.")
    end = models.DateField(null=True, blank=True)
    summary = models.TextField(blank=True, max_length=2000)
    counting_rules = models.TextField(blank=True, max_length=4000, help_text="Rules of counting of its own.")

    objects = ConflictQuerySet.as_manager()

    class Meta:
        ordering = ["-start", "name"]
        constraints = [
            models.CheckConstraint(
                name="a_conflict_starts_before_it_ends",
                condition=Q(end__isnull=True) | Q(end__gte=F("start")),
                violation_error_message=marked("A conflict starts before it ends."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("conflict", args=[self.slug])

    @property
    def span(self) -> str:
        """The conflict's dates in words: "27 Sep to 10 Nov 2020", "since 7 Oct 2023"."""
        return show_span(self.start, self.end)


class Party(models.Model):
    """A belligerent or community whose dead are counted; a side is a party that holds others."""

    conflict = models.ForeignKey(Conflict, on_delete=models.PROTECT, related_name="parties")
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="members")
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    belligerent = models.BooleanField(default=True, help_text="False for third parties whose people also died.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Order in lists.")

    class Meta:
        ordering = ["position", "name"]
        verbose_name_plural = "parties"
        constraints = [
            models.UniqueConstraint(name="a_party_is_named_once_in_a_conflict", fields=["conflict", "name"]),
            models.UniqueConstraint(
                name="a_party_has_an_address_of_its_own_in_a_conflict", fields=["conflict", "slug"]
            ),
            # The foreign keys (party, conflict) of claims and of a party's own parent point at this pair.
            models.UniqueConstraint(name="a_party_belongs_to_one_conflict", fields=["id", "conflict"]),
            models.CheckConstraint(
                name="a_party_is_not_its_own_side", condition=Q(parent__isnull=True) | ~Q(parent=F("id"))
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Incident(models.Model):
    """One attack or clash."""

    conflict = models.ForeignKey(Conflict, on_delete=models.PROTECT, related_name="incidents")
    name = models.CharField(max_length=200)
    date = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=8, choices=Precision.choices(), default=Precision.DAY.value)
    place = models.CharField(max_length=200, blank=True, help_text="A town or wider: never finer.")

    class Meta:
        ordering = ["date", "name"]
        constraints = [
            models.UniqueConstraint(name="an_incident_is_named_once_in_a_conflict", fields=["conflict", "name"]),
            models.UniqueConstraint(name="an_incident_belongs_to_one_conflict", fields=["id", "conflict"]),
            models.CheckConstraint(
                name="an_incident_date_has_a_known_precision", condition=Q(precision__in=[p.value for p in Precision])
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("incident", args=[self.pk])


class Milestone(models.Model):
    """A ceasefire or an offensive: drawn on the timeline, never counted."""

    conflict = models.ForeignKey(Conflict, on_delete=models.PROTECT, related_name="milestones")
    date = models.DateField()
    label = models.CharField(max_length=120)
    detail = models.TextField(blank=True, max_length=1000)
    source = models.ForeignKey("ledger.Source", null=True, blank=True, on_delete=models.PROTECT)
    url = models.URLField(blank=True, max_length=1000)

    class Meta:
        ordering = ["date", "id"]
        constraints = [
            models.UniqueConstraint(name="a_milestone_is_named_once_a_day", fields=["conflict", "date", "label"])
        ]

    def __str__(self) -> str:
        return self.label


class LineColour(models.Model):
    """A voice's colour in a conflict's charts: given once, so that no filter or ranking changes it."""

    conflict = models.ForeignKey(Conflict, on_delete=models.PROTECT, related_name="line_colours")
    voice = models.ForeignKey("ledger.Source", on_delete=models.PROTECT, related_name="+")
    colour = models.PositiveSmallIntegerField(help_text="Index into the charts' palette.")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_voice_has_one_colour_in_a_conflict", fields=["conflict", "voice"])
        ]

    def __str__(self) -> str:
        return f"{self.voice}: {self.colour}"


class Membership(models.Model):
    """Narrows a person's rights to the conflicts named here; a person without any may work on all."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    conflict = models.ForeignKey(Conflict, on_delete=models.CASCADE, related_name="memberships")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_person_is_a_member_of_a_conflict_once", fields=["user", "conflict"])
        ]

    def __str__(self) -> str:
        return f"{self.user} in {self.conflict}"
