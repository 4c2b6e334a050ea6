"""Rules for replies as the one engine reads them, and that engine outside of a browser."""
