"""From an exam's questions to what is handed out: the locked paper, the key, the tickets."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..model.exam import Exam
from ..text.runs import runs
from . import sealing
from .folder import KEY_FORMAT, ExamFolder, write_new, write_private
from .kinds import sat_kinds
from .phrases import as_typed, new_phrase

PAPER_FORMAT = "unruffled-exam-paper"
VERSION = 1
SALT = 32
CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without letters and digits that are taken for one another."""
CODE = 6


class ChangedError(Exception):
    """The questions differ from those that the published commitment was made for."""


@dataclass(frozen=True)
class Ticket:
    """What lets one candidate sit an exam: who, which paper, and the signed text of both."""

    name: str
    code: str
    seed: int
    text: str


def key_text(exam: Exam) -> str:
    """Return the key file: every question as it is graded by, the same for the same questions."""
    data = {
        "format": KEY_FORMAT,
        "version": VERSION,
        "exam": exam.exam,
        "title": exam.title,
        "pass_mark": exam.pass_mark,
        "asked": exam.asked,
        "minutes": exam.minutes or 0,
        "questions": [_plain(each) for each in exam.questions],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _plain(question: Any) -> Any:
    return question.model_dump(mode="json", exclude_defaults=True, exclude={"origin"})


def commitment(key: bytes, salt: bytes) -> str:
    """Return SHA-256 over the key file and its salt, hexadecimal: ``cat key salt | sha256sum``."""
    return hashlib.sha256(key + salt).hexdigest()


def paper_text(exam: Exam, folder: ExamFolder, phrase: str, committed: str) -> str:
    """Return the paper: who it is for and the commitment in the open, all else locked."""
    inside = {
        "exam": exam.exam,
        "commitment": committed,
        "title": exam.title,
        "asked": exam.asked,
        "minutes": exam.minutes or 0,
        "seal": sealing.public_text(sealing.read_key(folder.sealing)),
        "kid": sealing.read_key(folder.sealing).thumbprint(),
        "sign": sealing.public_text(sealing.read_key(folder.signing)),
        "questions": [_shown(each) for each in sorted(exam.questions, key=lambda each: each.id)],
    }
    data = json.dumps(inside, ensure_ascii=False, separators=(",", ":")).encode()
    paper = {
        "format": PAPER_FORMAT,
        "version": VERSION,
        "exam": exam.exam,
        "title": exam.title,
        "commitment": committed,
        "locked": sealing.lock(data, as_typed(phrase)),
    }
    return json.dumps(paper, ensure_ascii=False, indent=1) + "\n"


def _shown(question: Any) -> dict[str, Any]:
    """Return a question as a paper has it: no key, no reasons, no hints, no hash of any of them."""
    return {
        "id": question.id,
        "points": question.points,
        "mixed": question.shuffle,
        "stem": runs(question.stem),
        **sat_kinds()[question.kind].shown(question),
    }


def make_papers(exam: Exam, folder: ExamFolder, *, anew: bool = False) -> str:
    """Make keys, key file, paper and commitment; return the pass phrase.

    What is there already stays, so that candidates can be added. Raises ChangedError where the
    questions are others than those of the commitment; with ``anew`` all is made again.
    """
    text = key_text(exam).encode()
    if folder.key.exists() and not anew:
        if folder.key.read_bytes() != text:
            raise ChangedError(folder.key.as_posix())
        return folder.phrase.read_text(encoding="utf-8").strip()
    for file in (folder.sealing, folder.signing):
        sealing.new_key(file)
    phrase, salt = new_phrase(), secrets.token_bytes(SALT)
    committed = commitment(text, salt)
    write_private(folder.salt, salt)
    write_private(folder.phrase, f"{phrase}\n".encode())
    write_new(folder.paper, paper_text(exam, folder, phrase, committed))
    write_new(folder.commitment, f"{committed}\n")
    folder.tickets.unlink(missing_ok=True)  # they are signed with a key that is gone
    write_private(folder.key, text)
    return phrase


def names_in(text: str) -> list[str]:
    """Return the names of a list, one a line, each once; what follows a `#` is a note."""
    lines = (" ".join(line.split("#")[0].split()) for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def read_tickets(folder: ExamFolder) -> list[Ticket]:
    """Return the tickets that were made before."""
    if not folder.tickets.exists():
        return []
    rows = csv.DictReader(io.StringIO(folder.tickets.read_text(encoding="utf-8-sig")))
    return [Ticket(row["name"], row["code"], int(row["seed"]), row["ticket"]) for row in rows]


def make_tickets(exam: str, folder: ExamFolder, names: Iterable[str]) -> list[Ticket]:
    """Return a ticket for each name: those that are there already, then new ones."""
    known = read_tickets(folder)
    named = {each.name for each in known}
    taken = {each.code for each in known}
    key = sealing.read_key(folder.signing)
    for name in names:
        if name in named:
            continue
        code = _new_code(taken)
        taken.add(code)
        known.append(_ticket(exam, name, code, key))
    return known


def _new_code(taken: set[str]) -> str:
    while (code := "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE))) in taken:
        pass
    return code


def _ticket(exam: str, name: str, code: str, key: Any) -> Ticket:
    seed = secrets.randbits(32)
    text = sealing.sign({"exam": exam, "name": name, "code": code, "seed": seed}, key)
    return Ticket(name, code, seed, text)


def write_tickets(folder: ExamFolder, tickets: Iterable[Ticket], page: str) -> None:
    """Write the table of tickets; with the address of the exam's page, each has its link."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["name", "code", "seed", "ticket", "link"])
    for each in tickets:
        link = f"{page}#t={each.text}" if page else ""
        writer.writerow([each.name, each.code, each.seed, each.text, link])
    write_new(folder.tickets, out.getvalue().replace("\r\n", "\n"))
