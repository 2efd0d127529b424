"""The lowest room: counts, dates and wording. Standard library only."""
