"""Rules for every text in YAML, whatever it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, get_args

from ..catalogue import CATALOGUE
from ..model.base import FREE, INLINE, Listed, Model
from ..model.content import CONTENT
from ..model.library import Library
from ..model.organisation import Organisation
from ..model.page import TO_WRITE
from ..problems import Place
from ..text.markup import cut_short, is_glued, unfinished
from .registry import Finding, of_each, once, rule


class Written(NamedTuple):
    """A text field: its value, the model it stands in, and the way to it from there."""

    value: str
    owner: Model
    loc: tuple[str | int, ...]
    inline: bool
    free: bool
    listed: str
    """The list of handbook.yml that it is an id of; empty for others."""

    @property
    def place(self) -> Place:
        """Where the text stands; looked up only when there is something to say."""
        return self.owner.at(*self.loc)


@once
def texts(library: Library) -> tuple[Written, ...]:
    """Return every text in the Library's YAML files and front matter."""
    return tuple(text for model in _models(library) for text in _texts_of(model))


def _models(library: Library) -> Iterator[Model]:
    """Yield what was read of each YAML file and each front matter."""
    for row in CONTENT:
        if row.read:
            yield from library.read(row).values()
    # What a page is made from has its texts above, where they can be mended.
    yield from (page.meta for page in library.pages.values() if not page.generated)


def _texts_of(model: Model) -> tuple[Written, ...]:
    return of_each("texts", model, lambda: tuple(_texts(model)))


def _in_each(library: Library, find: Callable[[Written], Iterator[Finding]]) -> Iterator[Finding]:
    """Yield what is found in each text, where nothing else of the Library is asked for it."""
    for model in _models(library):

        def found(model: Model = model) -> tuple[Finding, ...]:
            return tuple(each for text in _texts_of(model) for each in find(text))

        yield from of_each(find.__name__, model, found)


def _texts(model: Model) -> Iterator[Written]:
    if model.origin is None:
        return
    for name, inline, free, listed in _fields(type(model)):
        for loc, value in _values(name, getattr(model, name)):
            if isinstance(value, str):
                yield Written(value, model, loc, inline, free, listed)
            elif isinstance(value, Model):
                yield from _texts(value)
    for name, words in (model.model_extra or {}).items():  # of a block whose keys a format names
        yield from (
            Written(value, model, loc, False, True, "") for loc, value in _values(name, words)
        )


def _values(name: str, value: Any) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield a field's value, or each that it holds, with the way to it."""
    if isinstance(value, tuple):
        yield from (((name, index), item) for index, item in enumerate(value))
    elif isinstance(value, dict):
        yield from (((name, key), item) for key, item in value.items())
    else:
        yield (name,), value


@cache
def _fields(model: type[Model]) -> list[tuple[str, bool, bool, str]]:
    """List the fields of a model: name, whether it reads Markdown, whether it is free text,
    and the list of handbook.yml that it is an id of."""
    return [
        (
            name,
            _reads_markdown(field) or _is_inline(field.annotation),
            FREE in field.metadata or _is_free(field.annotation),
            _list_of(field.metadata) or _list_in(field.annotation),
        )
        for name, field in model.model_fields.items()
        if name != "origin"
    ]


def _reads_markdown(field: Any) -> bool:
    return INLINE.items() <= (getattr(field, "json_schema_extra", None) or {}).items()


def _is_inline(annotation: Any) -> bool:
    """Whether the texts of a list, or of what may be absent, are read as Markdown."""
    marks = getattr(annotation, "__metadata__", ())
    return any(map(_reads_markdown, marks)) or any(map(_is_inline, get_args(annotation)))


def _is_free(annotation: Any) -> bool:
    marks = getattr(annotation, "__metadata__", ())
    return FREE in marks or any(_is_free(each) for each in get_args(annotation))


def _list_of(marks: Iterable[Any]) -> str:
    return next((each.name for each in marks if isinstance(each, Listed)), "")


def _list_in(annotation: Any) -> str:
    marks = getattr(annotation, "__metadata__", ())
    return _list_of(marks) or next(filter(None, map(_list_in, get_args(annotation))), "")


@rule(
    "TX101",
    meaning="A text is still to be written.",
    cure='Replace the words that begin with "(to write)".',
)
def nothing_left_to_write(library: Library) -> Iterator[Finding]:
    """A scaffold names what is missing until somebody has written it."""
    yield from _in_each(library, _unwritten)
    for page in library.pages.values():
        if page.generated:
            continue
        for place in page.to_write:
            yield Finding(place, "still to be written")
        for slip in page.slips_of("unfinished"):
            yield from _left_open(slip.place, [slip.written])


def _unwritten(text: Written) -> Iterator[Finding]:
    if is_to_write(text.value):
        what = text.value[len(TO_WRITE) :].strip(" :")
        yield Finding(text.place, f"still to be written: {what}")
    elif text.free and (words := unfinished(text.value)):
        yield from _left_open(text.place, words)


def is_to_write(text: str) -> bool:
    """Whether a text is what a scaffold put there."""
    return text[: len(TO_WRITE)].casefold() == TO_WRITE


def _left_open(place: Place, words: Sequence[str]) -> Iterator[Finding]:
    if words:
        yield Finding(
            place, f"{words[0]} stands in the text", "write what is missing, and remove it"
        )


@rule("YA110")
def nothing_is_lost_behind_a_text(library: Library) -> Iterator[Finding]:
    """A comment behind a sentence is hardly ever meant: `It gives ticket # 5 a time`."""
    yield from _in_each(library, _lost)


def _lost(text: Written) -> Iterator[Finding]:
    wanted = text.free or not text.value
    comment = text.owner.origin.comment(*text.loc) if wanted else ""
    if comment and not text.value and is_glued(comment) and not _is_needed(text):
        cause = f"the text is lost: {comment} is taken for a comment"
        cure = f'put the whole text in double quotes: "{comment}"'
        yield Finding(text.owner.origin.comment_at(*text.loc), cause, cure)
    elif (
        comment and text.free and not is_glued(comment)
    ):  # glued ones behind a text, loading has told
        cure = f"{CATALOGUE['YA110'].cure} Put a comment on a line of its own."
        yield Finding(text.place, cut_short(comment), cure)


def _is_needed(text: Written) -> bool:
    """Whether loading has told that the text is missing."""
    return type(text.owner).model_fields[str(text.loc[0])].is_required()


_MARKS_OF_BLOCKS = re.compile(
    r"(?:[-*+•] +|[0-9]{1,3}[.)] +|#{1,6} +|> +|\|.*\||`{3,}|~{3,})(?=\S|$)"
)


@rule(
    "TX102",
    meaning="A text has a list, a heading or a table: that works on pages, and not here.",
    cure="Write it as sentences, or put it on the page.",
)
def nothing_but_marks_inside_a_line(library: Library) -> Iterator[Finding]:
    """Line ends are spaces here, so a list is shown as one line with dashes in it."""
    yield from _in_each(library, _marked)


def _marked(text: Written) -> Iterator[Finding]:
    if not text.inline or _shown_in_blocks(text):
        return
    if _FOLDED.match(text.value):
        cause = f'lists do not work here: "{text.value[:30]}"'
        yield Finding(text.place, cause)
    elif "\n" in text.value:
        lines = [line.strip() for line in text.value.strip().split("\n")]
        marked = [line for line in lines if _MARKS_OF_BLOCKS.match(line)]
        if len(marked) > 1 or (marked and marked[0][0] in "#`~"):
            cause = f'lists, headings and tables do not work here: "{marked[0][:30]}"'
            yield Finding(text.place, cause)


_FOLDED = re.compile(r"([-*+•]) +\S[^\n]* \1 ")
"""A list in a text whose line ends are gone."""


def _shown_in_blocks(text: Written) -> bool:
    """Whether the text is shown with its lists: the rules of the organisation are."""
    return isinstance(text.owner, Organisation) and text.loc[0] == "slots"
