"""Every style of ours is in a layer, the theme's in the lowest: no selector wins by length."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support import ROOT
from unruffled.assets import ADDRESS, PACKAGE
from unruffled.layers import THEME, in_layer, layer_of, layer_theme
from unruffled.packing import layered, pack

STYLES = sorted(
    file.relative_to(PACKAGE).as_posix()
    for file in PACKAGE.rglob("*.css")
    if "vendor" not in file.parts
)
ORDER = "browser/styles/layers.css"
SIDES = re.compile(
    r"(?:^|[\s;{])((?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b"
    r"|(?:left|right)(?=\s*:)|border-(?:top|bottom)-(?:left|right)-radius"
    r"|(?:float|clear|text-align|caption-side)\s*:\s*(?:left|right)\b|to (?:left|right)\b)"
)
FOUR = re.compile(
    r"\b(?:margin|padding|inset|border-width|border-style|border-color)\s*:"
    r" *([^\s;]+) +([^\s;]+) +([^\s;]+) +([^\s;]+);"
)
TWICE = re.compile(r"(\[[^\]]+\]|\.[-\w]+)\1")


def text_of(path: str) -> str:
    """Return a style without its comments."""
    text = (PACKAGE / path).read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def layers_in_order() -> list[str]:
    return re.findall(r"\w+", text_of(ORDER))[1:]


def outside_of_layers(published: str) -> str:
    """Return what stands at the top of a style, each block as `{}`."""
    text = re.sub(r"/\*.*?\*/", "", published, flags=re.DOTALL)
    while (flat := re.sub(r"\{[^{}]*\}", "\0", text)) != text:
        text = flat
    return text.replace("\0", "{}").strip()


def test_the_styles_are_found() -> None:
    assert len(STYLES) > 30
    assert {"blocks/quiz/quiz.css", "kinds/spot/spot.css", ORDER} <= set(STYLES)


@pytest.mark.parametrize("made", [layered, pack])
@pytest.mark.parametrize("path", [path for path in STYLES if path != ORDER])
def test_all_of_a_style_is_published_in_one_layer_that_has_a_place(path: str, made) -> None:
    text = (PACKAGE / path).read_text(encoding="utf-8")
    assert layer_of(path) in layers_in_order()
    assert outside_of_layers(made(f"{ADDRESS}/{path}", text)) == f"@layer {layer_of(path)}{{}}"


def test_the_order_is_a_statement_that_others_can_follow() -> None:
    assert layers_in_order()[0] == THEME
    order = pack(f"{ADDRESS}/{ORDER}", (PACKAGE / ORDER).read_text(encoding="utf-8"))
    assert re.fullmatch(r"@layer [\w, ]+;", order)


def test_a_style_without_a_folder_of_ours_has_no_layer() -> None:
    with pytest.raises(LookupError):
        layer_of("elsewhere/a.css")


@pytest.mark.parametrize("path", STYLES)
def test_no_style_needs_weight(path: str) -> None:
    """`!important` turns the order of layers round; what is said twice only adds weight."""
    text = text_of(path)
    assert "!important" not in text
    assert [found[0] for found in TWICE.finditer(text)] == []


@pytest.mark.parametrize("path", STYLES)
def test_every_style_follows_the_direction_of_the_page(path: str) -> None:
    text = text_of(path)
    assert SIDES.findall(text) == []
    assert [found[0] for found in FOUR.finditer(text) if found[2] != found[4]] == []


def test_the_styles_of_the_theme_are_put_below_ours_once(tmp_path: Path) -> None:
    folder = tmp_path / "assets/stylesheets"
    (folder / "modern").mkdir(parents=True)
    main, modern = folder / "main.0123abcd.min.css", folder / "modern/palette.89ab0123.min.css"
    own = folder / "extra.css"
    main.write_text('@charset "UTF-8";a{color:red}', encoding="utf-8")
    modern.write_text("b{color:red}", encoding="utf-8")
    own.write_text("i{color:red}", encoding="utf-8")
    for _ in range(2):
        assert layer_theme(tmp_path) == [main, modern]
        assert main.read_text(encoding="utf-8") == '@charset "UTF-8";@layer theme{a{color:red}}'
        assert modern.read_text(encoding="utf-8") == "@layer theme{b{color:red}}"
        assert own.read_text(encoding="utf-8") == "i{color:red}"
    assert layer_theme(tmp_path / "assets") == []


def test_a_style_that_no_layer_is_known_for_stays() -> None:
    assert in_layer("", "a{}") == "a{}"


def test_the_guide_names_the_layers() -> None:
    guide = (ROOT / "docs/contributing/pages.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \|", guide.partition("## Styles")[2], re.MULTILINE)
    assert rows == layers_in_order()
