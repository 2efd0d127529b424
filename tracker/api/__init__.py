"""The machine's door: JSON, GET only, the same filter as the pages and strict about it."""
