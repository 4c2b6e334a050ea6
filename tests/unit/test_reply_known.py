"""What the engine of replies has found before is not asked again, and is never what is not so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from unruffled.reply.engine import Engine
from unruffled.reply.known import FILE, Known, digest

quickjs = pytest.importorskip("quickjs")

RULES: dict[str, Any] = {"rules": [], "parts": [], "words": {}}


class Counted(Engine):
    """An engine that counts what it is really asked."""

    asked = 0

    def _run(self, function: str, texts: list[str], seconds: int) -> Any:
        self.asked += 1
        return super()._run(function, texts, seconds)


def engine(folder: Path) -> Counted:
    made = Counted(quickjs, Known(folder))
    made.take(RULES)
    return made


def draft(text: str) -> dict[str, Any]:
    return {"text": text, "context": {}}


def test_a_text_is_asked_once_and_another_one_alone(tmp_path: Path) -> None:
    first = engine(tmp_path).check([draft("One."), draft("Two.")])
    again = engine(tmp_path)
    assert again.check([draft("One."), draft("Two.")]) == first
    assert again.asked == 0
    assert again.check([draft("Two."), draft("Three.")])[0] == first[1]
    assert again.asked == 2  # the rules, and what is new


def test_other_rules_ask_anew(tmp_path: Path) -> None:
    engine(tmp_path).check([draft("One.")])
    other = engine(tmp_path)
    other.take(RULES | {"words": {"we": ["i"]}})
    other.check([draft("One.")])
    assert other.asked == 2


@pytest.mark.parametrize("damage", [b"", b"no database at all, but long enough to be one" * 40])
def test_a_damaged_file_is_as_one_that_is_empty(tmp_path: Path, damage: bytes) -> None:
    first = engine(tmp_path).check([draft("One.")])
    (tmp_path / FILE).write_bytes(damage)
    assert engine(tmp_path).check([draft("One.")]) == first


def test_a_folder_that_cannot_be_written_costs_time_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")
    assert engine(tmp_path / "file" / "below").check([draft("One.")])


def test_texts_that_are_cut_elsewhere_have_another_key() -> None:
    assert digest("ab", "c") != digest("a", "bc")
