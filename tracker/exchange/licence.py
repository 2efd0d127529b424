"""What others may do with the data: the one wording of it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

DATA_LICENCE = gettext_lazy(
    "Figures, dates and names are facts, free to use. The quoted words belong to the publishers of the articles they "
    "are cited from, and stand here as quotations."
)
