"""The templates, and what all of them can use."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..assets import PACKAGE
from ..model.phrases import LISTENERS
from ..model.reference import GRADE_MEANINGS, reference_anchor
from ..text.inline import as_read


@cache
def environment() -> Environment:
    """Return the template environment: autoescape on, undefined names are errors.

    A template is called by its path in this package.

    All Renderers share it, and each template is compiled once.
    """
    env = Environment(
        loader=FileSystemLoader(PACKAGE),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(
        reference_anchor=reference_anchor,
        listeners=LISTENERS,
        as_read=as_read,
        grades=GRADE_MEANINGS,
    )
    return env
