"""Everything that pages are made of, on one page, in the colours of the handbook."""
