"""Where new things go: into files that are not there yet, onto a page, into the menu."""

from __future__ import annotations

import re
from pathlib import Path

import click
import yaml

from ..model.page import TO_WRITE, Page
from ..project import load

_ENTRY = re.compile(r"(?P<indent> *)- ")


def write_new(root: Path, files: dict[str, str]) -> None:
    """Write new files, all of them or none; say what is left to do."""
    taken = [path for path in files if (root / path).exists()]
    if taken:
        raise click.ClickException(f"{', '.join(taken)} exists already; nothing was written")
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
        click.echo(f"wrote {path}")
    say_what_is_left()


def say_what_is_left() -> None:
    """Say how a writer goes on."""
    click.echo(f'Now replace every text that begins with "{TO_WRITE}".')
    click.echo("`unruffled check` lists what is left.")


def show_on_page(root: Path, page: Page, kind: str, name: str, heading: str) -> None:
    """Put the fence on the page, under ``heading`` or at the end, if it is not there yet."""
    if any(name in fence.names for fence in page.fences_of(kind)):
        return
    file = root / "docs" / page.path
    if not file.is_file():
        click.echo(
            f"docs/{page.path} is not yours: put a fence ```{kind} with the line {name} on a page "
            f"of your own, or take it over first: `unruffled copy docs/{page.path}`"
        )
        return
    length = file.read_bytes().count(b"\n")
    at = next((h.place.line for h in page.headings if h.text == heading), length)
    _insert(file, at, ["", f"```{kind}", name, "```"])
    click.echo(f"put a fence ```{kind} into docs/{page.path}")


def _insert(file: Path, at: int, new: list[str]) -> None:
    """Insert lines after line ``at`` of a file; all else stays, its line ends among it."""
    text = _text_of(file)
    end = "\r\n" if "\r\n" in text else "\n"
    ended = text if text.endswith("\n") else text + end
    lines = ended.removesuffix("\n").split("\n")
    lines[at:at] = [f"{line}{end[:-1]}" for line in new]
    file.write_bytes(("\n".join(lines) + "\n").encode())


def _text_of(file: Path) -> str:
    """Return the text of a file that is to be added to; refuse one that is not UTF-8."""
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise click.ClickException(
            f"{file} is not UTF-8, and was left as it is: mend what `unruffled check` says of it"
        ) from error


def list_in_nav(root: Path, page: str) -> None:
    """Add the page to `nav` in mkdocs.yml: below the last page of its folder, or at the end.

    A list in brackets is left alone: then its author is told what to add.
    """
    library = load(root)[0]
    entries = library.nav
    if library.menu is not None:
        click.echo(f"Write `menu: {{below: A section}}` into the front matter of docs/{page}.")
        return
    if not entries:
        return
    folder = page.rpartition("/")[0]
    siblings = [place for path, place in entries if folder and path.rpartition("/")[0] == folder]
    file = root / "mkdocs.yml"
    text = _text_of(file)
    lines = text.splitlines()
    last = (siblings or [place for _, place in entries])[-1].line
    beside = _ENTRY.match(lines[last - 1]) if siblings else None
    indent = beside["indent"] if beside else _indent_of_nav(text)
    if indent is None:
        click.echo(f"Add {page} to `nav` in mkdocs.yml, where it belongs.")
        return
    _insert(file, last, [f"{indent}- {page}"])
    click.echo(f"listed {page} in mkdocs.yml")


def _indent_of_nav(text: str) -> str | None:
    """Return what stands before each entry of `nav`; None where it is a list in brackets."""
    settings = yaml.compose(text, Loader=yaml.BaseLoader)
    pairs = settings.value if isinstance(settings, yaml.MappingNode) else ()
    nav = next((value for key, value in pairs if key.value == "nav"), None)
    return None if nav is None or nav.flow_style else " " * nav.start_mark.column
