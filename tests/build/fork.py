"""A fork as an organisation makes it: its own name, rules, colours and pages, two of ours left out.

`make_fork()` does what `docs/hosting.md` tells people to do, and nothing else: it fills in
`organisation.yml`, adds files with the command, deletes files, and then mends the faults that
`unruffled check` names, each as its cure says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from support import copy_project, run
from unruffled.keeping import Kept
from unruffled.problems import Problem, errors
from unruffled.project import inspect

NAME = "Northwind & Søn"
LEFT_OUT = ("lead/measure-impact", "after/resilience")
"""Two modules of ours, as their pages are called below `docs/`."""

RULES = {
    "abuse_policy": "One limit, one warning, then we end the call and note it.",
    "authority_limits": "Up to 40 euros, or a new delivery.",
    "escalation_contact": "The shift lead, on 4400.",
    "opening_hours": "Monday to Friday, 8 to 18.",
    "emergency_procedure": "Call 112. Then tell the shift lead on 4400.",
}
OWN = [
    ("new", "module", "ours/northwind-refunds", "--title", "Refunds at Northwind"),
    ("new", "scenario", "northwind-late-crate", "--title", "A crate that came late"),
]


def make_fork(target: Path) -> Path:
    """Write the fork to `target`, and return it."""
    copy_project(target)
    _fill_in(target / "organisation.yml")
    _colour(target / "mkdocs.yml")
    for command in OWN:
        done = run("unruffled", *command, cwd=target)
        assert done.returncode == 0, done.stdout + done.stderr
    for page in LEFT_OUT:
        name = page.rpartition("/")[2]
        for file in (f"docs/{page}.md", f"quizzes/{name}.yml", f"phrases/{name}.yml"):
            (target / file).unlink()
    _mend(target)
    return target


def _fill_in(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for key, value in {"name": NAME, "handbook_title": f"{NAME}, calm", **RULES}.items():
        text, found = re.subn(rf"(?m)^(\s*{key}:) .*$", rf'\1 "{value}"', text)
        assert found == 1, f"organisation.yml has no line for {key}"
    file.write_text(text, encoding="utf-8")


def _colour(file: Path) -> None:
    own = "  name: material\n  palette: {primary: deep purple}\n"
    text = file.read_text(encoding="utf-8").replace("  name: material\n", own)
    assert own in text, "mkdocs.yml names no theme"
    file.write_text(text, encoding="utf-8")


def _mend(project: Path) -> None:
    """Mend what leads to the two modules, round by round, until the check finds no fault."""
    faults: list[Problem] = []
    kept = Kept()
    for _ in range(5):
        faults = errors(inspect(project, kept=kept)[1])
        if not faults:
            return
        # From the last line on, so that the places of the others stay true.
        for fault in sorted(faults, key=lambda each: (each.place.path, -each.place.line)):
            CURES[fault.code](project / fault.place.path, fault.place.line)
    raise AssertionError("\n".join(map(str, faults)))


def _edit(file: Path, number: int, change: Callable[[str], str | None]) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    line = change(lines[number - 1])
    lines[number - 1 : number] = [] if line is None else [line]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _unlink(file: Path, number: int) -> None:
    """The link becomes its text."""
    gone = "|".join(page.rpartition("/")[2] for page in LEFT_OUT)
    _edit(
        file, number, lambda line: re.sub(rf"\[([^\]]+)\]\([^)]*({gone})\.md[^)]*\)", r"\1", line)
    )


def _drop_line(file: Path, number: int) -> None:
    _edit(file, number, lambda _: None)


def _drop_file(file: Path, _: int) -> None:
    file.unlink(missing_ok=True)


def _another_module(file: Path, number: int) -> None:
    _edit(file, number, lambda line: re.sub(r"(module: )\S+\.md", r"\1connect/stay-calm.md", line))


def _write(file: Path, number: int) -> None:
    """Write other words, without figures; what stands in quotes is replaced whole."""
    own = "Own text " + "".join(chr(ord("a") + int(digit)) for digit in str(number))
    _edit(
        file,
        number,
        lambda line: re.sub(r'"\(to write\)[^"]*"', f'"{own}"', line).replace("(to write)", own),
    )


CURES: dict[str, Callable[[Path, int], None]] = {
    "LK101": _unlink,
    "ST102": _drop_line,
    "LP102": _drop_line,
    "QZ112": _drop_line,
    "RF104": _drop_line,
    "RF105": _another_module,
    "SE102": _drop_file,
    "TX101": _write,
}
"""How somebody mends each fault that a new file or a module left out makes."""
