"""YAML text → plain data in which every mapping knows its place.

Scalars stay text: in author text ``yes``, ``no``, ``on``, ``1:30`` and ``010`` are
words (YAML 1.1 would make booleans and numbers of them). The models convert where
a number or a boolean is wanted. The C parser composes nodes with marks in 0.1 ms a
question; the data is made from the nodes, so that a file is read once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from ..catalogue import declare
from ..keeping.digests import text_digest
from ..model.base import ORIGIN, heed_places
from ..problems import Place, Problem, problem
from .comments import Ends, comments
from .depth import too_deep
from .escapes import escape_problems
from .nearly import UNSEEN, around_key, in_plain, unprintable_problem
from .parser import Loader
from .source import Source
from .syntax import silent_problems, syntax_problem

declare(
    "YA102",
    meaning="The same key stands twice in one block.",
    cure="Keep one of the two, or give the second its own entry that begins with `-`.",
)
declare(
    "YA108",
    meaning="The file is empty or is not a block of keys.",
    cure="Begin the file with `key: value` lines; `unruffled new` writes an example.",
)


@dataclass(frozen=True, slots=True)
class NodeOrigin:
    """The node that a mapping was made from; see ``model.base.Origin``."""

    source: Source
    node: yaml.Node
    comments: Ends = field(default_factory=dict, repr=False)

    @property
    def path(self) -> str:
        """The file, as messages call it."""
        return self.source.path

    @property
    def mark(self) -> tuple[str, int, str, int]:
        """What tells this node from others, and from itself in another text of the file."""
        source = self.source
        return (source.path, source.lines_above, source.digest, self.node.start_mark.index)

    def comment(self, *loc: str | int) -> str:
        """Return the comment that follows the text at ``loc`` on its line: words that may be lost.

        Nothing is lost behind a text in quotes.
        """
        heed_places()
        if not self.comments:
            return ""
        end = _descend(self.node, loc)[1].end_mark
        found = self.comments.get((end.line, end.column))
        return found.text if found else ""

    def comment_at(self, *loc: str | int) -> Place:
        """Return the place of the comment that follows the text at ``loc``."""
        heed_places()
        end = _descend(self.node, loc)[1].end_mark
        column = self.comments[end.line, end.column].column
        return self.source.at(end.line, column)

    def in_braces(self, *loc: str | int) -> bool:
        """Whether the block around ``loc`` is written on one line, as `{key: value, …}`."""
        heed_places()
        return bool(getattr(_descend(self.node, loc[:-1])[1], "flow_style", False))

    def at(self, *loc: str | int) -> Place:
        """Return the place of the value at ``loc``, or of the nearest thing around it.

        A list, a block or an empty value is shown at its key: that is where the author looks.
        """
        heed_places()
        key, value = _descend(self.node, loc)
        plain = isinstance(value, yaml.ScalarNode) and value.value
        return self.source.place((value if plain or key is None else key).start_mark)

    def key(self, *loc: str | int) -> Place:
        """Return the place of the last key of ``loc`` itself, not of its value."""
        heed_places()
        key, value = _descend(self.node, loc)
        return self.source.place((key or value).start_mark)


Step = tuple[yaml.Node | None, yaml.Node]


def _descend(node: yaml.Node, loc: tuple[str | int, ...]) -> Step:
    here: Step = (None, node)
    for step in loc:
        # A step may name no node: a missing key, or the tag of a union. Stay where we are.
        here = _child(here[1], step) or here
    return here


def _child(node: yaml.Node, step: str | int) -> Step | None:
    if isinstance(node, yaml.MappingNode):
        return next((pair for pair in node.value if pair[0].value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def read_yaml(text: str, source: Source) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Parse ``text`` into a dict of str, list and dict, and the faults of its form.

    Every mapping carries its ``NodeOrigin`` under ``ORIGIN``. Returns None for the
    data where the text cannot be parsed or is not a mapping.
    """
    source = replace(source, digest=text_digest(text))
    if found := unprintable_problem(text, source) or too_deep(text, source):
        return None, [found]
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        return None, [syntax_problem(error, text, source)]
    if not isinstance(node, yaml.MappingNode):
        place = source.place(node.start_mark) if node else source.start
        cause = "the file is empty" if node is None else "the file is not a block of keys"
        return None, [problem("YA108", place, cause)]
    reader = _Reader(source, comments(text))
    data = reader.mapping(node)
    meant = [each for each in reader.problems if each.code == "YA116" or each.cause == GLUED_DASH]
    if meant:
        return None, meant[:1]  # what was meant for a list is none: all else would follow
    silent = [*silent_problems(text, source), *escape_problems(text, source)]
    return data, [*silent, *reader.problems]


_NO_BRACKETS = "write the key without brackets; put a text that begins with one in quotes"

GLUED_DASH = "the dash and the key after it are read as one word"


class _Reader:
    """Turns nodes into data once, and notes what YAML would pass over in silence."""

    def __init__(self, source: Source, comments: Ends) -> None:
        self.source = source
        self.comments = comments
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        data: dict[str, Any] = {ORIGIN: NodeOrigin(self.source, node, self.comments)}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key_node, yaml.ScalarNode):
                cause = "a key begins with { or [, and is read as a block or a list"
                self._fault("YA101", key_node, cause, _NO_BRACKETS)
            elif key[:1] == "-" and key[1:].isidentifier():
                self._fault("YA101", key_node, GLUED_DASH, "put a space after the dash")
            elif not key.isidentifier() and (found := self._lookalike(key_node)):
                self.problems.append(found)
                data.setdefault(key.strip(UNSEEN), self.value(value_node))
            elif key in data:
                self._fault("YA102", key_node, f'the key "{key}" stands twice in this block')
            else:
                data[key] = self.value(value_node)
        return data

    def _lookalike(self, key: yaml.ScalarNode) -> Problem | None:
        return in_plain(key, self.source) or around_key(key, self.source)

    def value(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return node.value
        if id(node) in self._seen:  # through an alias, which is reported where it stands
            return {} if isinstance(node, yaml.MappingNode) else []
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node)
        return [self.value(item) for item in node.value]

    def _fault(self, code: str, node: yaml.Node, cause: str, cure: str | None = None) -> None:
        self.problems.append(problem(code, self.source.place(node.start_mark), cause, cure))
