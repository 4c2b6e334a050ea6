from __future__ import annotations

from pathlib import Path

import pytest

from unruffled import watching
from unruffled.model.roots import Root


@pytest.fixture
def page(tmp_path: Path) -> Path:
    page = tmp_path / "docs/index.md"
    page.parent.mkdir()
    page.write_text("# Before\n", encoding="utf-8")
    return page


def test_a_file_that_an_editor_has_emptied_and_not_yet_written_is_waited_for(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roots = (Root(page.parents[1]),)
    before = watching.look(roots)
    page.write_text("", encoding="utf-8")
    monkeypatch.setattr(
        "unruffled.watching.time.sleep", lambda _: page.write_text("# After\n", encoding="utf-8")
    )
    found = watching.changes(roots, before)
    assert [size for name, _, size in found if name == str(page)] == [8]


def test_a_file_that_stays_empty_is_told_in_the_end(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roots = (Root(page.parents[1]),)
    before = watching.look(roots)
    page.write_text("", encoding="utf-8")
    pauses: list[float] = []
    monkeypatch.setattr("unruffled.watching.time.sleep", pauses.append)
    found = watching.changes(roots, before)
    assert [size for name, _, size in found if name == str(page)] == [0]
    assert pauses == [watching.PAUSE] * watching.AGAIN
