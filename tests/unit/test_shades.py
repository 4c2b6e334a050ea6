"""An organisation's colours: whatever they are, words and controls can be read."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from overlay_project import SOUND
from unruffled.branded import branded
from unruffled.project import inspect
from unruffled.publishing.manifest import manifest
from unruffled.shades import DEEP, TEXT, Shades, contrast
from unruffled_colours import PAIRS, schemes, unreadable

ICONS = Path(__file__).parents[2] / "hooks/unruffled/browser/icons"
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_our_own_colours_can_be_read() -> None:
    for scheme, ours in schemes().items():
        for words, ground, least in PAIRS:
            assert contrast(ours[words], ours[ground]) >= least, (scheme, words, ground)


@pytest.mark.parametrize(
    "colour", ["#ffd400", "#ffffff", "#000000", "#00ff00", "#0000ff", "#ff00ff", "#808080"]
)
def test_colours_at_the_edges_can_be_read(colour: str) -> None:
    assert unreadable(Shades(colour)) == []


@pytest.mark.thorough
def test_a_thousand_colours_can_be_read() -> None:
    random = Random(1)
    for _ in range(1000):
        colours = [f"#{random.randrange(1 << 24):06x}" for _ in range(2)]
        assert unreadable(Shades(*colours)) == [], colours


@settings(max_examples=60)
@given(COLOURS, COLOURS)
def test_any_two_colours_can_be_read(colour: str, second: str) -> None:
    assert unreadable(Shades(colour, second)) == []


def test_a_dark_colour_is_shown_as_it_is() -> None:
    assert Shades("#0033a0").bar == "#0033a0"
    assert Shades("#123").bar == "#112233"


def test_what_means_something_keeps_its_colour() -> None:
    shades = Shades("#e30613")
    for ours in ("#15603a", "#96360f", "#ffe27a", "#24549f", "#ffffff"):
        assert shades.of(ours) == ours
    assert shades.text("a { color: #0d4a571f; } b { color: #fff; }") == (
        f"a {{ color: {shades.bar}1f; }} b {{ color: #fff; }}"
    )


def test_no_colour_of_ours_is_left_in_the_styles() -> None:
    css = "".join(file.read_text("utf-8") for file in ICONS.parent.glob("styles/*.css"))
    ours = {each for each in re.findall(r"#[0-9a-f]{6}\b", css) if Shades("#f00").of(each) != each}
    assert len(ours) > 40
    assert not ours & set(re.findall(r"#[0-9a-f]{6}\b", Shades("#ff0000").text(css)))


def test_the_icons_have_the_colours_too() -> None:
    shades = Shades("#e30613")
    made = branded("assets/unruffled/x.png", ICONS / "icon-192.png", shades)
    assert isinstance(made, bytes)
    picture = Image.open(io.BytesIO(made))
    picture.load()  # it is whole: its digests fit
    rgb = picture.convert("RGBA").convert("RGB").tobytes()
    colours = {f"#{rgb[at : at + 3].hex()}" for at in range(0, len(rgb), 3)}
    assert shades.bar in colours
    assert DEEP not in colours
    drawing = branded("assets/unruffled/x.svg", ICONS / "icon.svg", shades)
    assert shades.bar in str(drawing)


def organised(tmp_path: Path, brand: str) -> Path:
    root = Path(shutil.copytree(SOUND, tmp_path / "own"))
    (root / "organisation.yml").write_text(f"name: Ours\nbrand: {brand}\n", encoding="utf-8")
    return root


def told(root: Path) -> list[tuple[str, str]]:
    return [
        (each.code, each.cause)
        for each in inspect(root)[1]
        if each.place.path == "organisation.yml" and each.code != "OR101"
    ]


def test_a_colour_that_cannot_be_read_is_told_with_the_one_that_is_shown(tmp_path: Path) -> None:
    root = organised(tmp_path, '{colour: "#ffd400", second: "#ff8800"}')
    (bar, link) = told(root)
    assert bar[0] == link[0] == "OR103"
    assert "1.4 : 1" in bar[1]
    assert Shades("#ffd400").bar in bar[1]
    assert contrast(Shades("#ffd400").bar, "#fff") >= TEXT


def test_a_logo_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    ((code, cause),) = told(organised(tmp_path, "{logo: assets/logo.svg}"))
    assert (code, "docs/assets/logo.svg" in cause) == ("OR104", True)


def test_a_colour_without_quotes_is_told(tmp_path: Path) -> None:
    root = organised(tmp_path, "\n  colour: #ffd400")
    assert [code for code, _ in told(root)] == ["YA110"]


def test_the_manifest_has_the_colours_and_the_word_for_the_place(tmp_path: Path) -> None:
    text = manifest(inspect(organised(tmp_path, '{colour: "#0033a0", place: Shop}'))[0])
    assert '"theme_color": "#0033a0"' in text
    assert '"short_name": "Shop"' in text
