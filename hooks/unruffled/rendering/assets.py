"""Which files of style and script a block needs: a page loads those of the blocks it has."""

from __future__ import annotations

from ..assets import kind_files, named
from ..model.library import Library
from ..model.page import Fence
from ..model.quiz import Mode

BLOCKS = (
    *("quiz", "phrases", "course", "review", "record", "exports", "guide", "card", "finder"),
    *("scenario", "scenario-map", "role-play-sheet", "assigned", "assign", "team"),
    *("session", "session-material", "session-follow-up", "rubric"),
    *("quiz-key", "quiz-sheet", "packages", "kept", "letter"),
)
"""Blocks with a style and a script of their own."""

LIKE = {"path": "course", "practice": "course", "assignment": "assigned"}
"""Blocks that are shown by the files of another one."""

STYLES = {
    "packages": "exports",
    "guide": "desk",
    "card": "desk",
    "scenario-map": "sheets",
    "role-play-sheet": "sheets",
    "assigned": "trainer",
    "assign": "trainer",
    "session": "sheets",
    "session-material": "material",
    "session-follow-up": "material",
    "rubric": "sheets",
    "quiz-key": "sheets",
    "quiz-sheet": "sheets",
}
"""Whose style has another name than the block: those that share one."""

PAPERS = ("quiz-key", "quiz-sheet")
"""A quiz on paper: it looks like one, and nothing on it moves."""

BESIDES = {
    "assigned": ("course", "quiz", "test"),
    "assign": ("quiz",),
    "phrases": ("filters",),
    "exports": ("filters",),
    "record": ("quiz",),
    "team": ("quiz", "trainer"),
    **dict.fromkeys(PAPERS, ("quiz",)),
}
"""Whose styles a block needs besides its own: those of blocks that its script makes."""

LOOKED = "looked.js"
"""The script of what tells when something was last looked at."""

COPIED = ("phrases", "card", "finder", "letter")
"""Blocks with words to copy."""


def assets_of(fence: Fence, library: Library, path: str = "") -> list[str]:
    """Return the files that a fence on the page ``path`` needs, as paths on a site, styles first.

    A quiz brings the files of each kind of question in it. The script of a kind is loaded by the
    question itself; to name it early saves a round trip.
    """
    block = LIKE.get(fence.kind, fence.kind)
    looked = [LOOKED] if _tells_of_a_look(fence, library, path) else []
    if block not in BLOCKS:
        return [named(name) for name in looked]
    files = [f"{name}.css" for name in BESIDES.get(block, ())]
    files += [f"{STYLES.get(block, block)}.css"]
    files += ["copying.css"] if fence.kind in COPIED else []
    card = library.cards.get(fence.body) if block == "card" else None
    files += ["danger-card.css"] if card and card.is_long else []
    asked = fence.kind in ("quiz", *PAPERS)
    quiz = library.quizzes.get(fence.body) if asked else None
    files += ["test.css"] if quiz and quiz.mode is Mode.TEST else []
    kinds = list(dict.fromkeys(each.kind for each in quiz.questions)) if quiz else []
    found = [path for name in files if (path := named(name))]
    found += [path for kind in kinds for path in kind_files(kind, ".css")]
    if fence.kind not in PAPERS:
        found += [path for kind in kinds for path in kind_files(kind, ".js")]
    return found + [path for name in (f"{block}.js", *looked) if (path := named(name))]


def _tells_of_a_look(fence: Fence, library: Library, path: str) -> bool:
    """Whether the block says when something was last looked at."""
    if fence.kind == "card":
        card = library.cards.get(fence.body)
        return bool(card and card.reviewed)
    page = library.pages.get(path)
    return fence.kind == "upkeep" or bool(fence.kind == "overview" and page and page.meta.reviewed)
