"""Gaps on a page: what a reader sees in their place, and the list that says what belongs there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from ..model.gaps import Gap, names
from ..text.inline import as_read

_GAP = re.compile(r"\{(?P<name>[^{}<>]+)\}(?![^<>]*>)")
"""A gap in HTML, outside of a tag."""


def spoken(html: Markup, gaps: Mapping[str, Gap]) -> Markup:
    """Return a line that is said with the label of each gap in its place, in square brackets.

    Copied by hand, the brackets show that something is missing. The script puts in there what an
    agent has filled in.
    """

    def mark(match: re.Match[str]) -> str:
        # It was escaped with the rest, but its quotes only where the line has no inline marks.
        name = Markup(match["name"]).unescape()
        label = as_read(gaps[name].label) if name in gaps else name.replace("_", " ")
        lasts = ' data-lasts="call"' if name in gaps and gaps[name].lasts == "call" else ""
        return f'<span class="gap" data-gap="{escape(name)}"{lasts}>[{escape(label)}]</span>'

    # In a Markup, the mark would be escaped, too.
    return Markup(_GAP.sub(mark, str(html)))


def used(lines: Iterable[str], gaps: Mapping[str, Gap]) -> list[Gap]:
    """Return the gaps of these lines, each once, in their order."""
    found = dict.fromkeys(name for line in lines for name in names(line))
    return [gaps[name] for name in found if name in gaps]
