"""The formats of questions: every module here makes one, called ``FORMAT``."""
