from django.urls import path

from tracker.editing.views import articles, claims, desk, logging, names, records

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("articles/", articles.articles, name="desk_articles"),
    path("articles/new/", articles.article_new, name="desk_article_new"),
    path("articles/<int:pk>/", articles.article, name="desk_article"),
    path("articles/<int:pk>/edit/", articles.article_edit, name="desk_article_edit"),
    path("articles/<int:pk>/publish/", articles.publish_all, name="desk_article_publish"),
    path("articles/<int:pk>/claims/new/", logging.claim_new, name="desk_claim_new"),
    path("articles/<int:pk>/claims/check/", logging.claim_check, name="desk_claim_check"),
    path("names/", names.names, name="desk_names"),
    path("claims/", desk.claims, name="desk_claims"),
    path("claims/<int:pk>/", claims.claim, name="desk_claim"),
    path("claims/<int:pk>/check/", claims.claim_check, name="desk_correction_check"),
    path("claims/<int:pk>/history/", claims.history, name="desk_history"),
    path("claims/<int:pk>/merge/", claims.claim_merge, name="desk_claim_merge"),
    path("claims/<int:pk>/<slug:act>/", claims.claim_act, name="desk_claim_act"),
    path("citations/<int:pk>/", claims.citation, name="desk_citation"),
    path("changes/", desk.changes_made, name="desk_changes"),
    path("changes/<int:pk>/undo/", desk.undo, name="desk_undo"),
    path("sources/", records.sources, name="desk_sources"),
    path("sources/new/", records.source_new, name="desk_source_new"),
    path("sources/<int:pk>/", records.source, name="desk_source"),
    path("sources/<int:pk>/names/", records.alias_new, name="desk_alias_new"),
    path("sources/<int:pk>/merge/", records.source_merge, name="desk_source_merge"),
    path("sources/<int:pk>/sides/<slug:slug>/", records.affiliation_new, name="desk_affiliation_new"),
    path("conflicts/new/", records.conflict_new, name="desk_conflict_new"),
    path("conflicts/<slug:slug>/", records.conflict, name="desk_conflict"),
    path("conflicts/<slug:slug>/<slug:word>/new/", records.belonging, name="desk_belonging_new"),
    path("conflicts/<slug:slug>/<slug:word>/<int:pk>/", records.belonging, name="desk_belonging"),
]
