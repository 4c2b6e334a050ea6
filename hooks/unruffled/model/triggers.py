"""What a text expander listens for: `;os.two-ways;` for the phrase offer-solutions/two-ways.

A trigger is made of the two ids alone. So it stays when another phrase is added, and people can
learn it. It ends in a sign that no id has, so none can be the beginning of another: an expander
would take the shorter one, and nobody could type the longer. Only two tables with the same short
name can meet in one; a check tells the author.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

MARK = ";"


def trigger(table: str, phrase: str) -> str:
    """Return the trigger of a phrase."""
    return f"{MARK}{short(table)}.{phrase}{MARK}"


def short(table: str) -> str:
    """Return a table's short name: its initials, or three letters of a single word."""
    words = table.split("-")
    return "".join(word[0] for word in words) if len(words) > 1 else table[:3]


def clashes(triggers: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each pair of which the first is the second, or its beginning.

    Sorted, whatever begins like a trigger follows it at once.
    """
    stack: list[str] = []
    for each in sorted(triggers):
        while stack and not each.startswith(stack[-1]):
            stack.pop()
        if stack:
            yield stack[-1], each
        stack.append(each)
