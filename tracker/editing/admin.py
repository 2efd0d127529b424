"""Django's admin, for administrators to look after people. Ledger records can only be read here.

People are Django's own users and groups, with the conflicts that a person may be narrowed to.
"""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest

from tracker.ledger import models

SITE = {
    # The site's own sign-in, with its limits on attempts.
    "login": secure_admin_login(admin.site.login),
    "site_header": "Conflicting Counts: administration",
    "site_title": "Administration",
    "index_title": "People. What is counted is logged and corrected at the desk (/desk/), never here.",
    "site_url": "/desk/",
}
for name, value in SITE.items():
    setattr(admin.site, name, value)


class MembershipInline(admin.TabularInline):
    """The conflicts that a person is narrowed to; none means all."""

    model = models.Membership
    extra = 0


admin.site.unregister(User)


@admin.register(User)
class PeopleAdmin(UserAdmin):
    """Users, with their memberships."""

    inlines = [MembershipInline]


class ReadOnlyAdmin(admin.ModelAdmin):
    """Shows records and changes none: writes go through the verbs, which ask who and why."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False


class ClaimAdmin(ReadOnlyAdmin):
    """Claims by number."""

    list_display = ["id", "as_worded", "voice", "outcome", "as_of", "state"]
    list_filter = ["state", "conflict"]
    list_select_related = ["voice"]
    search_fields = ["as_worded", "voice__name"]


class ChangeAdmin(ReadOnlyAdmin):
    """Every change: who, when, why."""

    list_display = ["id", "at", "by", "verb", "why", "conflict"]
    list_filter = ["verb"]
    list_select_related = ["by", "conflict"]


class SourceAdmin(ReadOnlyAdmin):
    """Sources by any of their names."""

    list_display = ["name", "kind", "country"]
    list_filter = ["kind"]
    search_fields = ["aliases__folded"]


class ArticleAdmin(ReadOnlyAdmin):
    """Articles, without their stored text in the list."""

    list_display = ["title", "publisher", "published_on"]
    list_select_related = ["publisher"]
    search_fields = ["title", "url"]


admin.site.register(models.Claim, ClaimAdmin)
admin.site.register(models.Change, ChangeAdmin)
admin.site.register(models.Source, SourceAdmin)
admin.site.register(models.Article, ArticleAdmin)
admin.site.register(
    [models.Conflict, models.Party, models.Incident, models.Milestone, models.Citation, models.Import], ReadOnlyAdmin
)
