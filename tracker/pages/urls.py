"""What readers may open: GET only, no session, no token."""

from django.urls import path

from tracker.pages.views import (
    articles,
    changes,
    citing,
    claims,
    comparing,
    conflicts,
    downloads,
    embedding,
    feeds,
    incidents,
    pictures,
    searching,
    sources,
    texts,
)

urlpatterns = [
    path("", conflicts.index, name="index"),
    path("conflicts/<slug:slug>/", conflicts.conflict, name="conflict"),
    path("conflicts/<slug:slug>/figure.json", conflicts.figure, name="figure"),
    path("conflicts/<slug:slug>/claims.csv", downloads.claims_csv, name="claims_csv"),
    path("conflicts/<slug:slug>/claims.xlsx", downloads.claims_xlsx, name="claims_xlsx"),
    path("conflicts/<slug:slug>/timeline.svg", pictures.timeline_svg, name="timeline_svg"),
    path("conflicts/<slug:slug>/timeline.png", pictures.timeline_png, name="timeline_png"),
    path("conflicts/<slug:slug>/cite/", citing.cite_view, name="cite_view"),
    path("conflicts/<slug:slug>/feed.atom", feeds.feed, name="feed"),
    path("embed/conflicts/<slug:slug>/", embedding.embed, name="embed"),
    path("oembed", embedding.oembed, name="oembed"),
    path("claims/<int:number>/cite/", citing.cite_claim, name="cite_claim"),
    path("claims/<int:number>/", claims.claim, name="claim"),
    path("compare/", comparing.compare, name="compare"),
    path("side-by-side/", comparing.side_by_side, name="side_by_side"),
    path("articles/<int:number>/", articles.article, name="article"),
    path("incidents/<int:number>/", incidents.incident, name="incident"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("search/", searching.search, name="search"),
    path("methodology/", texts.methodology, name="methodology"),
    path("changes/", changes.changes, name="changes"),
    path("data/", downloads.data, name="data"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("robots.txt", texts.robots, name="robots"),
]
