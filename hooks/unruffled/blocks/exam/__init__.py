"""The page on which a sealed exam is sat."""
