"""Colours, sizes and edges have names in one file, and styles use the names."""

from __future__ import annotations

import re

import pytest

from unruffled.assets import PACKAGE

TOKENS = PACKAGE / "browser/styles/tokens.css"
OWN_PALETTE = {"call-mode.css", "theme.css"}
"""Call mode has a scheme of its own; the other is what a package has in place of the theme."""
STYLES = sorted(
    file for file in PACKAGE.rglob("*.css") if file not in (TOKENS,) and "vendor" not in file.parts
)
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*;)|\b(?:rgb|hsl|oklch)a?\(")
DECLARED = re.compile(r"(?m)^\s+([a-z-]+): ([^;{}]+);")
ROOM = re.compile(r"(?:margin|padding|gap|row-gap|column-gap|inset)(?:-[a-z-]+)?")
TARGET = re.compile(r"(?:min-)?(?:block|inline)-size")
SCORM = "formats"


def text_of(file) -> str:
    return re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)


def named() -> dict[str, str]:
    return dict(re.findall(r"(--u-[a-z0-9-]+): ([^;]+);", text_of(TOKENS)))


def values_of(prefix: str) -> set[str]:
    return {value for name, value in named().items() if re.match(prefix, name)}


def loose(style: str) -> list[str]:
    """Return the declarations with a value that has a name."""
    kinds = (
        ("font-size", values_of("--u-type-")),
        ("border-radius", values_of("--u-round")),
        (ROOM, values_of(r"--u-\d")),
        (TARGET, {named()["--u-touch"]}),
        (r"border(-[a-z-]+)?", values_of("--u-(edge|rule)")),
    )
    found = []
    for name, value in DECLARED.findall(style):
        parts = value.split() if ROOM.fullmatch(name) else [value]
        if any(re.fullmatch(which, name) and {*parts} & values for which, values in kinds):
            found.append(f"{name}: {value}")
    return found


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_a_style_takes_what_has_a_name_by_its_name(file) -> None:
    assert loose(text_of(file)) == []


@pytest.mark.parametrize(
    "file", [each for each in STYLES if each.name not in OWN_PALETTE], ids=lambda file: file.name
)
def test_a_style_has_no_colour_of_its_own(file) -> None:
    assert [found[0] for found in COLOUR.finditer(text_of(file))] == []


def test_loose_values_are_seen() -> None:
    """Each kind of value, as it could be written."""
    style = """
  font-size: 0.75rem;
  border-radius: 0.3rem;
  padding: 0 0.6rem;
  min-block-size: 2.2rem;
  border: 0.05rem solid var(--u-line);
  margin: var(--u-8) 0.15rem;
"""
    assert len(loose(style)) == 5
    assert len(COLOUR.findall("a { color: #fff; }  b { color: rgb(0 0 0); } #id { top: 0; }")) == 2


def test_every_name_is_used_and_every_used_name_is_there() -> None:
    own = re.findall(r"var\((--u-[a-z0-9-]+)\)", text_of(TOKENS))
    used = {name for file in STYLES for name in re.findall(r"var\((--u-[a-z0-9-]+)", text_of(file))}
    assert used | {*own} == {*named()}
