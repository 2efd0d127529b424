from django.apps import AppConfig


class EditingConfig(AppConfig):
    name = "tracker.editing"
    label = "editing"
    verbose_name = "Desk"
