"""What is published, put together once, and handed to an engine."""
