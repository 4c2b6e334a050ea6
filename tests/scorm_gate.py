"""What a package for a learning platform must be, and what it must say to one (SCORM 1.2).

Two checks: the zip with its manifest, held against the schemas of ADL and IMS and against what
platforms stumble over; and the list of calls that a platform got.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

SCHEMAS = Path(__file__).parent / "vendor/scorm12-xsd"
IMS = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
MANIFEST = "imsmanifest.xml"
NAME = re.compile(r"[A-Za-z0-9._/-]+")

SUSPEND, TEXT, LONGEST_MEMORY = "cmi.suspend_data", 255, 4096
STATUS, SCORE = "cmi.core.lesson_status", "cmi.core.score.raw"
FINAL = {"passed", "failed", "completed"}
RESPONSES = {
    "true-false": r"[tf]",
    "choice": r"[0-9a-z](,[0-9a-z])*",
    "matching": r"[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*",
    "sequencing": r"[0-9a-z](,[0-9a-z])*",
    "fill-in": r".*",
    "performance": r".*",
}


class Call(NamedTuple):
    """One call to the platform, its answer, and the error that stood afterwards."""

    name: str
    values: tuple[str, ...]
    answer: str
    error: str


# --- The package


def package_faults(data: bytes, mastery: int | None) -> list[str]:
    """Return what is wrong with a package whose quiz is passed with ``mastery`` per cent."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = archive.namelist()
    if MANIFEST not in names:
        return ["there is no manifest at the root"]
    root = etree.fromstring(archive.read(MANIFEST))
    return [
        *_schema_faults(root),
        *_file_faults(archive, root),
        *_identifier_faults(root),
        *_mastery_faults(root, mastery),
    ]


def _schema_faults(root: etree._Element) -> Iterator[str]:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "adlcp_rootv1p2.xsd"))
    if not schema.validate(root):
        yield from (f"schema: {each.message}" for each in schema.error_log)
    # The schema lets any foreign attribute be.
    for resource in root.iter(f"{IMS}resource"):
        if resource.get(f"{ADL}scormtype") != "sco":
            yield "no resource is of the type `sco`"


def _file_faults(archive: zipfile.ZipFile, root: etree._Element) -> Iterator[str]:
    there = {each.filename for each in archive.infolist()} - {MANIFEST}
    listed = [each.get("href") for each in root.iter(f"{IMS}file")]
    pages = [each.get("href") for each in root.iter(f"{IMS}resource")]
    yield from (f"listed, but not there: {each}" for each in {*listed, *pages} - there)
    yield from (f"there, but not listed: {each}" for each in there - set(listed))
    yield from (f"listed twice: {each}" for each in listed if listed.count(each) > 1)
    yield from (
        f"a name that platforms stumble over: {each}" for each in there if not NAME.fullmatch(each)
    )
    if len({each.casefold() for each in there}) < len(there):
        yield "two names differ by case only"
    for each in archive.infolist():
        if each.compress_type not in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED):
            yield f"packed in an unusual way: {each.filename}"


def _identifier_faults(root: etree._Element) -> Iterator[str]:
    names = [name for each in root.iter() if (name := each.get("identifier"))]
    yield from (
        f"no XML name: {each}" for each in names if not re.fullmatch(r"[A-Za-z_][\w.-]*", each)
    )
    if len(set(names)) < len(names):
        yield "an identifier stands twice"
    for item in root.iter(f"{IMS}item"):
        if item.get("identifierref") not in names:
            yield "an item names no resource"


def _mastery_faults(root: etree._Element, mastery: int | None) -> Iterator[str]:
    found = [each.text for each in root.iter(f"{ADL}masteryscore")]
    if found != ([] if mastery is None else [str(mastery)]):
        yield f"the platform would judge by {found}, the quiz by {mastery}"


# --- The calls


def call_faults(calls: list[Call], *, unfinished: bool, test: bool = False) -> list[str]:
    """Return what is wrong with the calls of one session.

    ``unfinished`` says whether the learner left before the end, ``test`` that all answers are
    handed in together.
    """
    return [
        *_refused(calls),
        *_session(calls),
        *_order(calls),
        *_values(calls),
        *_exit(calls, unfinished),
        *([] if test else _kept_at_once(calls)),
    ]


def set_values(calls: list[Call], name: str) -> list[str]:
    """Return every value that was set under this name, in order."""
    return [
        each.values[1] for each in calls if each.name == "LMSSetValue" and each.values[0] == name
    ]


def interactions(calls: list[Call]) -> list[dict[str, str]]:
    """Return the answers that the platform was told."""
    found: dict[str, dict[str, str]] = {}
    for call in calls:
        if call.name == "LMSSetValue" and (
            parts := re.fullmatch(r"cmi\.interactions\.(\d+)\.(.+)", call.values[0])
        ):
            found.setdefault(parts[1], {})[parts[2]] = call.values[1]
    return list(found.values())


def _refused(calls: list[Call]) -> Iterator[str]:
    for call in calls:
        if call.error != "0":
            yield f"refused with {call.error}: {call.name} {call.values}"


def _session(calls: list[Call]) -> Iterator[str]:
    names = [each.name for each in calls]
    if not names:
        yield "the platform was not found"
        return
    if names[0] != "LMSInitialize" or names.count("LMSInitialize") > 1:
        yield "not begun once, at first"
    if names.count("LMSFinish") != 1 or names[-1] != "LMSFinish":
        yield f"not ended once, at last: {names[-3:]}"
    elif names[-2] != "LMSCommit":
        yield "not saved before the end"


def _order(calls: list[Call]) -> Iterator[str]:
    sets = [each.values[0] for each in calls if each.name == "LMSSetValue"]
    final = [
        at
        for at, each in enumerate(call for call in calls if call.name == "LMSSetValue")
        if each.values[0] == STATUS and each.values[1] in FINAL
    ]
    if SCORE in sets and not final:
        yield "a score without a final status"
    if final and (SCORE not in sets or final[0] < sets.index(SCORE)):
        yield "the status came before the score"
    answers = [at for at, name in enumerate(sets) if name.startswith("cmi.interactions")]
    if answers and SCORE in sets and min(answers) > sets.index(SCORE):
        yield "the score came before the answers"


def _values(calls: list[Call]) -> Iterator[str]:
    for text in set_values(calls, SUSPEND):
        if len(text.encode()) > LONGEST_MEMORY:
            yield f"{len(text)} characters to remember"
    for score in set_values(calls, SCORE):
        if not re.fullmatch(r"\d{1,3}(\.\d+)?", score) or float(score) > 100:
            yield f"no score: {score}"
    for each in interactions(calls):
        if list(each)[:2] != ["id", "type"]:
            yield f"an answer must begin with id and type: {list(each)}"
        texts = [text for name, text in each.items() if "response" in name]
        for text in texts:
            if len(text) > TEXT or not re.fullmatch(RESPONSES[each["type"]], text, re.DOTALL):
                yield f"no response of the type {each['type']}: {text}"
        if each.get("result") not in ("correct", "wrong", "neutral"):
            yield f"no result: {each.get('result')}"


def _exit(calls: list[Call], unfinished: bool) -> Iterator[str]:
    wanted = "suspend" if unfinished else ""
    if (found := set_values(calls, "cmi.core.exit")) != [wanted]:
        yield f"left with {found}, not with {wanted!r}"
    if len(set_values(calls, "cmi.core.session_time")) != 1:
        yield "the time is not told once"


def _kept_at_once(calls: list[Call]) -> Iterator[str]:
    """What is answered must be kept before anything else can happen."""
    open_answer = False
    for call in calls:
        if call.name == "LMSSetValue" and call.values[0].endswith(".id"):
            if open_answer:
                yield "an answer was not saved before the next one"
            open_answer = True
        elif call.name == "LMSCommit":
            open_answer = False
