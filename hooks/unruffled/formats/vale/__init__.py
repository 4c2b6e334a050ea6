"""Rules for replies as a style for the linter Vale."""
