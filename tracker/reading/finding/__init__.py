"""Which numbers count casualties, and what they count: number, outcome, status and group."""
