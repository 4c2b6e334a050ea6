"""All components in their states: for whoever changes colours, sizes or styles."""

from __future__ import annotations

from collections.abc import Iterator

from ...assets import kind_files
from ...model.library import Library
from ...model.page import Fence
from ..base import Block, Family, Pages
from ..made import COMPONENTS
from ..scenario.view import channel_styles
from .view import components_page, components_values, kinds_of


def _styles(library: Library, path: str, fence: Fence) -> Iterator[str]:
    """The styles of each kind of question, and of each channel, that is shown."""
    for kind in kinds_of(library):
        yield from kind_files(kind, ".css")
    for channel in library.handbook.words["channels"]:
        yield from channel_styles(channel)


FAMILY = Family(
    blocks=(
        Block(
            "components",
            components_values,
            styles=(
                "browser/styles/filters.css",
                "browser/styles/copying.css",
                "blocks/quiz/quiz.css",
                "blocks/quiz/test.css",
                "blocks/desk/desk.css",
                "blocks/desk/card.css",
                "blocks/desk/finder.css",
                "blocks/phrases/phrases.css",
                "blocks/scenario/scenario.css",
                "blocks/course/course.css",
                "blocks/review/review.css",
                "blocks/record/record.css",
                "components.css",
            ),
            scripts=(
                "blocks/quiz/question.js",
                "blocks/desk/card.js",
                "blocks/phrases/phrases.js",
                "components.js",
            ),
            more=_styles,
        ),
    ),
    pages=(Pages(components_page, (COMPONENTS,), on_demand=True),),
)
