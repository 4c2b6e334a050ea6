"""Doors between MkDocs and what is kept: they hear what it says, and see what it asks for."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from mkdocs.structure.files import File, Files

    from ..keeping import Asked

Fill = Callable[["Template", Mapping[str, Any]], str]
"""Fills a template with what it is given."""


class FilesAsked:
    """The files of a site, as what turns links into addresses asks for them."""

    def __init__(self, files: Files, asked: Asked) -> None:
        self._files = files
        self._asked = asked

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file at ``path`` below docs/, and note that it was asked for."""
        self._asked.ask_outside(path)
        return self._files.get_file_from_path(path)


class Said(logging.Handler):
    """Hears what the engine says of a page."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note what is said."""
        self.records.append((record.name, record.levelno, record.getMessage()))

    def __enter__(self) -> Said:
        for name in ("mkdocs", "properdocs"):
            logging.getLogger(name).addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        for name in ("mkdocs", "properdocs"):
            logging.getLogger(name).removeHandler(self)


class Templates:
    """The environment of the theme; a template that is filled for a page goes through ``fill``."""

    def __init__(
        self, env: Environment, fill: Callable[[Template, Mapping[str, Any]], str]
    ) -> None:
        self._env = env
        self._fill = fill

    def __getattr__(self, name: str) -> Any:
        return getattr(self._env, name)

    def get_template(self, name: str, *args: Any, **values: Any) -> Any:
        """Return a template that says what it is filled with."""
        return _Template(self._env.get_template(name, *args, **values), self._fill)


class _Template:
    def __init__(self, template: Template, fill: Fill) -> None:
        self._template = template
        self._fill = fill

    def __getattr__(self, name: str) -> Any:
        return getattr(self._template, name)

    def render(self, context: Mapping[str, Any]) -> str:
        """Return the page; what belongs to no page is always made anew."""
        if context.get("page") is None:
            return self._template.render(context)
        return self._fill(self._template, context)
