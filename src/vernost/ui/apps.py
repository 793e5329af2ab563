from django.apps import AppConfig
from django.db.models import fields


class UiConfig(AppConfig):
    name = "vernost.ui"

    def ready(self) -> None:
        # As unknown values are written everywhere else; Django's own words have no Russian.
        fields.BLANK_CHOICE_LABEL = "–"
