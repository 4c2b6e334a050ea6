"""What is wrong, shown where the block would stand: for a writer with a live preview."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from ..model.library import Library
from ..model.page import Fence
from ..problems import Problem
from ..text.inline import with_code


@dataclass(frozen=True)
class FaultBoxes:
    """Boxes with the problems of a library, and with those that are given ``besides``, by file."""

    library: Library
    besides: Mapping[str, Sequence[Problem]]
    env: Environment

    def _of(self, files: Iterable[str]) -> list[Problem]:
        return sorted(
            problem
            for path in dict.fromkeys(files)
            for each in (self.library.told, self.besides)
            for problem in each.get(path, ())
        )

    def of_files(self, *files: str) -> str:
        """Return the box that stands for a block of these files."""
        found = self._of(files)
        return self._box(f"{', '.join(files)} cannot be shown yet", found)

    def of_fence(self, path: str, number: int, fence: Fence) -> str:
        """Return the box for a fence that holds too much, or what is not there; else nothing."""
        page = self.library.pages.get(path)
        known = page.fences[number : number + 1] if page else ()
        if not known or (known[0][0].kind, known[0][0].body) != (fence.kind, fence.body):
            return ""
        place = known[0][1]
        last = place.line + fence.end - fence.start
        found = [
            each
            for each in self._of([place.path])
            if each.code.startswith("FN") and place.line <= each.place.line < last
        ]
        return self._box(f"The fence {fence.kind} cannot be shown yet", found) if found else ""

    def of_page(self, path: str) -> str:
        """Return the box that a page with faults begins with; else nothing."""
        found = self._of([f"docs/{path}"])
        return self._box("Faults on this page", found) if found else ""

    def _box(self, title: str, problems: Sequence[Problem]) -> str:
        template = self.env.get_template("rendering/faults.html")
        return template.render(title=title, problems=problems, words=with_code)
