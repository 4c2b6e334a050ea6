"""Fences → HTML, through templates with autoescape."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from jinja2 import Environment

from ..blocks.assignment.view import assignment_values, choice_values
from ..blocks.context import PageContext
from ..blocks.course.view import course_values, minutes
from ..blocks.desk.view import card_values, finder_values, guide_values, help_values
from ..blocks.environment import environment
from ..blocks.exports.view import export_values
from ..blocks.filters import filters_of
from ..blocks.gaps import used
from ..blocks.glossary.view import GLOSSARY, Previews
from ..blocks.letters.view import letter_values, list_values
from ..blocks.overview.view import overview_values
from ..blocks.packages.view import packages_values
from ..blocks.paths.view import path_values
from ..blocks.quiz.view import paper_values, quiz_values
from ..blocks.scenario.view import (
    can_be_shown,
    map_values,
    practice_values,
    scenario_values,
    sheet_values,
)
from ..blocks.session.view import session_values
from ..loading import fences
from ..model.library import Library
from ..model.organisation import SLOT_LABELS
from ..model.page import Fence, FrontMatter, Page
from ..problems import Problem
from ..text import urls
from ..text.hidden import visible
from ..upkeep import looked_at
from .assets import assets_of
from .fault_boxes import FaultBoxes

ORGANISATION, REFERENCES, RUBRIC = "organisation.yml", "references.yml", "rubric.yml"
"""Files that blocks of many pages are made from."""

OF_FILES: Mapping[str, tuple[str, Callable[[Library, Any], dict[str, Any]]]] = {
    "path": ("paths", path_values),
    "session": ("sessions", session_values),
    "session-material": ("sessions", session_values),
    "session-follow-up": ("sessions", session_values),
    "letter": ("letters", letter_values),
}
"""Blocks that show what one file holds and no more: its folder, and what the template gets."""

OF_ALL: Mapping[str, Callable[[Library], dict[str, Any]]] = {
    **dict.fromkeys(("course", "review"), course_values),
    "packages": packages_values,
    "guide": guide_values,
    "practice": practice_values,
    "letters": list_values,
    "assign": choice_values,
    "exports": export_values,
}
"""Blocks that show something of the whole library: what the template gets."""


@dataclass(frozen=True)
class Renderer:
    """Renders the fences of one Library's pages.

    ``problems`` are shown in place of a block whose file has faults, so that a writer
    with a live preview sees them where the block would stand. ``address`` makes the link
    to a file from a page, both as paths under docs/, in the form that the engine wants.
    """

    library: Library
    problems: Sequence[Problem] = ()
    address: Callable[[str, str], str] = urls.relative
    reports: str = ""
    """Where faults in a question are reported: an address that a title is added to, or none."""
    env: Environment = field(default_factory=environment)

    @cached_property
    def _boxes(self) -> FaultBoxes:
        return FaultBoxes(self.library, self.problems, self.env)

    def page(self, path: str, lines: Sequence[str], keep: Callable[[str], str]) -> list[str]:
        """Replace the fences in ``lines`` of the page ``path`` (under docs/).

        ``keep`` turns a block's HTML into the line that stands for it: a placeholder for
        a Markdown converter, or the HTML itself.
        """
        result: list[str] = []
        shown: set[str] = set()
        previews = self._previews(path)
        position = 0
        readable = visible(lines)
        lines = readable.lines
        for number, fence in enumerate(fences.find(lines, readable.code)):
            result += previews.mark(lines[position : fence.start])
            if fence.indented or not fence.closed:
                result += lines[fence.start : fence.end]
            else:
                wrong = self._boxes.of_fence(path, number, fence)
                html = wrong or self._assets(path, fence, shown) + self.block(path, fence)
                # A <div> around it: converters know that for a block and wrap no <p> about it.
                result += ["", keep(f'<div class="unruffled">{html}</div>'), ""]
            position = fence.end
        result += previews.mark(lines[position:])
        meanings = previews.html(self.context(path).values["text"], self.address(GLOSSARY, path))
        result += ["", keep(meanings), ""] if meanings else []
        box = self._boxes.of_page(path)
        return [*([keep(f'<div class="unruffled">{box}</div>'), ""] if box else []), *result]

    def _previews(self, path: str) -> Previews:
        """What marks the terms on a page: those of the vocabulary, on the pages of modules."""
        page = self.library.pages.get(path)
        return Previews(self.library.vocabulary.terms if page and page.is_module else ())

    def block(self, path: str, fence: Fence) -> str:
        """Return the HTML of one fence on the page ``path``."""
        blocks: Mapping[str, Callable[[str, Fence], str]] = {
            "quiz": self._quiz,
            "phrases": self._phrases,
            "overview": self._overview,
            "sources": self._sources,
            "organisation": self._organisation,
            "record": self._plain,
            "card": self._card,
            "finder": self._finder,
            "unsaid": self._plain,
            **dict.fromkeys(OF_FILES, self._shown),
            **dict.fromkeys(OF_ALL, self._of_all),
            "assignment": self._assignment,
            "assigned": self._assignment,
            "team": self._plain,
            "kept": self._plain,
            "upkeep": self._upkeep,
            "rubric": self._rubric,
            "quiz-key": self._quiz_sheet,
            "quiz-sheet": self._quiz_sheet,
            "scenario": self._scenario,
            "scenario-map": self._scenario,
            "role-play-sheet": self._scenario,
        }
        return blocks[fence.kind](path, fence)

    def _quiz(self, path: str, fence: Fence) -> str:
        return self._of_file("quizzes", path, fence, partial(quiz_values, self.context(path)))

    def _of_file(
        self, folder: str, path: str, fence: Fence, values: Callable[[Any], dict[str, Any]]
    ) -> str:
        """A block that shows what one file holds; its faults, where it could not be read."""
        found = getattr(self.library, folder).get(fence.body)
        if found is None or self.library.is_partial(found):
            return self._boxes.of_files(self.library.file_of(folder, fence.body))
        return self._render(f"{fence.kind}.html", path, **values(found))

    def _of_all(self, path: str, fence: Fence) -> str:
        values = OF_ALL[fence.kind](self.library)
        return self._render(f"{fence.kind}.html", path, **values)

    def _plain(self, path: str, fence: Fence) -> str:
        """A block that is the same wherever it stands."""
        return self._render(f"{fence.kind}.html", path, library=self.library)

    def _phrases(self, path: str, fence: Fence) -> str:
        tables = [self.library.phrases.get(name) for name in fence.names]
        sound = [table for table in tables if table and not self.library.is_partial(table)]
        if len(sound) < len(tables):
            files = (self.library.file_of("phrases", name) for name in fence.names)
            return self._boxes.of_files(*files)
        title = sound[0].title if len(sound) == 1 else "All phrases"
        filters = filters_of(self.library, [each for table in sound for each in table.phrases])
        gaps = used((each.say for table in sound for each in table.phrases), self.library.gaps)
        values = {"tables": sound, "title": title, "filters": filters, "gaps": gaps}
        return self._render("phrases.html", path, **values)

    def _overview(self, path: str, fence: Fence) -> str:
        page = self.library.pages.get(path)
        if page is None or not page.meta.summary or not page.is_module:
            return self._boxes.of_files(f"docs/{path}")
        return self._render("overview.html", path, **overview_values(self.library, page))

    def _upkeep(self, path: str, fence: Fence) -> str:
        return self._render("upkeep.html", path, looked=looked_at(self.library))

    def _sources(self, path: str, fence: Fence) -> str:
        if REFERENCES in self.library.partial:
            return self._boxes.of_files(REFERENCES)
        known = self.library.reference_by_id
        cited = [known[name] for name in self._meta(path).evidence if name in known]
        return self._render("sources.html", path, references=cited)

    def _organisation(self, path: str, fence: Fence) -> str:
        if ORGANISATION in self.library.partial:
            return self._boxes.of_files(ORGANISATION)
        organisation = self.library.organisation
        return self._render(
            "organisation.html",
            path,
            organisation=organisation,
            label=SLOT_LABELS.get(fence.body, fence.body),
            text_value=getattr(organisation.slots, fence.body, ""),
            **help_values(self.library, fence.body),
        )

    def _finder(self, path: str, fence: Fence) -> str:
        return self._render("finder.html", path, **finder_values(self.library, path))

    def _card(self, path: str, fence: Fence) -> str:
        card = self.library.cards.get(fence.body)
        if card is None or self.library.is_partial(card):
            return self._boxes.of_files(self.library.file_of("situations", fence.body))
        if ORGANISATION in self.library.partial:
            return self._boxes.of_files(ORGANISATION)
        return self._render("card.html", path, **card_values(self.library, card))

    def _shown(self, path: str, fence: Fence) -> str:
        folder, values = OF_FILES[fence.kind]
        return self._of_file(folder, path, fence, partial(values, self.library))

    def _assignment(self, path: str, fence: Fence) -> str:
        found = self.library.assignments.get(fence.body)
        if fence.body and (found is None or self.library.is_partial(found)):
            return self._boxes.of_files(self.library.file_of("assignments", fence.body))
        values = assignment_values(self.library, found)
        return self._render("assignment.html", path, library=self.library, **values)

    def _rubric(self, path: str, fence: Fence) -> str:
        if self.library.rubric is None or RUBRIC in self.library.partial:
            return self._boxes.of_files(RUBRIC)
        return self._render("rubric.html", path, rubric=self.library.rubric)

    def _quiz_sheet(self, path: str, fence: Fence) -> str:
        values = partial(paper_values, self.context(path), key=fence.kind == "quiz-key")
        return self._of_file("quizzes", path, fence, values)

    def _scenario(self, path: str, fence: Fence) -> str:
        found = self.library.scenarios.get(fence.body)
        if found is None or not can_be_shown(self.library, found):
            return self._boxes.of_files(self.library.file_of("scenarios", fence.body))
        values = {
            "scenario": scenario_values,
            "scenario-map": map_values,
            "role-play-sheet": sheet_values,
        }[fence.kind]
        return self._render(f"{fence.kind}.html", path, **values(self.library, found))

    def minutes(self, page: Page) -> tuple[int, int]:
        """Return the minutes for reading a module and for its quizzes."""
        return minutes(self.library, page)

    def _meta(self, path: str) -> FrontMatter:
        page = self.library.pages.get(path)
        return page.meta if page else FrontMatter()

    def _render(self, template: str, path: str, **values: Any) -> str:
        return self.context(path).render(template, **values)

    def context(self, path: str) -> PageContext:
        """Return what every view can use on the page ``path``."""
        return PageContext(self.library, path, self.address, self.reports, self.env)

    def _assets(self, path: str, fence: Fence, shown: set[str]) -> str:
        """Return the links to the style and scripts of a block, those that are not there yet."""
        new = [name for name in assets_of(fence, self.library, path) if name not in shown]
        shown.update(new)
        files = [(name, self.address(name, path)) for name in new]
        return self.env.get_template("rendering/assets.html").render(files=files) if files else ""


__all__ = ["Renderer"]
