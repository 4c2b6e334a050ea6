"""Questions as `unruffled new question` writes them, and how one is put into a file."""

from __future__ import annotations

from textwrap import indent

import yaml

from ..found import PACKAGE
from ..model.page import TO_WRITE


def question(name: str, kind: str, objective: str) -> str:
    """Return an entry for the list of a quiz's questions, without indentation.

    What only this kind has stands in its folder.
    """
    own = (PACKAGE / "kinds" / kind / "example.yml").read_text(encoding="utf-8")
    keys = f"""id: {name}
kind: {kind}
objective: {objective}
stem: "{TO_WRITE} a situation, and what is asked"
{own}explanation: "{TO_WRITE} the principle"
"""
    return f"- {indent(keys, '  ').lstrip()}"


def with_entry(text: str, key: str, entry: str) -> str | None:
    """Return a YAML text with ``entry`` appended to the list ``key``.

    Everything that stands there stays as it is: line ends, indentation, comments. None where
    the list is not the last thing in the text, or is written in brackets.
    """
    found = _list_of(text, key)
    if found is None or found.flow_style or not found.value:
        return None
    ends = "\r\n" if "\r\n" in text else "\n"
    gap = "" if text.endswith("\n") else ends
    added = indent(entry, " " * found.start_mark.column).replace("\n", ends)
    longer = f"{text}{gap}{added}"
    now = _list_of(longer, key)
    # Reading it again is the one way to know: a list may end in many ways.
    is_last = now is not None and len(now.value) == len(found.value) + 1
    return longer if is_last else None


def _list_of(text: str, key: str) -> yaml.SequenceNode | None:
    try:
        tree = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return None
    entries = tree.value if isinstance(tree, yaml.MappingNode) else ()
    found = next((value for name, value in entries if name.value == key), None)
    return found if isinstance(found, yaml.SequenceNode) else None
