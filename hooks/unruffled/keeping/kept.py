"""Finished things with all that they depended on, and whether they can be used again.

A thing has a name, such as that of a page. What is kept under it is used again if what it was given
is the same, and if the Library answers the same to every question that was asked while it was made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from operator import is_
from typing import Any, Protocol, TypeVar

from ..model.base import HEEDING
from ..model.library import Library
from .asked import Answers, Asked
from .digests import Digests
from .facts import made
from .forms import Form
from .memo import Memo
from .questions import Node, node

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
    asked: tuple[Node, ...]
    value: Any
    places: bool = True
    """Whether lines count in what was asked."""


class Kept:
    """What is kept from build to build: in this process, and on a ``disk``, if there is one.

    ``fault`` says why there is none, where there should be one.
    """

    def __init__(self, disk: Disk | None = None, fault: str = "") -> None:
        self.memo = Memo()
        self._parts = Memo(BUILDS)
        self._digests = {True: Digests(), False: Digests(places=False)}
        self.disk = disk
        self.fault = fault
        self._is_tidy = False
        self.used: Counter[str] = Counter()
        self.made: Counter[str] = Counter()
        self._entries: dict[str, _Entry] = {}
        self._answers: dict[bool, Answers] = {}
        self._outside: Callable[[str], str] = str

    def begin(self) -> None:
        """Begin another build: count anew, and forget what the last one did not ask for."""
        self.memo.begin()
        self._parts.begin()
        for each in self._digests.values():
            each.begin()
        self.used.clear()
        self.made.clear()
        self._answers = {}

    def is_current(self, kind: str, name: str, library: Library) -> bool:
        """Whether the Library answers all that was asked for a thing as it did then."""
        key = f"{kind} {name}"
        entry = self._entries.get(key)
        found = self._still(entry, library) if entry else None
        if found:
            self._entries[key] = found
        return found is not None

    def ask_outside(self, answer: Callable[[str], str]) -> None:
        """From now on, questions that are not for the Library are answered by ``answer``."""
        self._outside = answer
        self._answers = {}

    def of(
        self,
        kind: str,
        name: str,
        library: Library,
        make: Callable[[Library], T],
        *,
        given: str = "",
        form: Form | None = None,
        parts: bool = False,
    ) -> T:
        """Return what ``make`` makes of the Library, or made of it before.

        ``given`` is the digest of whatever else it is made of. With a ``form``, it is kept on the
        disk, too. With ``parts``, it is noted which parts of a thing it asks for: for what looks at
        little of much. Nobody may change what is returned.
        """
        base = library.base if isinstance(library, Asked) else library
        key = f"{kind} {name}"
        entry = self._entries.get(key) or (self._read(key, form) if form else None)
        entry = self._still(entry, base) if entry and entry.given == given else None
        if entry:
            self.used[kind] += 1
        else:
            entry = self._make(base, make, given, parts=parts)
            self.made[kind] += 1
            if form:
                self._write(key, entry, form)
        self._entries[key] = entry
        if isinstance(library, Asked):  # whoever asks for this depends on the same
            library.notes.update(each for node in entry.asked for each in node.leaves())
            library.notes.places |= entry.places
        found: T = entry.value
        return found

    def of_thing(self, name: str, thing: Any, make: Callable[[], T]) -> T:
        """Return what ``make`` made of one frozen ``thing``, as long as that is there."""
        return self._parts.of((name, id(thing)), lambda: (thing, make()))[1]

    def of_text(self, name: str, given: Hashable, text: str, make: Callable[[], T]) -> T:
        """Return what ``make`` made of a ``text`` and of nothing else but what is ``given``."""
        return self._parts.of((name, given, text), make)

    def end(self) -> None:
        """Make room on the disk, where something was written: once, since all that this process
        writes after that takes the place of what it has written."""
        if self.disk and sum(self.made.values()) and not self._is_tidy:
            self.disk.tidy()
            self._is_tidy = True

    def fact(self, library: Library, called: str) -> Any:
        """Return a fact about the Library: what a function returns that was marked as one."""
        return self.of("once", called, library, lambda asked: made(asked, called), parts=True)

    def _make(
        self, base: Library, make: Callable[[Library], Any], given: str, *, parts: bool
    ) -> _Entry:
        asked = Asked(base, self.fact, whole=not parts)
        notes = asked.notes
        notes.places = not parts
        HEEDING.append(notes)
        try:
            value = make(asked)
        finally:
            HEEDING.pop()
        notes.closed = True
        answers = self._of(base, places=notes.places)
        return _Entry(
            given,
            tuple(answers.node(each, below) for each, below in notes.tree()),
            value,
            notes.places,
        )

    def _still(self, entry: _Entry, base: Library) -> _Entry | None:
        """Return an entry with the answers of now, if they are the same; else None."""
        answers = self._of(base, places=entry.places)
        found = []
        for each in entry.asked:
            if (node := answers.still(each)) is None:
                return None
            found.append(node)
        same = all(map(is_, found, entry.asked))
        return entry if same else replace(entry, asked=tuple(found))

    def _of(self, base: Library, *, places: bool) -> Answers:
        answers = self._answers.get(places)
        if answers is None or answers.library is not base:
            digests = self._digests[places]
            answers = self._answers[places] = Answers(base, digests, self._outside, self.fact)
        return answers

    def _read(self, key: str, form: Form) -> _Entry | None:
        found: Any = self.disk.read(key) if self.disk else None
        try:
            given, asked, value, places = found
            return _Entry(given, tuple(map(node, asked)), form.unpack(value), bool(places))
        except (ValueError, TypeError, LookupError):
            return None

    def _write(self, key: str, entry: _Entry, form: Form) -> None:
        if self.disk:
            written = [entry.given, entry.asked, form.pack(entry.value), entry.places]
            self.disk.write(key, written)
