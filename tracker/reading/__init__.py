"""Article text in, suggested casualty figures out: the room knows no Django and keeps nothing."""
