"""The configuration of a small web server, Caddy, for a finished site."""

from __future__ import annotations

import re
from pathlib import Path

from .policy import policy

TRAINERS = re.compile(r"<unruffled-(?:team|assign)[\s>]")
"""Elements of pages that hold a trainer's key: no other page may put these into a frame."""

TEXT = """\
# Made by `unruffled caddy` from the finished site: make it anew after each build.
# Run it with: HANDBOOK=handbook.example.org caddy run --config Caddyfile
# For a name, Caddy gets and renews its certificate by itself.
{{$HANDBOOK:http://127.0.0.1:8080}} {{
	root * {root}
	encode gzip
	file_server

	header {{
		# Browsers ask each time whether a file is still the same; an answer without it is short.
		# So no page is older than the site, and sw.js never is.
		Cache-Control "no-cache"
		X-Content-Type-Options nosniff
		Referrer-Policy strict-origin-when-cross-origin
		Permissions-Policy "camera=(), geolocation=()"
	}}
	header -Server
{rules}
	handle_errors {{
		rewrite * /404.html
		file_server
	}}
}}
"""

ALL = """
	header Content-Security-Policy "{policy}"
"""

FRAMES = """
	# No other page may show these in a frame: a trainer's key is used there.
	@trainers path {paths}
	@others not path {paths}
	header @others Content-Security-Policy "{policy}"
	header @trainers {{
		X-Frame-Options DENY
		Content-Security-Policy "{policy}; frame-ancestors 'none'"
	}}
"""


def caddyfile(site: Path, root: str = "") -> str:
    """Return the text of a Caddyfile for the finished ``site``.

    ``root`` is where the files will lie on the server; without it, where they are.
    """
    paths = " ".join(_trainers(site))
    rules = (FRAMES if paths else ALL).format(paths=paths, policy=policy(site))
    return TEXT.format(root=_quoted(root or str(site.resolve())), rules=rules)


def _trainers(site: Path) -> list[str]:
    """Return the addresses of pages with a trainer's key: the folder, and the file in it."""
    found = []
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        if TRAINERS.search(text):
            path = f"/{file.relative_to(site).as_posix()}"
            found += [path, path.removesuffix("index.html")]
    return list(dict.fromkeys(found))


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path
