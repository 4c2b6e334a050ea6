"""Content as files for other programs: phrases, question banks, packages."""
