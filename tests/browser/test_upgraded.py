"""A learner's record lives on when a house takes the next version of its handbook."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from overlay_project import SOUND, own, write
from support import build, serve

LESSON, RECORD = "connect/greeting/", "record/"
CHOICE = """\
      - text: Before three
        correct: true
        feedback: A time.
"""
PAGE = "---\nmenu: {below: Connect}\n---\n\n# What I did\n\n```record\n```\n"
NEW = """\
  - id: is-later-a-time
    kind: true_false
    objective: name-the-time
    stem: Later is a time.
    answer: false
    feedback_true: It cannot be checked.
    feedback_false: Nobody can check it.
    explanation: A time can be checked.
"""


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site of a house over version N of a handbook, and over version N + 1."""
    folder = tmp_path_factory.mktemp("upgraded")
    base = Path(shutil.copytree(SOUND, folder / "base"))
    files = {
        "docs/record.md": "---\nmenu: {below: Connect}\n---\n\n# What I did\n\n```record\n```\n"
    }
    house = own(folder / "house", base.as_posix(), files)
    before = build(folder / "before", cwd=house)
    quiz = (base / "quizzes/greeting.yml").read_text(encoding="utf-8")
    quiz = quiz.replace("      - text: Soon\n", f"{CHOICE}      - text: Soon\n")
    quiz = quiz[: quiz.index("  - id: is-soon-a-time")] + NEW
    write(base, {"quizzes/greeting.yml": quiz})
    return before, build(folder / "after", cwd=house)


@pytest.fixture
def house(versions: tuple[Path, Path], tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of the house, at first with version N; and the folder that is served."""
    live = Path(shutil.copytree(versions[0], tmp_path / "live"))
    with serve(live) as address:
        yield address, live


def numbers(page: Page) -> list[str]:
    legends = page.locator("unruffled-question legend > span:first-child")
    expect(legends.last).to_contain_text("Question 3 of 3")
    return legends.all_inner_texts()


def test_answers_of_one_version_are_there_in_the_next(visit_at, house, versions):
    address, live = house
    page = visit_at(address)(LESSON)
    for asked in page.locator("unruffled-question").all():
        expect(asked.locator(".quiz-button")).to_be_visible()
        asked.locator("input").first.check()
        asked.locator(".quiz-button").click()
    expect(page.locator(".quiz-panel")).to_contain_text("3 of 3 answered.")
    page.goto(RECORD)
    expect(page.locator(".record-now")).to_contain_text("3 answers")

    page.wait_for_load_state("networkidle")  # no file is asked for while all are replaced
    shutil.rmtree(live)
    shutil.copytree(versions[1], live)

    page.goto(LESSON)
    kept, changed, new = numbers(page)
    assert "answered before" in kept
    assert "changed since you answered" in changed
    assert new == "Question 3 of 3"
    page.goto(RECORD)
    expect(page.locator(".record-now")).to_contain_text("3 answers")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").first.click()
    saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    asked_for = [each["question"] for each in saved["entries"] if each["type"] == "attempt"]
    assert sorted(asked_for) == ["is-soon-a-time", "which-hello", "which-times"]
