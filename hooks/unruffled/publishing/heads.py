"""The head of a finished page: what it needs before anything of it is drawn."""

from __future__ import annotations

import re

from ..assets import ADDRESS

_STYLE = re.compile(rf'<link rel="stylesheet" href="[^"]*{ADDRESS}/[^"]*">\n?')


def styles_first(html: str) -> str:
    """Return a page with the styles of its blocks in its head.

    A block names its own where it stands. There, a browser would draw what comes before, and move
    it when the style is there.
    """
    head, end, body = html.partition("</head>")
    found = dict.fromkeys(each.strip() for each in _STYLE.findall(body))
    styles = "".join(f"{each}\n" for each in found)
    return f"{head}{styles}{end}{_STYLE.sub('', body)}"
