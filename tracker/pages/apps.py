from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "tracker.pages"
    label = "pages"
    verbose_name = "Pages"
