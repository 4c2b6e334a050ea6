"""What pydantic found, in an author's words."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ..catalogue import declare
from ..model.base import ORIGIN, Model
from ..problems import Problem, closest, nearest, problem
from ..text.lookalikes import odd
from .messages import TRANSLATIONS, Fault, tag

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from .yaml_source import NodeOrigin

declare(
    "KY101",
    meaning="A key is not known here.",
    cure="Correct the key's spelling or remove it.",
)

Loc = tuple[str | int, ...]


Labels = Mapping[str, str]
"""The ids of a list in another file, by what readers see in their place."""


def translate(
    error: ValidationError, model: type[Model], data: dict[str, Any], situations: Labels
) -> list[Problem]:
    """Turn every error of one file into a problem at its line and column.

    A key that is missing because it was misspelt is reported once, as the misspelling.
    ``situations`` helps where a label was written in place of its id.
    """
    origin: NodeOrigin = data[ORIGIN]
    details = error.errors(include_url=False)
    explained = set()
    problems = []
    # A list is too short if its faulty entries are not counted: that is their fault, not its own.
    explained |= {
        detail["loc"]
        for detail in details
        if detail["type"] == "too_short" and any(_inside(d["loc"], detail["loc"]) for d in details)
    }
    for detail in details:
        if detail["type"] == "extra_forbidden":
            meant, guess = _meant(_keys_at(model, detail["loc"][:-1]), detail, details)
            explained |= {(*detail["loc"][:-1], key) for key in meant}
            problems.append(_unknown_key(origin, detail, guess))
    for detail in details:
        if detail["type"] == "extra_forbidden" or detail["loc"] in explained:
            continue
        found = _translate_one(origin, detail, model, _names(data, detail["loc"]))
        problems.append(_with_situation(found, detail, situations))
    return problems


def _inside(loc: Loc, outer: Loc) -> bool:
    return len(loc) > len(outer) and loc[: len(outer)] == outer


_ALIKE = 0.8
"""How like a known key an unknown one must be to be taken for it, whatever else is missing."""


def _meant(
    known: list[str], detail: ErrorDetails, details: list[ErrorDetails]
) -> tuple[list[str], str]:
    """Return the missing key that an unknown one was probably meant for, and how to say so.

    Where one key is unknown and one is missing, `lines` stands for `transcript`, however
    little they are alike.
    """
    key, block = str(detail["loc"][-1]), detail["loc"][:-1]
    beside = [each for each in details if each["loc"][:-1] == block]
    missing = [str(each["loc"][-1]) for each in beside if each["type"] == "missing"]
    unknown = [each for each in beside if each["type"] == "extra_forbidden"]
    alike = get_close_matches(key, known, n=1, cutoff=_ALIKE) or [closest(key, missing)]
    if not alike[0] and len(missing) == len(unknown) == 1:
        return missing, f'is "{missing[0]}" meant, which is missing?'
    meant = alike[0] or closest(key, known)
    guess = f'did you mean "{meant}"?' if meant else nearest(key, known)
    return [each for each in missing if each == meant], guess


def _unknown_key(origin: NodeOrigin, detail: ErrorDetails, guess: str) -> Problem:
    loc, key = detail["loc"], str(detail["loc"][-1])
    cure = None
    if origin.in_braces(*loc) and detail.get("input") == "":
        cure = "put the text before it in quotes: inside braces, a comma begins a new key"
    return problem("KY101", origin.key(*loc), f'unknown key "{key}"{odd(key)}: {guess}', cure)


def _with_situation(found: Problem, detail: ErrorDetails, situations: Labels) -> Problem:
    """Name the situation that was meant, where its label was written or its id is misspelt."""
    if found.code != "KY107" or "situations" not in detail["loc"] or not situations:
        return found
    known = {each: each for each in situations.values()} | dict(situations)
    guess = closest(str(detail.get("input")), known)
    if not guess:
        return found
    cause = f'{found.cause}: did you mean "{known[guess]}"?'
    return replace(found, cause=cause, cure=f"write `{known[guess]}`")


def _translate_one(
    origin: NodeOrigin, detail: ErrorDetails, model: type[Model], where: str
) -> Problem:
    kind, loc, context = detail["type"], detail["loc"], detail.get("ctx", {})
    key = next((step for step in reversed(loc) if isinstance(step, str)), "")
    place = origin.at(*loc, *tag(context))
    value = detail.get("input")
    entry = isinstance(next(reversed(loc), ""), int)
    fault = Fault(key, context, value, entry, _needs(model, loc))
    for kinds, make in TRANSLATIONS:
        if kind in kinds:
            code, cause, cure = make(fault)
            if value == "" and (comment := origin.comment(*loc)):
                cause = f"{cause}: {comment} is taken for a comment"
                cure = f'put the whole text in double quotes: "{comment}"'
            return problem(code, place, cause, f"{where}{cure}")
    return problem("KY104", place, f'"{key}": {detail["msg"].lower()}', f"{where}correct the value")


def _names(data: Any, loc: Loc) -> str:
    """Name the entry that ``loc`` lies in, e.g. `question "name-the-feeling" (single): `."""
    for step in loc[:2]:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
    if len(loc) < 2 or not isinstance(data, dict) or not data.get("id"):
        return ""
    listed = ("questions", "phrases", "objectives", "nodes", "endings")
    noun = str(loc[0]).removesuffix("s") if loc[0] in listed else "entry"
    kind = f" ({data['kind']})" if "kind" in data else ""
    return f'{noun} "{data["id"]}"{kind}: '


def _keys_at(model: type[Model], loc: Loc) -> list[str]:
    """List the keys that the model at ``loc`` knows."""
    return [name for name in _fields_of(_type_at(model, loc)) if name != "origin"]


def _needs(model: type[Model], loc: Loc) -> list[str]:
    """List the keys that the block at ``loc`` must have, or each entry of the list there."""
    annotation = _type_at(model, loc)
    if typing.get_origin(annotation) is tuple:
        annotation = _element(annotation)
    needed = [name for name, field in _fields_of(annotation).items() if field.is_required()]
    return sorted(needed, key="text".__ne__)  # as authors write it: what it is about comes first


def _fields_of(annotation: Any) -> dict[str, Any]:
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return annotation.model_fields if is_model else {}


def _type_at(model: type[Model], loc: Loc) -> Any:
    """Return what the model asks for at ``loc``: a type, or None where it knows nothing."""
    current: Any = model
    for step in loc:
        if isinstance(step, int):
            current = _element(current)
        elif fields := _fields_of(current):
            current = fields[step].annotation if step in fields else None
        else:
            current = _variant(current, str(step))
    return current


def _element(annotation: Any) -> Any:
    return next(iter(typing.get_args(annotation)), None)


def _variant(annotation: Any, tag: str) -> Any:
    for option in _options(annotation):
        field = getattr(option, "model_fields", {}).get("kind")
        if field is not None and tag in typing.get_args(field.annotation):
            return option
    return None


def _options(annotation: Any) -> Iterator[Any]:
    if typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        yield from typing.get_args(annotation)
    else:
        yield annotation
