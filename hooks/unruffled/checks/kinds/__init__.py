"""Rules that only one kind of question needs."""
