"""What the finder makes of a file of questions: `python tests/bench/questions.py FILE`.

The file has lists, each as it needs: `complaints` and `risk` with `text` and `card`, `neutral` and
`ordinary` with texts. Without a file, it is the one that the tests hold the finder to.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parents[2] / "hooks")]

from node import evaluate  # noqa: E402
from real import LIBRARY  # noqa: E402
from unruffled.blocks.desk.data import desk_data  # noqa: E402

OURS = Path(__file__).parents[1] / "content" / "finder.yml"
FIND = """
  const { Finder } = await load("core/find.js");
  const finder = await new Finder(value.data).ready();
  const of = ({ id, risk }) => ({ id, risk: Boolean(risk) });
  return value.asked.map((text) => finder.find(text).map(of));
"""
Found = list[dict[str, Any]]


def find(asked: list[str]) -> list[Found]:
    """Return what the finder shows for each question: ids, and whether it is a risk card."""
    return evaluate(FIND, {"data": desk_data(LIBRARY), "asked": asked})


def is_right(section: str, asked: dict[str, Any], found: Found) -> bool:
    """Whether the first thing shown is what the file asks for."""
    if section == "ordinary":
        return not any(each["risk"] for each in found)
    if "card" not in asked:
        return not found
    return bool(found) and found[0]["id"] in {asked["card"], *asked.get("also", ())}


def report(section: str, asked: list[dict[str, Any]]) -> None:
    """Print how many are right, and each of the others with what is shown for it."""
    answers = find([each["text"] for each in asked])
    pairs = list(zip(asked, answers, strict=True))
    missed = [(each, found) for each, found in pairs if not is_right(section, each, found)]
    print(f"{section}: {len(asked) - len(missed)} of {len(asked)}")
    if section == "complaints":
        three = sum(each["card"] in [one["id"] for one in found[:3]] for each, found in pairs)
        print(f"{section}, among the first three: {three} of {len(asked)}")
    for each, found in missed:
        shown = ", ".join("!" * one["risk"] + one["id"] for one in found[:3]) or "nothing"
        print(f"  {each.get('card', '')} {each['text']!r}: {shown}")


def main(path: Path) -> None:
    """Read a file and report on each of its lists."""
    for section, asked in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        whole = [each if isinstance(each, dict) else {"text": str(each)} for each in asked]
        report(section, whole)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OURS)
