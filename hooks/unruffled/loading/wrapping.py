"""What another program left in a file around its text: merge marks, and the words of a chat.

The lines that do not belong are emptied, and the rest is read: one mistake, one message, and
every place stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..catalogue import declare
from ..problems import Place, Problem, problem

declare(
    "YA111",
    meaning="A merge of two versions was not finished.",
    cure="Keep one of the two versions, and remove the lines of <<<<<<<, ======= and >>>>>>>.",
)
declare(
    "YA112",
    meaning="Words or a code fence stand around the text, as a chat program shows it.",
    cure="Remove the sentences and the lines of three backticks: the file holds the YAML alone.",
)

_MARK = re.compile(r"(?P<sign><{7}|\|{7}|={7}|>{7})(?P<rest> .*)?")
_FENCE = re.compile(r"(?P<mark>`{3,}|~{3,})[ \t]*(?P<word>[\w-]*)[^`]*")
_KEY = re.compile(r"""["']?[A-Za-z_][\w-]*["']?:(?:\s|$)""")
_OF_YAML = re.compile(r"#|---|%|[ \t{\[?&!\"'-]")
"""How a line of YAML begins that is no key."""
_BUTTONS = re.compile(r"(?:ya?ml|markdown|md)?(?:copy(?: code)?|edit)*", re.IGNORECASE)
"""What stands above a box of code in a chat, and is copied with it."""
_ENDS = tuple(".!?:…)*")
"""How a sentence of a chat ends."""


def without_merge_marks(
    text: str, path: str, words: Collection[str] | None = None
) -> tuple[str, list[Problem]]:
    """Return ``text`` with the first side of each merge that nobody has finished, and the faults.

    ``words``, those of our fences, are given for a page. There, an example in another fence is left
    alone; so is a lone line of `=`, a heading's.
    """
    if not any(sign * 7 in text for sign in "<>=|"):
        return text, []
    lines = text.split("\n")
    page = words is not None
    problems = []
    side = ""  # the mark above: "<" is kept, what follows "|" and "=" is not
    for index, found in _marks(lines, words):
        sign = found["sign"][0]
        if not side and page and (sign in "=|" or (sign == ">" and not found["rest"])):
            continue
        if not side:
            cause = "a merge of two versions was not finished: git has left its marks here"
            problems.append(problem("YA111", Place(path, index + 1), cause))
        lines[index] = ""
        side = "" if sign == ">" else sign
        if side in ("|", "="):
            _empty(lines, index + 1)
    return "\n".join(lines), problems


def _marks(lines: list[str], words: Collection[str] | None) -> Iterator[tuple[int, re.Match[str]]]:
    example = ""
    for index in range(len(lines)):
        fence = _FENCE.fullmatch(lines[index]) if words is not None else None
        if fence and example:
            example = "" if fence["mark"].startswith(example) and not fence["word"] else example
        elif fence and fence["word"] and fence["word"] not in (words or ()):
            example = fence["mark"]
        if not example and (found := _MARK.fullmatch(lines[index])):
            yield index, found


def _empty(lines: list[str], start: int) -> None:
    """Empty the side of a merge that begins at ``start``, if it ends at all."""
    ends = (i for i in range(start, len(lines)) if lines[i][:7] in (">" * 7, "=" * 7))
    end = next(ends, start)
    lines[start:end] = [""] * (end - start)


def without_chat(text: str, path: str) -> tuple[str, list[Problem]]:
    """Return YAML without the fence and the sentences that a chat program puts around it."""
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if _KEY.match(line)), len(lines))
    is_fenced = "```" in text or "~~~" in text
    fences = [i for i, line in enumerate(lines) if is_fenced and _FENCE.fullmatch(line)]
    opening = fences[0] if fences and fences[0] < first else None
    if opening is not None:
        start = opening + 1
        fences = fences[1:]
        end = fences[0] if fences else len(lines)
    else:
        start = _below_sentences(lines, first)
        end = fences[0] if fences else _above_sentences(lines)
    if start == 0 and end == len(lines):
        return text, []
    outside = [i for i in (*range(start), *range(end, len(lines))) if lines[i].strip()]
    kept = [line if start <= index < end else "" for index, line in enumerate(lines)]
    if not outside:
        return text, []
    what = "a code fence stands" if opening is not None or fences else "sentences stand"
    if opening is not None and outside[0] < opening:
        what = "words and a code fence stand"
    cause = f"{what} around the YAML, as a chat program shows it"
    return "\n".join(kept), [problem("YA112", Place(path, outside[0] + 1), cause)]


def _below_sentences(lines: list[str], first: int) -> int:
    """Return where the YAML begins, if sentences stand above its first key; else 0."""
    words = [i for i in range(first) if lines[i].strip() and not _OF_YAML.match(lines[i])]
    if not words or first == len(lines):
        return 0
    apart = not lines[first - 1].strip()
    if apart or all(_BUTTONS.fullmatch(lines[i].strip()) for i in words):
        return words[-1] + 1
    return 0


def _above_sentences(lines: list[str]) -> int:
    """Return where the YAML ends, if sentences stand below it, apart and at the margin."""
    last = next((i for i in range(len(lines) - 1, -1, -1) if lines[i].strip()), -1)
    start = last
    while start > 0 and lines[start].strip():
        start -= 1
    block = lines[start + 1 : last + 1]
    sentences = [line for line in block if " " in line and line.rstrip().endswith(_ENDS)]
    if start > 0 and block and block == sentences and not any(map(_starts_yaml, block)):
        return start + 1
    return len(lines)


def _starts_yaml(line: str) -> bool:
    return bool(_KEY.match(line) or _OF_YAML.match(line))


def without_fence(text: str, path: str) -> tuple[str, list[Problem]]:
    """Return a page without the fence that a chat program has put around all of it."""
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip("\ufeff \t")), 0)
    found = ((i, _FENCE.fullmatch(lines[i])) for i in range(start, len(lines)))
    opens, mark = next(((i, fence["mark"]) for i, fence in found if fence), (-1, ""))
    if lines[start].startswith("---") or not mark or not _opens_a_page(lines, opens):
        return text, []
    fences = [i for i in range(opens, len(lines)) if lines[i].rstrip() and _is(lines[i], mark)]
    end = fences[-1] if len(fences) % 2 == 0 else len(lines)
    kept = [line if opens < index < end else "" for index, line in enumerate(lines)]
    cause = "a code fence stands around the page, as a chat program shows it"
    return "\n".join(kept), [problem("YA112", Place(path, start + 1), cause)]


def _opens_a_page(lines: list[str], opens: int) -> bool:
    """Whether front matter stands in the fence, and no page with its title above it."""
    if any(line.startswith("#") for line in lines[:opens]):
        return False
    below = next((line for line in lines[opens + 1 :] if line.strip()), "")
    return below.rstrip() == "---"


def _is(line: str, mark: str) -> bool:
    found = _FENCE.fullmatch(line)
    return found is not None and found["mark"] == mark
