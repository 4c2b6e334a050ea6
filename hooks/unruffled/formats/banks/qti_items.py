"""One question as an item of QTI 2.1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import shorten
from xml.etree import ElementTree as ET

from ...kinds.naming import digest
from ...text.xml import document
from .items import Item, Option
from .qti_xml import NAMESPACE, flow, identifier, make
from .texts import plain

RESPONSE = "RESPONSE"
TITLE = 80
"""The most letters of a title: programs list the items by it."""


def item_xml(item: Item) -> str:
    """Return the document of one item."""
    name = identifier(item.id)
    root = make(
        None,
        "assessmentItem",
        xmlns=NAMESPACE,
        identifier=name,
        title=shorten(plain(item.stem), TITLE, placeholder="…") or name,
        adaptive="false",
        timeDependent="false",
    )
    BODIES[item.form](root, item)
    flow(_feedback(root, "SOLUTION", "SOLUTION"), item.explanation)
    return document(root)


# --- What every item has


def _respond(
    root: ET.Element,
    cardinality: str,
    right: Iterable[str],
    parts: dict[str, float] | None = None,
    name: str = RESPONSE,
    base: str = "identifier",
) -> None:
    """Declare a response: what is right, and the part of the score that each answer is worth."""
    declared = make(
        root, "responseDeclaration", identifier=name, cardinality=cardinality, baseType=base
    )
    correct = make(declared, "correctResponse")
    for each in right:
        make(correct, "value", each)
    if parts is None:
        return
    mapping = make(declared, "mapping", lowerBound="0", upperBound="1", defaultValue="0")
    for key, value in parts.items():
        entry = make(mapping, "mapEntry", mapKey=key, mappedValue=repr(value))
        if base == "string":
            entry.set("caseSensitive", "false")


def _outcomes(root: ET.Element) -> None:
    make(
        root,
        "outcomeDeclaration",
        identifier="SCORE",
        cardinality="single",
        baseType="float",
        normalMaximum="1",
    )
    for name, cardinality in (("FEEDBACK", "multiple"), ("SOLUTION", "single")):
        make(
            root,
            "outcomeDeclaration",
            identifier=name,
            cardinality=cardinality,
            baseType="identifier",
        )


def _processing(root: ET.Element, names: Sequence[str] = (RESPONSE,)) -> ET.Element:
    """Score by the mappings of the responses, and show the explanation."""
    processing = make(root, "responseProcessing")
    score = make(processing, "setOutcomeValue", identifier="SCORE")
    place = score if len(names) == 1 else make(score, "sum")
    for name in names:
        make(place, "mapResponse", identifier=name)
    return _explain(processing)


def _explain(processing: ET.Element) -> ET.Element:
    shown = make(processing, "setOutcomeValue", identifier="SOLUTION")
    make(shown, "baseValue", "SOLUTION", baseType="identifier")
    return processing


def _tell(
    processing: ET.Element, names: Sequence[str] = (RESPONSE,), *, several: bool = False
) -> None:
    """Show the feedback of what was chosen; ``several`` where the response is a list already."""
    chosen = make(processing, "setOutcomeValue", identifier="FEEDBACK")
    place = chosen if several else make(chosen, "multiple")
    for name in names:
        make(place, "variable", identifier=name)


def _feedback(root: ET.Element, outcome: str, name: str) -> ET.Element:
    return make(root, "modalFeedback", outcomeIdentifier=outcome, identifier=name, showHide="show")


def _feedbacks(root: ET.Element, named: Iterable[tuple[str, Option]]) -> None:
    for name, option in named:
        if option.feedback:
            flow(_feedback(root, "FEEDBACK", name), option.feedback)


def _body(root: ET.Element, item: Item | None = None) -> ET.Element:
    body = make(root, "itemBody")
    if item:
        flow(make(body, "p"), item.stem)
    return body


def _ask(root: ET.Element, item: Item, tag: str, *, shuffle: bool, **attributes: str) -> ET.Element:
    """Return the interaction in the body of an item, with the stem above it."""
    asked = make(
        _body(root),
        tag,
        responseIdentifier=RESPONSE,
        shuffle=str(shuffle).lower(),
        **attributes,
    )
    flow(make(asked, "prompt"), item.stem)
    return asked


def _apart(texts: Iterable[str]) -> list[str]:
    """Return texts, each once, in an order that says nothing."""
    return sorted(dict.fromkeys(texts), key=lambda text: digest([text]))


# --- The forms


def _choosing(root: ET.Element, item: Item) -> None:
    named = [(f"c{number}", option) for number, option in enumerate(item.options, 1)]
    right = [name for name, option in named if option.right]
    several = item.form == "several"
    part = 1 / len(right)
    parts = {
        name: part if option.right else -part for name, option in named if option.right or several
    }
    _respond(root, "multiple" if several else "single", right, parts)
    _outcomes(root)
    shuffle = item.shuffle and item.form != "true_false"
    most = "0" if several else "1"
    asked = _ask(root, item, "choiceInteraction", shuffle=shuffle, maxChoices=most)
    for name, option in named:
        flow(make(asked, "simpleChoice", identifier=name), option.text)
    _tell(_processing(root), several=several)
    _feedbacks(root, named)


def _short(root: ET.Element, item: Item) -> None:
    right = [plain(option.text) for option in item.options if option.right]
    _respond(root, "single", right[:1], dict.fromkeys(right, 1.0), base="string")
    _outcomes(root)
    line = make(_body(root, item), "p")
    length = str(max(len(plain(option.text)) for option in item.options))
    make(line, "textEntryInteraction", responseIdentifier=RESPONSE, expectedLength=length)
    processing = _processing(root)
    named = [(f"c{number}", option) for number, option in enumerate(item.options, 1)]
    for name, option in named:
        met = make(make(processing, "responseCondition"), "responseIf")
        same = make(met, "stringMatch", caseSensitive="false", substring="false")
        make(same, "variable", identifier=RESPONSE)
        make(same, "baseValue", plain(option.text), baseType="string")
        told = make(make(met, "setOutcomeValue", identifier="FEEDBACK"), "multiple")
        make(told, "baseValue", name, baseType="identifier")
    _feedbacks(root, named)


def _matching(root: ET.Element, item: Item) -> None:
    matches = _apart(match for _, match in item.pairs)
    targets = {match: f"m{number}" for number, match in enumerate(matches, 1)}
    pairs = [
        f"l{number} {targets[match]}" for number, (text, match) in enumerate(item.pairs, 1) if text
    ]
    _respond(root, "multiple", pairs, dict.fromkeys(pairs, 1 / len(pairs)), base="directedPair")
    _outcomes(root)
    most = str(len(pairs))
    asked = _ask(root, item, "matchInteraction", shuffle=item.shuffle, maxAssociations=most)
    left, right = make(asked, "simpleMatchSet"), make(asked, "simpleMatchSet")
    for number, (text, _) in enumerate(item.pairs, 1):
        if text:
            flow(make(left, "simpleAssociableChoice", identifier=f"l{number}", matchMax="1"), text)
    for match in matches:
        flow(make(right, "simpleAssociableChoice", identifier=targets[match], matchMax="0"), match)
    _processing(root)


def _ordering(root: ET.Element, item: Item) -> None:
    right = [text for text, _ in item.pairs]
    names = {text: f"s{number}" for number, text in enumerate(_apart(right), 1)}
    _respond(root, "ordered", [names[text] for text in right])
    _outcomes(root)
    asked = _ask(root, item, "orderInteraction", shuffle=item.shuffle)
    # A player that does not shuffle would show the right order.
    shown = list(names) if list(names) != right else list(names)[::-1]
    for text in shown:
        flow(make(asked, "simpleChoice", identifier=names[text]), text)
    processing = make(root, "responseProcessing")
    met = make(make(processing, "responseCondition"), "responseIf")
    same = make(met, "match")
    make(same, "variable", identifier=RESPONSE)
    make(same, "correct", identifier=RESPONSE)
    score = make(met, "setOutcomeValue", identifier="SCORE")
    make(score, "baseValue", "1", baseType="float")
    _explain(processing)


def _essay(root: ET.Element, item: Item) -> None:
    make(
        root,
        "responseDeclaration",
        identifier=RESPONSE,
        cardinality="single",
        baseType="string",
    )
    _outcomes(root)
    body = _body(root, item)
    make(body, "extendedTextInteraction", responseIdentifier=RESPONSE, expectedLines="5")
    _explain(make(root, "responseProcessing"))


def _gaps(root: ET.Element, item: Item) -> None:
    part = 1 / len(item.gaps)
    names = [f"{RESPONSE}{number}" for number in range(1, len(item.gaps) + 1)]
    gaps = [
        [(f"g{number}c{at}", option) for at, option in enumerate(gap.options, 1)]
        for number, gap in enumerate(item.gaps, 1)
    ]
    for name, options in zip(names, gaps, strict=True):
        right = [each for each, option in options if option.right]
        _respond(root, "single", right, dict.fromkeys(right, part), name)
    _outcomes(root)
    line = make(_body(root, item), "p")
    for name, gap, options in zip(names, item.gaps, gaps, strict=True):
        flow(line, gap.before)
        shuffle = str(item.shuffle).lower()
        asked = make(line, "inlineChoiceInteraction", responseIdentifier=name, shuffle=shuffle)
        for each, option in options:
            make(asked, "inlineChoice", plain(option.text), identifier=each)
    flow(line, item.after)
    _tell(_processing(root, names), names)
    _feedbacks(root, [each for options in gaps for each in options])


BODIES = {
    "choice": _choosing,
    "several": _choosing,
    "true_false": _choosing,
    "short": _short,
    "matching": _matching,
    "ordering": _ordering,
    "essay": _essay,
    "gaps": _gaps,
}
"""Each puts declarations, body, processing and feedback of its form into an item, in that order."""
