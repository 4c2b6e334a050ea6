"""The page of components: what a handbook has, and nothing of what it lacks."""

from __future__ import annotations

import json
import re
from pathlib import Path

from test_front_blocks import FILES

from unruffled.assets import PACKAGE
from unruffled.blocks.components.tokens import FILE, tokens
from unruffled.blocks.components.view import PARTS, STATES, kinds_of
from unruffled.blocks.made import COMPONENTS
from unruffled.model.library import Library
from unruffled.problems import errors
from unruffled.project import inspect
from unruffled.rendering import Renderer

FOUND = re.compile(r'class="shown-found">(.*?)</script>', re.DOTALL)
TITLE = re.compile(r'<h2 id="([a-z]+)">')


def page_of(library: Library) -> str:
    path = library.path_of(COMPONENTS)
    (fence,) = library.pages[path].fences_of("components")
    return Renderer(library).block(path, fence)


def in_menu(root: Path) -> Library:
    menu = root / "mkdocs.yml"
    wanted = re.sub(r"(?m)^nav:\n", f"nav:\n  - {COMPONENTS.path}\n", menu.read_text("utf-8"))
    menu.write_text(wanted, encoding="utf-8")
    library, problems = inspect(root)
    assert errors(problems) == []
    return library


def test_the_page_is_made_only_where_the_menu_leads_to_it(small: Path) -> None:
    assert COMPONENTS.path not in inspect(small)[0].pages
    assert COMPONENTS.path in in_menu(small).pages


def test_each_kind_of_question_is_shown_in_each_state_with_ids_of_its_own(small: Path) -> None:
    library = in_menu(small)
    html = page_of(library)
    ids = re.findall(r'<unruffled-question id="([^"]+)"', html)
    assert len(ids) == len({*ids}) == len(kinds_of(library)) * len(STATES) > 0


def test_a_part_for_which_a_handbook_has_nothing_is_left_out(tmp_path: Path) -> None:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    html = page_of(in_menu(tmp_path))
    left = set(PARTS) - {*TITLE.findall(html)}
    assert left == {"card", "phrases", "channels"}
    assert json.loads(FOUND.findall(html)[0]) == []
    assert all(f'href="#{name}"' not in html for name in left)


def test_words_of_a_phrase_do_not_end_the_data(small: Path) -> None:
    table = next((small / "phrases").glob("*.yml"))
    text = table.read_text("utf-8")
    table.write_text(re.sub(r"(?m)why: .*$", 'why: "One </script><b> two"', text), "utf-8")
    html = page_of(in_menu(small))
    assert "One </script" not in html
    found = json.loads(FOUND.findall(html)[0])
    assert [each["why"] for each in found if each["kind"] == "phrase"] == ["One </script><b> two"]


def test_all_names_are_shown_with_what_they_are_for() -> None:
    written = re.findall(r"^ +(--u-[a-z0-9-]+):", (PACKAGE / FILE).read_text("utf-8"), re.MULTILINE)
    names = [each.name for each in tokens()]
    assert {*written} <= {*names}
    assert len(names) == len({*names})
    line = next(each for each in tokens() if each.name == "--u-line")
    assert (line.shown, line.value, line.about) == (
        "colour",
        "#7d9398",
        "borders that carry meaning: 3:1",
    )
