"""Measure the rules for replies by a folder of drafts that others have labelled.

    python tests/bench/reply.py FOLDER [--show LABEL] [--root PROJECT]

Each YAML file is a list of drafts: `{id, channel, situation, draft, labels: [...]}`; a good one has
`labels: []`. A text file has a draft on each line, behind its labels, its channel, or both, and
` | `. Printed are recall by draft and label, precision, how many good drafts are clear above
`style`, the style findings on a good draft, and who is taken for whom.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

from unruffled.model.reply import Kind  # noqa: E402
from unruffled.project import load  # noqa: E402
from unruffled.reply.data import engine_data  # noqa: E402
from unruffled.reply.engine import engine  # noqa: E402

LABELS = tuple(each.value for each in Kind)
CHANNELS = frozenset(("chat", "email", "social", "phone", "in_person"))


class Draft(NamedTuple):
    """A draft, its labels, and what was found: kinds with their heaviest severity."""

    id: str
    text: str
    labels: frozenset[str]
    found: dict[str, str]
    spots: list[tuple[str, str, str]]


def drafts_of(folder: Path) -> list[dict[str, Any]]:
    """Read all files of a folder, in the order of their names."""
    return [each for file in _files(folder) for each in _rows(file)]


def _files(folder: Path) -> Iterable[Path]:
    if folder.is_file():
        return [folder]
    return sorted(each for each in folder.rglob("*.*") if each.suffix in (".yml", ".yaml", ".txt"))


def _rows(file: Path) -> list[dict[str, Any]]:
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".txt":
        return yaml.safe_load(text) or []
    return [
        _row(f"{file.stem}:{number}", line)
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip()
    ]


def _row(name: str, line: str) -> dict[str, Any]:
    before, _, draft = line.rpartition(" | ")
    named = before.split(",") if before else []
    channel = next((each for each in named if each in CHANNELS), None)
    labels = [each for each in named if each not in CHANNELS]
    return {"id": name, "draft": draft, "labels": labels, "channel": channel}


def measured(root: Path, rows: list[dict[str, Any]]) -> list[Draft]:
    """Check every draft with the rules of the project at ``root``."""
    library, _ = load(root)
    found = engine()
    if not found:
        raise SystemExit("the rules were not run: there is no quickjs-ng here")
    found.take(engine_data(library))
    asked = [
        {
            "text": str(row["draft"]).strip(),
            "context": {name: row[name] for name in ("channel", "situation") if row.get(name)},
        }
        for row in rows
    ]
    return [_draft(row, result) for row, result in zip(rows, found.check(asked), strict=True)]


def _draft(row: dict[str, Any], result: dict[str, Any]) -> Draft:
    kinds: dict[str, str] = {}
    for each in result["findings"]:
        kinds.setdefault(each["kind"], each["severity"])
    spots = [(each["kind"], each["rule"], each["text"]) for each in result["findings"]]
    labels = frozenset(row.get("labels") or ())
    if unknown := labels - set(LABELS):
        raise SystemExit(f"{row['id']}: unknown labels: {', '.join(sorted(unknown))}")
    return Draft(str(row["id"]), str(row["draft"]), labels, kinds, spots)


def report(drafts: list[Draft]) -> None:
    """Print the figures."""
    bad = [each for each in drafts if each.labels]
    good = [each for each in drafts if not each.labels]
    print(
        f"{len(bad)} drafts with {sum(len(each.labels) for each in bad)} labels, {len(good)} good"
    )
    hits = sum(len(each.labels & each.found.keys()) for each in bad)
    wanted = sum(len(each.labels) for each in bad)
    given = sum(len(each.found) for each in bad)
    everything = sum(len(each.found) for each in drafts)
    print(f"recall by draft and label    {_share(hits, wanted)}")
    print(f"precision on drafts with labels  {_share(hits, given)}")
    print(f"precision on all drafts      {_share(hits, everything)}")
    clear = [each for each in good if not set(each.found.values()) - {"style"}]
    print(f"good ones clear above style  {_share(len(clear), len(good))}")
    styles = sum(list(each.found.values()).count("style") for each in good)
    print(f"style findings on a good one {styles / max(1, len(good)):.2f}")
    print("\nlabel            recall           precision        on good ones")
    for label in LABELS:
        _label(label, bad, good)
    _confusion(bad)


def _label(label: str, bad: list[Draft], good: list[Draft]) -> None:
    wanted = [each for each in bad if label in each.labels]
    found = [each for each in bad if label in each.found]
    both = sum(label in each.found for each in wanted)
    wrong = sum(label in each.found for each in good)
    print(f"{label:16} {_share(both, len(wanted)):16} {_share(both, len(found)):16} {wrong}")


def _confusion(bad: list[Draft]) -> None:
    """Print for each label that was missed what was found in its place, and found too much."""
    missed: Counter[tuple[str, str]] = Counter()
    for each in bad:
        extra = sorted(each.found.keys() - each.labels) or ["nothing"]
        for label in each.labels - each.found.keys():
            missed.update((label, other) for other in extra)
    print("\nmissed, and found in its place:")
    for (label, other), count in sorted(missed.items()):
        print(f"  {label:16} {other:16} {count}")


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole:.1%}" if whole else "0/0"


def show(drafts: list[Draft], label: str) -> None:
    """Print the drafts in which a label is missed or found too much; `good` for the good ones."""
    for each in drafts:
        if label == "good":
            if not each.labels and set(each.found.values()) - {"style"}:
                print(f"GOOD {each.id}: {each.text.strip()}\n     {each.spots}")
        elif label == "all" and each.labels != each.found.keys():
            print(f"{each.id}: {each.text.strip()}")
            print(f"   missed {sorted(each.labels - each.found.keys())}")
            print(f"   extra {[s for s in each.spots if s[0] not in each.labels]}")
        elif (label in each.labels) != (label in each.found):
            word = "MISSED" if label in each.labels else "EXTRA"
            spots = [spot for spot in each.spots if spot[0] == label]
            print(f"{word} {each.id}: {each.text.strip()}\n     {spots}")


def main() -> None:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--show", default="")
    asked = parser.parse_args()
    drafts = measured(asked.root, drafts_of(asked.folder))
    report(drafts)
    if asked.show:
        show(drafts, asked.show)


if __name__ == "__main__":
    main()
