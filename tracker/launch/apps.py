from importlib import import_module

from django.apps import AppConfig


class LaunchConfig(AppConfig):
    name = "tracker.launch"
    label = "launch"
    verbose_name = "Launch"

    def ready(self) -> None:
        """Register the system checks, which need the ledger's models."""
        import_module("tracker.launch.checks")
