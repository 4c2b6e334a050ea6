"""What a view knows of the page that it stands on. It lies below all views, and knows none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from ..model.library import Library
from ..text import urls
from ..text.inline import blocks, inline, link_from
from ..upkeep import in_words
from .environment import environment
from .gaps import spoken
from .made import CARD


@dataclass(frozen=True)
class PageContext:
    """The page at ``path`` (under docs/), the Library, and what templates and links need.

    ``address`` makes the link to a file from a page, both as paths under docs/, in the form that
    the engine wants. ``reports`` is the address at which faults in a question are reported: a title
    is added to it; empty if there is none.
    """

    library: Library
    path: str = ""
    address: Callable[[str, str], str] = urls.relative
    reports: str = ""
    env: Environment = field(default_factory=environment)

    def at(self, path: str) -> PageContext:
        """Return the same for another page."""
        return self if path == self.path else replace(self, path=path)

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """What every template can use on the page: texts, links, labels."""
        link = link_from(self.path, self.address)
        words = self.library.words

        def text(value: str) -> Markup:
            return inline(value, link)

        def lines(value: str) -> Markup:
            return blocks(value, link)

        def say(value: str) -> Markup:
            return spoken(text(value), self.library.gaps)

        def links(pages: Iterable[tuple[str, str]]) -> Markup:
            """Paths and titles of pages, as links side by side."""
            made = Markup('<a href="{}">{}</a>')
            return words.html["listed"](made.format(link(path), title) for path, title in pages)

        situations = {each.id: each.label for each in self.library.vocabulary.situations}
        return {
            **words.html,
            "library": self.library,
            "text": text,
            "lines": lines,
            "say": say,
            "link": link,
            "links": links,
            "in_words": partial(in_words, words=words),
            "situations": situations,
            "label_of": self.library.handbook.label,
            "in_charge": self.library.handbook.in_charge,
            "roles": self.library.handbook.roles,
            "card_path": partial(self.library.path_of, CARD),
        }

    def render(self, template: str, **values: Any) -> str:
        """Return the HTML that a template makes of ``values``."""
        return self.env.get_template(template).render(self.values, **values).strip()
