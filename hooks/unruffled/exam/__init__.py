"""Sealed exams: questions and key outside of every site, papers locked, answers sealed."""
