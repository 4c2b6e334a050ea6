"""What a page may load and run: its content security policy.

A page's own elements decide what it needs; what a handbook allows besides stands in `allows` in
handbook.yml (`model/handbook.py`). Nothing here reads or writes a file.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping

Directives = dict[str, list[str]]
"""The sources of each directive, in order; a directive without any stands alone."""

VOICE = re.compile(r"<unruffled-voice[\s>]")
"""The element of pages that record a voice: they alone may use the microphone and play `blob:`."""

KINDS = {
    "scripts": ("script-src", "connect-src"),
    "styles": ("style-src",),
    "fonts": ("font-src",),
    "pictures": ("img-src",),
    "media": ("media-src",),
    "frames": ("frame-src",),
    "forms": ("form-action",),
    "requests": ("connect-src",),
}
"""What `allows` in handbook.yml calls them, and what a policy does. A script may ask the host that
it comes from. `requests` are the stores of learning records in organisation.yml."""

_BASE = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # icons stand in the styles
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}

TRUSTED: Directives = {"require-trusted-types-for": ["'script'"], "trusted-types": ["default"]}
"""Only what browser/site/trusted.js lets through becomes markup or the address of a script."""


def base() -> Directives:
    """Return what each page may: what lies on its own host, and nothing else."""
    return {name: sources.split(" ") for name, sources in _BASE.items()}


def digest(text: str) -> str:
    """Return the source that allows a script, by its text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def page_policy(
    scripts: Iterable[str] = (),
    allowed: Mapping[str, Iterable[str]] | None = None,
    *,
    voice: bool = False,
    handlers: Iterable[str] = (),
) -> Directives:
    """Return the policy of a page.

    ``scripts`` and ``handlers`` are the texts of those that stand in it and may run; ``allowed``
    is `allows` of the handbook; ``voice`` says that it records and plays a voice.
    """
    found, allowed = base(), allowed or {}
    found["script-src"] += sorted({digest(each) for each in scripts})
    if handlers := sorted({digest(each) for each in handlers}):
        found["script-src"] += ["'unsafe-hashes'", *handlers]
    if voice:
        found["media-src"].append("blob:")
    for kind, directives in KINDS.items():
        for name in directives:
            found[name] += allowed.get(kind, ())
    if "styles" in allowed.get("inline", ()):
        found["style-src"].append("'unsafe-inline'")
    if not has_others_scripts(allowed):
        found |= TRUSTED
    return found


def has_others_scripts(allowed: Mapping[str, Iterable[str]]) -> bool:
    """Whether a handbook lets scripts run that know nothing of our trusted types."""
    return bool(allowed.get("scripts")) or "scripts" in allowed.get("inline", ())


def together(policies: Iterable[Directives]) -> Directives:
    """Return what any of these policies allows, for a host that sends one with every file.

    Trusted types are left to the pages: the theme's search runs in a worker, which has none.
    """
    found = base()
    for policy in policies:
        for name, sources in policy.items():
            if name not in TRUSTED:
                found[name] = list(dict.fromkeys([*found.get(name, []), *sources]))
    return found


def written(policy: Directives) -> str:
    """Return the text of a policy, as a header or a `<meta>` has it."""
    return "; ".join(" ".join([name, *sources]) for name, sources in policy.items())


def read(text: str) -> Directives:
    """Return the policy that ``written`` has written."""
    parts = (each.split() for each in text.split(";") if each.strip())
    return {name: sources for name, *sources in parts}
