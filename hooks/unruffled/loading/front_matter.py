"""The front matter of a page: the block between two lines `---`, and what was meant for them."""

from __future__ import annotations

import re

from ..catalogue import declare
from ..model.page import FrontMatter
from ..problems import Place, Problem, problem
from ..text.lookalikes import INVISIBLE
from .source import Source
from .validate import validate
from .yaml_source import read_yaml

declare(
    "MD108",
    meaning="The front matter is not closed.",
    cure="Put a line `---` after the last key of the front matter.",
)
declare(
    "MD112",
    meaning="Blank lines stand above the front matter.",
    cure="Remove the lines above the first `---`: the page begins with it.",
)
declare(
    "MD141",
    meaning="The line that begins or ends the front matter is not three hyphens.",
    cure="Write three hyphens, and nothing before them: `---`.",
)

_UNSEEN = re.compile(f"[{INVISIBLE}]")

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u30fc\ufe58\ufe63\uff0d\u00ad_*=+~"
_EDGE = re.compile(rf"[{re.escape(_DASHES)}]+")
_KEY = re.compile(r"[a-z_]+:(\s|$)")
_OWN_KEY = re.compile(rf"(?:{'|'.join(sorted(FrontMatter.model_fields))}):(\s|$)")
_ENDS = ("---", "...")


def front_matter(path: str, text: str) -> tuple[FrontMatter, int, list[Problem]]:
    """Return the front matter, the number of lines it takes, and its faults."""
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if _seen(line)), 0)
    opening = _opening(lines, start)
    if opening is None:
        return FrontMatter(), 0, []
    first, above = opening
    faults = [problem(code, Place(path, line + 1), cause) for code, line, cause in above]
    end = _end(lines, first)
    if end is None:
        cause = "the front matter that begins here is not closed"
        return FrontMatter(), 0, [*faults, problem("MD108", Place(path, max(first, 1)), cause)]
    if lines[end].rstrip() not in _ENDS:
        cause = f"the front matter ends with {_spoken(lines[end])}, and not with ---"
        faults.append(problem("MD141", Place(path, end + 1), cause, "write three hyphens: `---`"))
    block = "\n".join(lines[first:end])
    if not block.strip():
        return FrontMatter(), end + 1, faults
    data, problems = read_yaml(block, Source(path, lines_above=first))
    if data is None:
        return FrontMatter(), end + 1, faults + problems
    meta, found = validate(FrontMatter, data)
    return meta, end + 1, faults + problems + found


def _seen(line: str) -> str:
    """Return a line without what cannot be seen."""
    return _UNSEEN.sub("", line).strip()


def _opening(lines: list[str], start: int) -> tuple[int, list[tuple[str, int, str]]] | None:
    """Return the index of the first key's line, and what is wrong above it; None if there is none.

    Where it is not quite front matter for the engine, its author's meaning is plain if a key
    follows.
    """
    below = lines[start + 1] if start + 1 < len(lines) else ""
    if lines[start].rstrip() == "---":
        if start and not _KEY.match(below):
            return None
        cause = "the front matter does not begin in the first line, so it is shown as text"
        return start + 1, [("MD112", start, cause)] if start else []
    if _EDGE.fullmatch(_seen(lines[start])) and _OWN_KEY.match(below):
        cause = f"the page begins with {_spoken(lines[start])}, and not with ---"
        return start + 1, [("MD141", start, cause)]
    if _OWN_KEY.match(lines[start]) and _end(lines, start + 1) is not None:
        cause = "the line --- is missing above the first key, so the front matter is not read"
        return start, [("MD141", start, cause)]
    return None


def _end(lines: list[str], first: int) -> int | None:
    """Return the index of the line that ends the front matter, or was meant to."""
    below = range(first, len(lines))
    exact = next((i for i in below if lines[i].rstrip() in _ENDS), None)
    meant = next((i for i in below if _EDGE.fullmatch(_seen(lines[i]))), None)
    if exact is None or meant is None or meant >= exact:
        return meant if exact is None else exact
    # A line in a text may look like it; but the title of a page stands below the front matter.
    title = any(line.startswith("# ") for line in lines[meant:exact])
    return meant if title else exact


def _spoken(line: str) -> str:
    """Say what stands in place of the three hyphens."""
    seen = _seen(line)
    if seen in _ENDS:
        before = line[: line.index(seen[0])]
        return "a space before ---" if before.isspace() else "an invisible character before ---"
    if set(seen) == {"-"}:
        return f"{len(seen)} hyphens"
    return f"a dash ({seen})" if seen.strip("_*=+~") else f'"{seen}"'
