"""The policy of a finished site: written into its pages, and as headers for hosts that send them.

The theme writes small scripts into the pages, which have to run before anything is painted. A
policy allows each by the digest of its text. They differ with the theme's version and with the
depth of a page, so they are read from the built pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..assets import ADDRESS
from ..policy import VOICE, Directives, page_policy, read, together, written
from .heads import styles_first

if TYPE_CHECKING:
    from ..model.library import Library

ALLOWED = "assets/policy.json"
"""Where a site says what its handbook allows besides; a site without it allows nothing."""

HEADERS = "_headers"
"""The file in which several hosts look for the headers that they are to send."""

MADE = "# What follows was made with the site. Lines of docs/_headers stand above it.\n"

TRAINERS = re.compile(r"<unruffled-(?:team|assign)[\s>]")
"""Elements of pages that hold a trainer's key: no other page may put these into a frame."""

SCRIPTS = frozenset({"", "module", "text/javascript", "application/javascript", "importmap"})
"""Values of `type` with which a browser runs what stands in a `<script>`, or obeys it."""

HOW_TO_ALLOW = "`inline` below `allows` in handbook.yml lets it stand."

STEADY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}

_SCRIPT = re.compile(
    r"<!--.*?-->|<script\b(?P<tag>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>(?P<text>.*?)</script\s*>",
    re.DOTALL | re.IGNORECASE,
)
_TYPE = re.compile(r"""\btype\s*=\s*["']?(?P<type>[^"'\s>]*)""", re.IGNORECASE)
_SRC = re.compile(r"(?:^|[\s\"'])src\b", re.IGNORECASE)
_HANDLER = re.compile(
    r"<[a-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*?\son[a-z]+\s*=\s*(?:\"(?P<two>[^\"]*)\"|'(?P<one>[^']*)')",
    re.IGNORECASE,
)
_LIKE_A_HANDLER = re.compile(r"\son[a-z]{3,}=[\"']")
_STYLED = re.compile(r"<[a-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*?\sstyle=", re.IGNORECASE)
_CONTENT = re.compile(r"<article\b.*</article>", re.DOTALL)
_META = re.compile(r'<meta http-equiv="content-security-policy" content="(?P<policy>[^"]*)">\n?')
_CHARSET = re.compile(r"<meta charset=[^>]*>\s*", re.IGNORECASE)


def inline_scripts(html: str) -> list[str]:
    """Return the texts of the scripts that stand in a page, as a browser takes their digest."""
    html = html.replace("\r\n", "\n")
    return [
        each["text"]
        for each in _SCRIPT.finditer(html)
        if each["tag"] is not None and _runs(each["tag"])
    ]


def _runs(tag: str) -> bool:
    kind = _TYPE.search(tag)
    return not _SRC.search(tag) and (kind["type"].lower() if kind else "") in SCRIPTS


def policy_of(html: str, allowed: Mapping[str, list[str]]) -> Directives:
    """Return the policy of a page of a finished site, by the HTML of the page.

    What stands in the text of a page was written by an author, and runs only if that is allowed.
    """
    if "scripts" in allowed.get("inline", ()):
        handlers = [unescape(each["two"] or each["one"] or "") for each in _HANDLER.finditer(html)]
        trusted = html
    else:
        handlers, trusted = [], _CONTENT.sub("", html)
    voice = bool(VOICE.search(html))
    return page_policy(inline_scripts(trusted), allowed, voice=voice, handlers=handlers)


def with_policy(html: str, allowed: Mapping[str, list[str]]) -> str:
    """Return a page with its policy, above everything that could load or run."""
    html = _META.sub("", html)
    policy = escape(written(policy_of(html, allowed)), quote=True).replace("&#x27;", "'")
    meta = f'<meta http-equiv="content-security-policy" content="{policy}">\n'
    found = _CHARSET.search(html)
    at = found.end() if found else html.index("<head>") + len("<head>")
    return f"{html[:at]}{meta}{html[at:]}"


def allowed_json(library: Library) -> str:
    """Return the text of ``ALLOWED``: what the handbook allows; empty where it allows nothing.

    Where answers of learners may go, organisation.yml says: it needs no second line.
    """
    allows = library.handbook.allows.model_dump(exclude={"origin"}, exclude_defaults=True)
    if stores := library.organisation.connected:
        allows["requests"] = stores
    return json.dumps(allows, ensure_ascii=False, separators=(",", ":")) if allows else ""


def _allowed(site: Path) -> Mapping[str, list[str]]:
    file = site / ALLOWED
    return json.loads(file.read_bytes()) if file.is_file() else {}


def pages_of(site: Path) -> Iterator[tuple[Path, str]]:
    """Yield the pages of a finished site with their HTML: every file that uses our styles."""
    for file in sorted(site.rglob("*.html")):
        html = file.read_text(encoding="utf-8")
        if f"{ADDRESS}/" in html and "</head>" in html:
            yield file, html


def refused(html: str, allowed: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield what stands in a finished page and its policy refuses: a plugin has put it there.

    Of what authors write themselves, the check has told.
    """
    inline = allowed.get("inline", ())
    if "styles" not in inline and " style=" in html and _STYLED.search(html):
        yield "a style"
    if "scripts" not in inline:
        if _LIKE_A_HANDLER.search(html) and _HANDLER.search(html):
            yield "a handler such as `onclick`"
        if (content := _CONTENT.search(html)) and inline_scripts(content[0]):
            yield "a script"


def write_policies(site: Path) -> list[str]:
    """Write its policy into each page of the finished ``site``, with its styles first, and HEADERS.

    Returns a sentence for each thing in a page that its policy refuses.
    """
    allowed, told = _allowed(site), []
    for file, html in pages_of(site):
        page = with_policy(styles_first(html), allowed)
        file.write_text(page, encoding="utf-8", newline="\n")
        path = file.relative_to(site).as_posix()
        told += [
            f"{path}: {what} stands in the page, and browsers pass it over"
            for what in refused(html, allowed)
        ]
    file = site / HEADERS
    own = file.read_text(encoding="utf-8").partition(MADE)[0] if file.is_file() else ""
    file.write_text(f"{own}{MADE}{headers_text(site)}", encoding="utf-8", newline="\n")
    return told


class Survey(NamedTuple):
    """What the headers of a site have to know of its pages."""

    policy: str
    trainers: list[str]
    """The addresses of pages with a trainer's key, …"""
    voices: list[str]
    """… and of those with voice exercises: of each the folder, and the file in it."""


def survey(site: Path) -> Survey:
    """Look at all pages of a finished ``site``, once."""
    allowed, policies = _allowed(site), []
    trainers: list[str] = []
    voices: list[str] = []
    for file, html in pages_of(site):
        meta = _META.search(html)
        policies.append(read(unescape(meta["policy"])) if meta else policy_of(html, allowed))
        path = f"/{file.relative_to(site).as_posix()}"
        both = dict.fromkeys((path, path.removesuffix("index.html")))
        trainers += both if TRAINERS.search(html) else ()
        voices += both if VOICE.search(html) else ()
    return Survey(written(together(policies)), trainers, voices)


def policy(site: Path) -> str:
    """Return the value of the header ``Content-Security-Policy`` for the finished ``site``.

    It allows what some page of the site needs; what a single page may, its own policy says.
    """
    return survey(site).policy


def permissions(*, microphone: bool) -> str:
    """Return the value of the header ``Permissions-Policy``."""
    return f"camera=(), geolocation=(), microphone=({'self' if microphone else ''})"


def headers_of(site: Path) -> dict[str, dict[str, str]]:
    """Return the headers of a finished ``site`` by the path that they are for; `/*` is every one.

    Two policies of one answer both hold, and of two permissions the last one.
    """
    seen = survey(site)
    everywhere = STEADY | {
        "Content-Security-Policy": seen.policy,
        "Permissions-Policy": permissions(microphone=False),
    }
    found: dict[str, dict[str, str]] = {"/*": everywhere}
    for path in seen.trainers:
        framed = {"X-Frame-Options": "DENY", "Content-Security-Policy": "frame-ancestors 'none'"}
        found.setdefault(path, {}).update(framed)
    for path in seen.voices:
        found.setdefault(path, {})["Permissions-Policy"] = permissions(microphone=True)
    return found


def headers_text(site: Path) -> str:
    """Return the text of ``HEADERS``."""
    lines = []
    for path, headers in headers_of(site).items():
        lines += [path, *(f"  {name}: {value}" for name, value in headers.items())]
    return "\n".join([*lines, ""])
