"""Rules for the rules for replies: each can be read, ends, and is shown to find what it should."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import family
from ..model.library import Library
from ..model.reply import HouseRules, ReplyRule, ReplyRules
from ..problems import nearest
from ..reply.data import files
from ..reply.engine import Engine, Stopped, engine
from ..reply.proof import Spot, faults, hanging, wrong_examples
from .ids import doubled, no_page, repeated, unknown, unlike_file
from .registry import Finding, once, rule

family("RR", "Rules for replies: reply-rules/ and house-rules/")


def sound(library: Library) -> list[ReplyRules]:
    """Return the files of rules, if each was read whole."""
    found = files(library)
    return [] if any(library.is_partial(each) for each in found) else found


@rule(
    "RR101",
    meaning="A pattern cannot be read, is empty, or is found in any text.",
    cure="Write words in small letters, with the signs that the guide for authors has.",
)
def patterns_can_be_read(library: Library) -> Iterator[Finding]:
    """A pattern that says nothing, or everything, finds nothing that helps."""
    for spot, why in faulty(library):
        yield Finding(spot.owner.at(*spot.loc), f'the pattern "{spot.text[:40]}": {why}')


@once
def faulty(library: Library) -> list[tuple[Spot, str]]:
    """Return the patterns that cannot be read, and why."""
    found = engine() if sound(library) else None
    return faults(found, library) if found else []


@rule(
    "RR102",
    meaning="A regular expression can take for ever.",
    cure="Put no repetition inside another one, and bound each: {0,60} in place of *.",
)
def patterns_end(library: Library) -> Iterator[Finding]:
    """A draft is checked at each key; one text that hangs the page is one too many."""
    found = engine() if sound(library) and not faulty(library) else None
    for spot in hanging(found, library) if found else ():
        yield Finding(
            spot.owner.at(*spot.loc), f"it does not end within a second: {spot.text[:40]}"
        )


@rule(
    "RR103",
    meaning="A rule or a part does not find what its own examples say, or finds too much.",
    cure="Change the patterns until each example is right, or the example.",
)
def examples_are_right(library: Library) -> Iterator[Finding]:
    """The examples are the only proof that a pattern means what its author means."""
    found = engine() if sound(library) and not faulty(library) else None
    for spot, wanted in _examples(found, library) if found else ():
        fact = "is not found" if wanted else "is found, and must not be"
        yield Finding(spot.owner.at(*spot.loc), f'"{spot.text[:50]}" {fact}')


def _examples(found: Engine, library: Library) -> Iterator[tuple[Spot, bool]]:
    try:
        yield from wrong_examples(found, library)
    except Stopped:
        return


@rule(
    "RR104",
    meaning="A file of rules has an id unlike its name, or an id or a list of words stands twice.",
    cure="Give the file, each rule and each list of words a name of its own.",
)
def names_are_single(library: Library) -> Iterator[Finding]:
    """What is found is named by its file and its rule; a list of words, by its name alone."""
    yield from unlike_file(dict(library.of(ReplyRules)), "rules")
    yield from unlike_file(dict(library.of(HouseRules)), "rules")
    lists: set[str] = set()
    for file in files(library):
        yield from repeated((*file.rules, *file.parts), "rule")
        for name in file.words:
            if name in lists:
                yield Finding(file.at("words", name), f"the list <{name}> stands twice")
            lists.add(name)


@rule(
    "RR105",
    meaning="A rule looks for nothing, or its file does not say what it finds and costs.",
    cure="Give the rule one of `find`, `missing`, `words_over`; and its file `kind` and `cost`.",
)
def rules_say_what_they_find(library: Library) -> Iterator[Finding]:
    """A finding without its cost to the reader is only a reproach."""
    for file in sound(library):
        if file.rules and not (file.kind and file.cost):
            yield Finding(file.at(), f"{file.id} has rules, and no `kind` or no `cost`")
        for each in file.rules:
            if not (each.find or each.missing or each.words_over):
                yield Finding(each.at("id"), f'the rule "{each.id}" looks for nothing')


@rule(
    "RR106",
    meaning="A rule leads to words, a page, a source or a situation that is not there.",
    cure="Use `table/phrase` of phrases/, or write the words themselves.",
)
def references_are_there(library: Library) -> Iterator[Finding]:
    """Words instead that nobody finds help nobody."""
    phrases = {f"{t.id}/{p.id}" for t in library.phrases.values() for p in t.phrases}
    situations = [each.id for each in library.vocabulary.situations]
    for file in sound(library):
        yield from no_page(library, file, "module", file.module)
        yield from unknown(file, "evidence", file.evidence, library.reference_by_id, "source")
        owners: tuple[ReplyRules | ReplyRule, ...] = (file, *file.rules)
        for owner in owners:
            for index, words in enumerate(owner.instead or ()):
                gone = f"phrases/{words.partition('/')[0]}.yml" in library.gone
                if "/" in words and " " not in words and words not in phrases and not gone:
                    cause = f'unknown phrase "{words}": {nearest(words, phrases)}'
                    yield Finding(owner.at("instead", index), cause)
        for each in (*file.rules, *file.parts):
            yield from doubled(each, "situations", each.situations)
            yield from unknown(each, "situations", each.situations, situations, "situation")
