"""The configuration of a small web server, Caddy, for a finished site."""

from __future__ import annotations

from pathlib import Path

from .policy import STEADY, permissions, survey

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
{steady}
		Permissions-Policy "{permissions}"
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

MICROPHONE = """
	# Voice exercises are done on these, and the microphone is used nowhere else.
	@voice path {paths}
	header @voice >Permissions-Policy "{permissions}"
"""


def caddyfile(site: Path, root: str = "") -> str:
    """Return the text of a Caddyfile for the finished ``site``.

    ``root`` is where the files will lie on the server; without it, where they are.
    """
    seen = survey(site)
    trainers, voices = _listed(seen.trainers), _listed(seen.voices)
    rules = (FRAMES if trainers else ALL).format(paths=trainers, policy=seen.policy)
    if voices:
        rules += MICROPHONE.format(paths=voices, permissions=permissions(microphone=True))
    return TEXT.format(
        root=_quoted(root or str(site.resolve())),
        steady="\n".join(f"\t\t{name} {value}" for name, value in STEADY.items()),
        permissions=permissions(microphone=False),
        rules=rules,
    )


def _listed(paths: list[str]) -> str:
    return " ".join(map(_quoted, paths))


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path
