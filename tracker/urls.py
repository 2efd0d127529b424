"""Every address of the site."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from tracker.api.doors import api
from tracker.web import health
from tracker.web.signing_in import SignIn

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("api/v1/", api.urls),
    path("admin/", admin.site.urls),
    # The pages stand once more under the code of each further language.
    *i18n_patterns(
        path("desk/", include("tracker.editing.urls")),
        path("accounts/login/", SignIn.as_view(), name="account_login"),
        path("accounts/", include("allauth.urls")),
        path("", include("tracker.pages.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "tracker.web.errors.bad_request"
handler403 = "tracker.web.errors.forbidden"
handler404 = "tracker.web.errors.not_found"
handler500 = "tracker.web.errors.server_error"
