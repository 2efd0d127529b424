from importlib import import_module

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "tracker.pages"
    label = "pages"
    verbose_name = "Pages"

    def ready(self) -> None:
        """Register the system check."""
        import_module("tracker.pages.checks")
