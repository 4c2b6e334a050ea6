"""A build with what is kept gives the site of a clean build, byte by byte, whatever was edited."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.livereload import LiveReloadServer

from edits import START, Author, Previewing, differing, site
from fault_cases import Folder
from unruffled.keeping import Kept, Store
from unruffled.publishing.mkdocs_preview import Preview

STEPS = 25


def walk(tmp_path: Path, seed: int, steps: int) -> list[str]:
    """Edit by chance, and build each time with what is kept and anew; return what differs first."""
    author, folder, kept = Author(seed), Folder(tmp_path / "project"), Kept()
    for step in range(steps):
        done = author.edit()
        root = folder.holding(author.files)
        if step % 4 == 3:  # as another process finds it
            kept = Kept(Store(root, "this version"))
        command = "build" if step % 6 == 5 else "serve"
        cached = site(root, tmp_path / "cached", kept, command)
        if wrong := differing(cached, site(root, tmp_path / "clean", None, command)):
            return [f"seed {seed}, after {done}", *wrong]
    return []


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_whatever_is_edited_a_cached_build_is_a_clean_build(tmp_path: Path) -> None:
    assert walk(tmp_path, 20, STEPS) == []


def preview(tmp_path: Path, seed: int, steps: int) -> tuple[list[str], int]:
    """Edit by chance beside a preview; return what differs first, and how often it built all."""
    author, folder = Author(seed), Folder(tmp_path / "project")
    root = folder.holding(author.files)
    shown = Previewing(root, tmp_path / "preview")
    for step in range(steps + 1):
        done = author.edit() if step else "the start"
        folder.holding(author.files)
        cached = shown.site()
        clean = site(root, tmp_path / "clean", None)
        if wrong := differing(cached, clean):
            return [f"seed {seed}, after {done}", *wrong], shown.wholes
    return [], shown.wholes


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_whatever_is_edited_a_preview_shows_a_clean_build(tmp_path: Path) -> None:
    wrong, wholes = preview(tmp_path, 30, STEPS)
    assert wrong == []
    assert 1 <= wholes < STEPS


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_dependence_that_is_left_out_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the questions for single things, edits by chance soon show what is old."""
    from unruffled.keeping.things import Many

    def unasked(self: Any, name: str, default: Any = None) -> Any:
        return self._things.get(name, default)

    monkeypatch.setattr(Many, "get", unasked)
    monkeypatch.setattr(Many, "__getitem__", lambda self, name: self._things[name])
    assert walk(tmp_path, 20, STEPS) != []


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_second_build_makes_no_page(tmp_path: Path) -> None:
    root = Folder(tmp_path / "project").holding(START)
    kept = Kept()
    for _ in range(2):
        site(root, tmp_path / "site", kept)
    assert not kept.made["pages"] + kept.made["finished pages"]
    assert kept.used["pages"] == kept.used["finished pages"] > 20


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(
    ("old", "new", "most"), [(b"id: ", b"\nid: ", 0), (b"stem: ", b"stem: Now, ", 6)]
)
def test_an_edit_of_a_quiz_makes_the_pages_that_show_it(
    tmp_path: Path, old: bytes, new: bytes, most: int
) -> None:
    """A line moves what stands below it, and no page shows where that is."""
    folder = Folder(tmp_path / "project")
    shown = Previewing(folder.holding(START), tmp_path / "site")
    shown.site()
    quiz = START["quizzes/greeting.yml"]
    folder.holding(START | {"quizzes/greeting.yml": quiz.replace(old, new, 1)})
    shown.site()
    assert shown.wholes == 1
    assert min(most, 1) <= len(shown.build.changed) <= most


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_preview_in_parts_looks_at_every_file_of_content(tmp_path: Path) -> None:
    root = Folder(tmp_path / "project").holding(START)
    shown = Previewing(root, tmp_path / "site")
    shown.site()
    ours = shown.plugins[0]
    config, _ = ours.last
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path / "site"))
    for path in (config.docs_dir, config.config_file_path):
        server.watch(path)
    ours.on_serve(server, config=config, builder=None)
    server.server_close()
    assert isinstance(server.builder, Preview)
    looked_at = {Path(each.watch.key[0]) for each in server.observer.emitters}
    assert {root / name for name in ("docs", "mkdocs.yml", *map(top, START))} == looked_at


def top(path: str) -> str:
    return path.partition("/")[0]
