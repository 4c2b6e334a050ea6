"""The catalogue: every sentence of this package, found where it is used.

`make words` writes it. A test holds that it is what the files say.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from jinja2 import Environment
from jinja2.ext import extract_from_ast

from .scripts import RUNTIME, calls
from .translation import TEMPLATE

PACKAGE = Path(__file__).parent.parent
FUNCTIONS = {"gettext": 1, "pgettext": 2, "ngettext": 2, "marked": 1}
"""What asks for words, and how many texts it takes; ``said`` takes what was marked."""

_KEPT = "/vendor/"
_HEADER = "# Every sentence that readers see and no author wrote. Made by `make words`.\n#"
_GONE = (
    *(f'"{name}' for name in ("POT-Creation-Date", "PO-Revision-Date", "Generated-By")),
    *(f'"{name}' for name in ("Project-Id-Version", "Report-Msgid", "Last-Tr", "Language-Team")),
)
"""Lines of the head: the day on which it was written would be all that changes."""


class Message(NamedTuple):
    """A sentence: where it is used, its context or "", and its one or two English forms."""

    path: str
    context: str
    forms: tuple[str, ...]


def messages(package: Path = PACKAGE) -> Iterator[Message]:
    """Yield every sentence of the package, file by file.

    Raises ValueError with the file for a call whose sentence is not written out.
    """
    readers = {".py": _of_python, ".html": _of_template, ".js": _of_script}
    for file in sorted(package.rglob("*.*")):
        path = file.relative_to(package).as_posix()
        if file.suffix in readers and _KEPT not in path and path != RUNTIME:
            try:
                for function, texts in readers[file.suffix](file.read_text(encoding="utf-8")):
                    yield _message(path, function, texts)
            except ValueError as error:
                raise ValueError(f"{path}: {error}") from error


def catalogue() -> str:
    """Return the text of the catalogue."""
    found = Catalog(header_comment=_HEADER)
    for path, context, forms in messages():
        name = forms if len(forms) > 1 else forms[0]
        found.add(name, locations=[(path, 1)], context=context or None)
    text = BytesIO()
    write_po(text, found, width=0, sort_output=True, include_lineno=False, omit_header=False)
    lines = text.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_GONE))


def main() -> None:
    """Write the catalogue."""
    TEMPLATE.write_text(catalogue(), encoding="utf-8", newline="\n")


def _message(path: str, function: str, texts: tuple[str, ...]) -> Message:
    context = texts[0] if function == "pgettext" else ""
    return Message(path, context, texts[1:] if context else texts)


def _of_python(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Assign):
            _keeps_its_name(node)
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in FUNCTIONS:
            given = [getattr(each, "value", None) for each in node.args[: FUNCTIONS[name]]]
            yield name, _written_out(name, given, node.lineno)


def _keeps_its_name(node: ast.Assign) -> None:
    """A function that is called otherwise would be found nowhere."""
    asked = getattr(node.value, "attr", "")
    named = [each.id for each in node.targets if isinstance(each, ast.Name)]
    if asked in FUNCTIONS and named and named != [asked]:
        raise ValueError(f"line {node.lineno}: call it {asked}, not {named[0]}")


def _of_template(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    tree = Environment(trim_blocks=True, lstrip_blocks=True).parse(text)
    for line, name, found in extract_from_ast(tree, tuple(FUNCTIONS), babel_style=False):
        given = found if isinstance(found, tuple) else (found,)
        yield name, _written_out(name, list(given[: FUNCTIONS[name]]), line)


def _of_script(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((call.function, call.texts) for call in calls(text))


def _written_out(name: str, given: list[object], line: int) -> tuple[str, ...]:
    texts = tuple(each for each in given if isinstance(each, str))
    if len(texts) != FUNCTIONS[name]:
        raise ValueError(f"line {line}: {name}() needs its sentence written out")
    return texts


if __name__ == "__main__":
    main()
