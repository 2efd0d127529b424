"""Whose people each figure counts, and where."""
