"""What workers share is made once, and a worker that waits is told of a failure."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

import shared


def test_what_two_workers_ask_for_is_made_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    begun, go_on, made = threading.Event(), threading.Event(), []

    def make(folder: Path) -> None:
        begun.set()
        go_on.wait(60)
        folder.mkdir()
        made.append(folder)

    found: list[Path] = []

    def ask() -> None:
        found.append(shared.once(tmp_path_factory, "asked-twice", make))

    first, second = threading.Thread(target=ask), threading.Thread(target=ask)
    first.start()
    begun.wait(60)
    second.start()
    go_on.set()
    first.join()
    second.join()
    assert len(made) == 1
    assert found == [made[0], made[0]]


def test_who_waits_for_what_could_not_be_made_is_told(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    def fail(_: Path) -> None:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        shared.once(tmp_path_factory, "not-made", fail)
    with pytest.raises(RuntimeError, match="another worker has not made shared-not-made"):
        shared.once(tmp_path_factory, "not-made", Path.mkdir)


def test_who_waits_gives_up_in_the_end(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "PATIENCE", 0)

    def stuck(_: Path) -> None:
        shared.once(tmp_path_factory, "never-made", Path.mkdir)

    with pytest.raises(RuntimeError, match="another worker has not made shared-never-made"):
        shared.once(tmp_path_factory, "never-made", stuck)
