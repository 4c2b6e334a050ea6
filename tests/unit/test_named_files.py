"""Whatever a file of the package asks a browser for is in the package."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest

from support import ROOT
from unruffled.assets import ADDRESS, package_files
from unruffled.packing import STYLE
from unruffled.publishing.settings import SCRIPTS, STYLES

PACKAGE = ROOT / "hooks" / "unruffled"
FILES = package_files()
THERE = {*FILES, STYLE}
TEMPLATES = sorted(PACKAGE.rglob("*.html"))
SCRIPTS_OF_OURS = [each for each in FILES if each.endswith(".js") and "/vendor/" not in each]
SHEETS = [each for each in FILES if each.endswith(".css")]

_WHOLE = re.compile(rf"{ADDRESS}/[\w./-]+\.\w+")
_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}/[^"']+)["']""")
_URL = re.compile(r"""url\(["']?([^"')#]+)""")
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)


def named(text: str, pattern: re.Pattern[str], path: str) -> set[str]:
    found = (each for each in pattern.findall(text) if not each.startswith("data:"))
    return {posixpath.normpath(posixpath.join(posixpath.dirname(path), each)) for each in found}


def test_the_search_for_names_finds_some() -> None:
    quiz = f"{ADDRESS}/blocks/quiz/quiz.js"
    assert f"{ADDRESS}/browser/core/store.js" in named(
        'import { a } from "../../browser/core/store.js";', _IMPORT, quiz
    )
    assert named('a { src: url("../x.woff2") }', _URL, "a/b/c.css") == {"a/x.woff2"}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_a_template_names_files_that_are_there(template: Path) -> None:
    named_here = set(_WHOLE.findall(template.read_text(encoding="utf-8")))
    assert named_here - THERE == set()


def test_scripts_import_files_that_are_there() -> None:
    missing = {
        (path, target)
        for path in SCRIPTS_OF_OURS
        for target in named(
            _COMMENT.sub("", FILES[path].read_text(encoding="utf-8")), _IMPORT, path
        )
        if target not in THERE
    }
    assert missing == set()


def test_styles_load_files_that_are_there() -> None:
    missing = {
        (path, target)
        for path in SHEETS
        for target in named(FILES[path].read_text(encoding="utf-8"), _URL, path)
        if target not in THERE
    }
    assert missing == set()


def test_what_every_page_loads_is_there() -> None:
    assert {*STYLES, *SCRIPTS} - THERE == set()
