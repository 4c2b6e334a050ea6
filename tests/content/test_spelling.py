"""British spelling, and no word that is not one."""

from __future__ import annotations

import re
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import prose
import pytest
import spelling
import yaml

from support import FOLDERS, ROOT

PAGES = [path for path in sorted((ROOT / "docs").rglob("*.md")) if "vendor" not in path.parts]
DATA = sorted(
    path
    for folder in FOLDERS
    for path in (ROOT / folder).glob("*.yml")
    if folder not in ("reply-rules", "house-rules")
)
RULES = sorted((ROOT / "reply-rules").glob("*.yml"))
"""What they look for has parts of words, and misspelt ones; what readers see of them is checked."""
DATA.append(ROOT / "rubric.yml")
ROOT_FILES = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")]
TYPOS = Path(sysconfig.get_path("scripts")) / "typos"


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", [*PAGES, *ROOT_FILES], ids=_name)
def test_every_word_of_a_page_is_in_a_dictionary(page: Path) -> None:
    assert spelling.unknown(prose.blocks_of(page)) == set()


@pytest.mark.parametrize("file", DATA, ids=_name)
def test_every_word_of_a_data_file_is_in_a_dictionary(file: Path) -> None:
    assert spelling.unknown(prose.texts_of(file)) == set()


def told(rules: Path) -> list[str]:
    """Return what a reader sees of a file of rules for replies."""
    return list(_told(yaml.safe_load(rules.read_text(encoding="utf-8"))))


def _told(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _told(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if isinstance(each, str) and key in ("title", "cost", "good", "ask", "label"):
                yield each
            yield from _told(each)


@pytest.mark.parametrize("file", RULES, ids=_name)
def test_every_word_that_a_rule_for_replies_says_is_in_a_dictionary(file: Path) -> None:
    assert spelling.unknown(told(file)) == set()


def typos(*files: Path) -> subprocess.CompletedProcess[str]:
    config = Path(__file__).with_name("typos.toml")
    return subprocess.run(
        [TYPOS, "--config", config, "--format", "brief", *files],
        capture_output=True,
        text=True,
        check=False,
    )


def test_nothing_is_misspelt_or_spelt_the_american_way(tmp_path: Path) -> None:
    ours = tmp_path / "references.txt"
    references = yaml.safe_load((ROOT / "references.yml").read_text(encoding="utf-8"))["references"]
    # A title keeps the spelling of its country.
    shown = [f"{each['shows']}\n{each['limits']}" for each in references]
    ours.write_text("\n".join([*shown, *(text for file in RULES for text in told(file))]))
    done = typos(*PAGES, *ROOT_FILES, *DATA, ROOT / "vocabulary.yml", ROOT / "handbook.yml", ours)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_misspelt_word_and_an_american_one_are_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A pgae\n\nThe color of an apologie.\n", encoding="utf-8")
    assert spelling.unknown(prose.blocks_of(page)) == {"pgae", "apologie"}
    done = typos(page)
    assert done.returncode != 0
    assert "colour" in done.stdout


def test_the_list_of_own_words_is_sorted_and_without_doubles() -> None:
    groups = spelling.OWN_WORDS.read_text(encoding="utf-8").split("\n\n")
    for group in groups:
        words = [line for line in group.splitlines() if not line.startswith("#")]
        assert words == sorted(set(words), key=str.casefold)


def test_every_own_word_is_used() -> None:
    pages = "\n".join(
        path.read_text(encoding="utf-8") for path in [*PAGES, *ROOT_FILES, *DATA, *RULES]
    )
    used = {word.replace("’", "'").casefold() for word in spelling.WORD.findall(pages)}
    used |= {re.sub(r"'s$", "", word) for word in used}
    assert {word for word in spelling.own_words() if word.casefold() not in used} == set()
