"""Own sets of an organisation over this handbook: by chance, and five that are like real ones."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from overlay_project import own, write
from support import FOLDERS, ROOT

RISK = frozenset(re.findall(r"card: ([a-z-]+)", (ROOT / "safety.yml").read_text(encoding="utf-8")))
"""The cards for people in danger: they cannot be left out."""

SECTIONS = ("Connect", "Resolve", "After", "On a call", "Reference")


def base_files(root: Path = ROOT) -> list[str]:
    """Return the paths of the pages and things of a handbook, but for its first page."""
    pages = [each for each in (root / "docs").rglob("*.md") if each != root / "docs/index.md"]
    things = [each for name in FOLDERS for each in (root / name).glob("*.yml")]
    return sorted(each.relative_to(root).as_posix() for each in (*pages, *things))


def by_chance(random: Random, root: Path = ROOT) -> dict[str, str]:
    """Return the files of an own set that leaves out, replaces and adds whatever it likes."""
    paths = base_files(root)
    free = [each for each in paths if Path(each).stem not in RISK]
    without = random.sample(free, random.randint(0, 12))
    without += random.sample(["docs/contributing/", "docs/authors/", "docs/lead/", "letters/"], 2)
    left = [each for each in paths if not any(each.startswith(gone) for gone in without)]
    gone = [f"module: {each.removeprefix('docs/')}" for each in without]
    files = {}
    for path in random.sample(left, random.randint(0, 10)):
        text = _replaced(path, root)
        if not any(each in text for each in gone):  # nobody rewrites what is left out
            files[path] = text
    for number in range(random.randint(0, 4)):
        files |= _added(number, random, paths)
    files["handbook.yml"] = "".join(
        [f"base: {root.as_posix()}\nwithout:\n", *(f"  - {each}\n" for each in without)]
    )
    return files


def _replaced(path: str, root: Path) -> str:
    text = (root / path).read_text(encoding="utf-8")
    if path.endswith(".md"):
        return "# In our words\n\nShort, and [home](/index.md).\n".replace(
            "/index.md", "../" * (path.count("/") - 1) + "index.md"
        )
    return re.sub(r"(?m)^title: (\"?)", r"title: \1Our ", text, count=1)


def _added(number: int, random: Random, paths: list[str]) -> dict[str, str]:
    """Return an own module with its quiz and a path to it, with links to whatever there is."""
    name = f"ours-{number}"
    pages = [each.removeprefix("docs/") for each in paths if each.startswith("docs/")]
    links = "".join(f"- [more](../{each})\n" for each in random.sample(pages, 5))
    steps = "".join(f"      - page: {each}\n" for each in random.sample(pages, 3))
    quizzes = [Path(each).stem for each in paths if each.startswith("quizzes/")]
    return {
        f"docs/ours/{name}.md": f"---\ntitle: Ours {number}\nsummary: Ours.\n"
        f"menu: {{below: {random.choice(SECTIONS)}}}\n"
        "objectives:\n  - {id: say-it, text: say it}\n---\n\n"
        f"# Ours {number}\n\n{links}\n```quiz\n{name}\n```\n",
        f"quizzes/{name}.yml": f"id: {name}\ntitle: Ours {number}\nmodule: ours/{name}.md\n"
        "questions:\n  - id: first\n    kind: true_false\n    objective: say-it\n"
        "    stem: We say it.\n    answer: true\n    feedback_true: Yes, we do.\n"
        "    feedback_false: We do say it.\n    explanation: It is what we say.\n",
        f"paths/{name}.yml": f"id: {name}\ntitle: Ours {number}\nsummary: For us.\nstages:\n"
        f"  - title: First\n    steps:\n      - page: ours/{name}.md\n{steps}",
        f"assignments/{name}.yml": f"id: {name}\ntitle: Ours {number}\ntasks:\n"
        f"  - quiz: {name}\n  - quiz: {random.choice(quizzes)}\n",
    }


def made(folder: Path, files: dict[str, str]) -> Path:
    """Write an own set into a new folder."""
    return write(own(folder, ROOT.as_posix()), files)
