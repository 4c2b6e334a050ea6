from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from click.testing import CliRunner

from support import ROOT
from unruffled.cli import main
from unruffled.publishing.policy import inline_scripts, policy

PAGE = """<!doctype html><title>a</title>
<script>one()</script>
<SCRIPT type="module">import "a" // <b> &amp; </script>
<script src="a.js"></script><script src>not()</script>
<script id="d" type="application/json">{"a": 1}</script>
<script type="text/plain">not()</script><p>text</p>"""


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_scripts_of_a_page_are_those_that_a_browser_runs() -> None:
    assert inline_scripts(PAGE) == ["one()", 'import "a" // <b> &amp; ']


def test_the_policy_names_each_script_of_all_pages_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for path in ("index.html", "a/index.html"):
        (tmp_path / path).write_text(PAGE, encoding="utf-8")
    scripts = next(part for part in policy(tmp_path).split("; ") if part.startswith("script-src"))
    expected = sorted([digest("one()"), digest('import "a" // <b> &amp; ')])
    assert scripts.split(" ")[1:] == ["'self'", *expected]


def test_the_command_refuses_a_folder_that_is_no_site(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(ROOT), "policy", str(tmp_path)])
    assert done.exit_code == 1
    assert "no index.html" in done.output
