from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "tracker.web"
    label = "web"
    verbose_name = "Web"

    def ready(self) -> None:
        from tracker.web import languages

        languages.set_up()
