"""An author's text as runs: plain data that a script turns into nodes, without reading HTML."""

from __future__ import annotations

from html.parser import HTMLParser

from .inline import inline

Run = str | list[str]
"""A piece of text, or its mark (`strong`, `em`, `code`) and the piece."""

_MARKS = ("strong", "em", "code")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[Run] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        mark = next((each for each in _MARKS if each in self._open), "")
        self.runs.append([mark, data] if mark else data)


def runs(text: str) -> list[Run]:
    """Return ``text`` as runs. Links become their words: an exam leads nowhere."""
    reader = _Reader()
    reader.feed(str(inline(text)))
    reader.close()
    return reader.runs
