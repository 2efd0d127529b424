"""What readers may open: GET only, no session, no token."""

from django.urls import path

from tracker.pages.views import articles, changes, claims, conflicts, downloads, incidents, sources, texts

urlpatterns = [
    path("", conflicts.index, name="index"),
    path("conflicts/<slug:slug>/", conflicts.conflict, name="conflict"),
    path("conflicts/<slug:slug>/figure.json", conflicts.figure, name="figure"),
    path("conflicts/<slug:slug>/claims.csv", downloads.claims_csv, name="claims_csv"),
    path("claims/<int:number>/", claims.claim, name="claim"),
    path("articles/<int:number>/", articles.article, name="article"),
    path("incidents/<int:number>/", incidents.incident, name="incident"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("methodology/", texts.methodology, name="methodology"),
    path("changes/", changes.changes, name="changes"),
    path("data/", downloads.data, name="data"),
    path("robots.txt", texts.robots, name="robots"),
]
