"""Finished things with all that they depended on, and whether they can be used again.

A thing has a name, such as that of a page. What is kept under it is used again if what it was given
is the same, and if the Library answers the same to every question that was asked while it was made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from ..model.library import Library
from .asked import Answers, Asked, Question
from .digests import Digests
from .forms import Form
from .memo import Memo

T = TypeVar("T")

BUILDS = 20
"""So long is kept what was made of a part of a thing: another rule has its turn meanwhile."""


class Disk(Protocol):
    """Where things are kept from process to process."""

    def read(self, name: str) -> Any:
        """Return what was written under a name; None where nothing sound is there."""

    def write(self, name: str, value: Any) -> None:
        """Keep ``value`` under a name, if that is possible."""

    def tidy(self) -> None:
        """Remove what is old or too much."""


@dataclass(frozen=True)
class _Entry:
    given: str
    asked: tuple[tuple[Question, str], ...]
    value: Any


class Kept:
    """What is kept from build to build: in this process, and on a ``disk``, if there is one.

    ``fault`` says why there is none, where there should be one.
    """

    def __init__(self, disk: Disk | None = None, fault: str = "") -> None:
        self.memo = Memo()
        self._parts = Memo(BUILDS)
        self.digests = Digests()
        self.disk = disk
        self.fault = fault
        self.used: Counter[str] = Counter()
        self.made: Counter[str] = Counter()
        self._entries: dict[str, _Entry] = {}
        self._answers: Answers | None = None
        self._outside: Callable[[str], str] = str

    def begin(self) -> None:
        """Begin another build: count anew, and forget what the last one did not ask for."""
        self.memo.begin()
        self._parts.begin()
        self.digests.begin()
        self.used.clear()
        self.made.clear()
        self._answers = None

    def is_current(self, kind: str, name: str, library: Library) -> bool:
        """Whether the Library answers all that was asked for a thing as it did then."""
        entry = self._entries.get(f"{kind} {name}")
        return entry is not None and self._holds(entry, library)

    def ask_outside(self, answer: Callable[[str], str]) -> None:
        """From now on, questions that are not for the Library are answered by ``answer``."""
        self._outside = answer
        self._answers = None

    def of(
        self,
        kind: str,
        name: str,
        library: Library,
        make: Callable[[Library], T],
        *,
        given: str = "",
        form: Form | None = None,
    ) -> T:
        """Return what ``make`` makes of the Library, or made of it before.

        ``given`` is the digest of whatever else it is made of. With a ``form``, it is kept on the
        disk, too. Nobody may change what is returned.
        """
        base = library.base if isinstance(library, Asked) else library
        key = f"{kind} {name}"
        entry = self._entries.get(key) or (self._read(key, form) if form else None)
        if entry and entry.given == given and self._holds(entry, base):
            self.used[kind] += 1
        else:
            entry = self._make(key, base, make, given)
            self.made[kind] += 1
            if form:
                self._write(key, entry, form)
        self._entries[key] = entry
        if isinstance(library, Asked):  # whoever asks for this depends on the same
            library.notes.update(question for question, _ in entry.asked)
        found: T = entry.value
        return found

    def of_thing(self, name: str, thing: Any, make: Callable[[], T]) -> T:
        """Return what ``make`` made of one frozen ``thing``, as long as that is there."""
        return self._parts.of((name, id(thing)), lambda: (thing, make()))[1]

    def of_text(self, name: str, given: Hashable, text: str, make: Callable[[], T]) -> T:
        """Return what ``make`` made of a ``text`` and of nothing else but what is ``given``."""
        return self._parts.of((name, given, text), make)

    def end(self) -> None:
        """Make room on the disk, where something was written."""
        if self.disk and sum(self.made.values()):
            self.disk.tidy()

    def _make(self, key: str, base: Library, make: Callable[[Library], Any], given: str) -> _Entry:
        asked = Asked(base)
        value = make(asked)
        asked.notes.closed = True
        answers = self._of(base)
        return _Entry(given, tuple((each, answers.of(each)) for each in sorted(asked.notes)), value)

    def _holds(self, entry: _Entry, base: Library) -> bool:
        answers = self._of(base)
        return all(answers.of(question) == answer for question, answer in entry.asked)

    def _of(self, base: Library) -> Answers:
        if self._answers is None or self._answers.library is not base:
            self._answers = Answers(base, self.digests, self._outside)
        return self._answers

    def _read(self, key: str, form: Form) -> _Entry | None:
        found: Any = self.disk.read(key) if self.disk else None
        try:
            given, asked, value = found
            pairs = tuple((Question(*question), answer) for question, answer in asked)
            return _Entry(given, pairs, form.unpack(value))
        except (ValueError, TypeError, LookupError):
            return None

    def _write(self, key: str, entry: _Entry, form: Form) -> None:
        if self.disk:
            self.disk.write(key, [entry.given, entry.asked, form.pack(entry.value)])
