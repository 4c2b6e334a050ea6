"""A small project under this handbook's own settings: built in two seconds instead of eighteen.

What a build does with its flags, its environment or a fault does not depend on how much it builds.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from support import BASE, ROOT

MODULE = "connect/greeting/"
QUIZ = "quizzes/greeting.yml"
OTHER = "connect/farewell/"
"""A second module, which shows a slot of the organisation that is empty."""

SETTINGS = """INHERIT: {root}/mkdocs.yml
{address}theme: {{custom_dir: {root}/hooks/unruffled/theme}}
hooks: [{root}/hooks/site.py{more}]
nav: [index.md, connect/greeting.md, {pages}]
"""


def write(folder: Path, *, more: str = "") -> Path:
    """Write a project with cards, a conversation, a session and packages into `folder`.

    `more` is put behind its hooks. Its files are made in another order in a folder that is called
    `second`, and so some disks list them in another order.
    """
    sources = sorted(path for path in (ROOT / "tests/faults/base").rglob("*") if path.is_file())
    sources += sorted(path for path in (ROOT / "docs/assets").rglob("*") if path.is_file())
    if folder.name == "second":
        sources.reverse()
    for source in sources:
        home = ROOT if source.is_relative_to(ROOT / "docs") else ROOT / "tests/faults/base"
        target = folder / source.relative_to(home)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    (folder / "docs/packages.md").write_text("# Packages\n\n```packages\n```\n", encoding="utf-8")
    address = f"site_url: https://example.org{BASE}\n"
    _settings(folder, address=address, more=more, pages="packages.md")
    return folder


def write_two_modules(folder: Path) -> Path:
    """Write the project with a second module; its address comes from the environment."""
    write(folder)
    (folder / "docs/packages.md").unlink()
    page = (folder / "docs/connect/greeting.md").read_text(encoding="utf-8")
    page = page.replace("title: Greet", "title: Part").replace("# Greet", "# Part")
    page = page.replace("```quiz\ngreeting", "```quiz\nfarewell")
    page = page.replace("Say it again.", "Say it again.\n\n```organisation\nopening_hours\n```")
    (folder / "docs/connect/farewell.md").write_text(page, encoding="utf-8")
    quiz = (folder / QUIZ).read_text(encoding="utf-8")
    quiz = quiz.replace("greeting", "farewell").replace("title: Greet", "title: Part")
    (folder / "quizzes/farewell.yml").write_text(quiz, encoding="utf-8")
    organisation = folder / "organisation.yml"
    text = organisation.read_text(encoding="utf-8")
    emptied = text.replace("opening_hours: From 8 to 18.", 'opening_hours: ""')
    assert emptied != text
    organisation.write_text(emptied, encoding="utf-8")
    _settings(folder, address="", more="", pages="connect/farewell.md")
    return folder


def _settings(folder: Path, **values: str) -> None:
    text = SETTINGS.format(root=ROOT.as_posix(), **values)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
