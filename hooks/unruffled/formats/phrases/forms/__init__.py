"""The formats of phrases: every module here makes one, called ``FORMAT``."""
