"""Scope, start and as-of date of each figure."""
