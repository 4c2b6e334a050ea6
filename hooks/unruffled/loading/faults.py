"""What pydantic found, in an author's words."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ..model.base import ORIGIN, Model
from ..problems import Problem, closest, invisible, nearest, problem

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from .yaml_source import NodeOrigin

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
            known = _keys_at(model, data, detail["loc"][:-1])
            missing = {
                d["loc"][-1]
                for d in details
                if d["type"] == "missing" and d["loc"][:-1] == detail["loc"][:-1]
            }
            guess = nearest(str(detail["loc"][-1]), known)
            explained |= {(*detail["loc"][:-1], key) for key in missing if f'"{key}"' in guess}
            problems.append(_unknown_key(origin, detail, guess))
    for detail in details:
        if detail["type"] == "extra_forbidden" or detail["loc"] in explained:
            continue
        found = _translate_one(origin, detail, _names(data, detail["loc"]))
        problems.append(_with_situation(found, detail, situations))
    return problems


def _inside(loc: Loc, outer: Loc) -> bool:
    return len(loc) > len(outer) and loc[: len(outer)] == outer


def _unknown_key(origin: NodeOrigin, detail: ErrorDetails, guess: str) -> Problem:
    loc, key = detail["loc"], str(detail["loc"][-1])
    cure = None
    if origin.in_braces(*loc) and detail.get("input") == "":
        cure = "put the text before it in quotes: inside braces, a comma begins a new key"
    return problem("KY101", origin.key(*loc), f'unknown key "{key}"{invisible(key)}: {guess}', cure)


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


def _translate_one(origin: NodeOrigin, detail: ErrorDetails, where: str) -> Problem:
    kind, loc, context = detail["type"], detail["loc"], detail.get("ctx", {})
    key = next((step for step in reversed(loc) if isinstance(step, str)), "")
    place = origin.at(*loc)
    for kinds, make in _TRANSLATIONS:
        if kind in kinds:
            code, cause, cure = make(key, context, detail.get("input"))
            if detail.get("input") == "" and (comment := origin.comment(*loc)):
                cause = f"{cause}: {comment} is taken for a comment"
                cure = f'put the whole text in double quotes: "{comment}"'
            return problem(code, place, cause, f"{where}{cure}")
    return problem("KY104", place, f'"{key}": {detail["msg"].lower()}', f"{where}correct the value")


def _missing(key: str, context: dict, value: Any) -> tuple[str, str, str]:
    return "KY102", f'the key "{key}" is missing', f"add `{key}:` with its value"


def _tag_missing(key: str, context: dict, value: Any) -> tuple[str, str, str]:
    name = str(context["discriminator"]).strip("'")
    return "KY102", f'the key "{name}" is missing', f"add `{name}:` with its value"


def _tag_unknown(key: str, context: dict, value: Any) -> tuple[str, str, str]:
    known = [word.strip(" '") for word in context["expected_tags"].split(",")]
    name = str(context["discriminator"]).strip("'")
    guess = nearest(context["tag"], known)
    return "KY105", f'"{context["tag"]}" is not a {name}: {guess}', f"known: {', '.join(known)}"


def _empty(key: str, context: dict, value: Any) -> tuple[str, str, str]:
    return "KY103", f'"{key}" is empty', f"write the text of `{key}`"


def _too_long(key: str, context: dict, value: Any) -> tuple[str, str, str]:
    limit = context["max_length"]
    return "KY104", f'"{key}" is too long', f"use at most {limit} characters or entries"


def _choice(key: str, context: dict, value: Any) -> tuple[str, str, str]:
    known = [word.strip(" '") for word in str(context["expected"]).replace(" or ", ", ").split(",")]
    cause = f'"{value}" is not a known value of "{key}": {nearest(str(value), known)}'
    return "KY105", cause, f"known: {', '.join(known)}"


def _boolean(key: str, context: dict, value: Any) -> tuple[str, str, str]:
    return "KY105", f'"{value}" is neither true nor false', f"write `{key}: true` or `{key}: false`"


def _number(key: str, context: dict, value: Any) -> tuple[str, str, str]:
    return "KY106", f'"{value}" is not a whole number', f"write `{key}:` with a whole number"


def _range(key: str, context: dict, value: Any) -> tuple[str, str, str]:
    low, high = context.get("ge"), context.get("le")
    limit = f"at least {low}" if low is not None else f"at most {high}"
    return "KY106", f'"{key}" is {value}, out of range', f"use a number of {limit}"


def _pattern(key: str, context: dict, value: Any) -> tuple[str, str, str]:
    cures = {
        "module": "write a path below docs/ that ends in .md: `connect/empathy.md`",
        "contact_email": "write the address alone, without mailto: `service@example.org`",
        "read": "write # and the id of a heading on this page: `#why-it-works`",
        "doi": "write the part that begins with 10.",
    }
    if "A-Z" in context["pattern"]:
        return (
            "KY107",
            f'"{value}" is not a valid "{key}"{invisible(str(value))}',
            "use a capital letter and digits: `R17`",
        )
    cure = cures.get(key, "use small letters, digits and single hyphens: `reflect-back`")
    code = "KY107" if key not in cures else "KY105"
    return code, f'"{value}" is not a valid "{key}"{invisible(str(value))}', cure


def _few(key: str, context: dict, value: Any) -> tuple[str, str, str]:
    need, have = context["min_length"], context["actual_length"]
    return "KY108", f'"{key}" has {have} of at least {need} entries', f"add entries to `{key}`"


def _list(key: str, context: dict, value: Any) -> tuple[str, str, str]:
    if value == "":
        return "KY108", f'"{key}" is an empty list', f"add entries below `{key}:`, each with `-`"
    cure = f"write it as a list: `[{value}]`" if isinstance(value, str) else "begin each with `-`"
    return "KY104", f'"{key}" should be a list', cure


def _block(key: str, context: dict, value: Any) -> tuple[str, str, str]:
    return "KY104", f'"{key}" should be a block of keys', "write `key: value` lines below it"


def _string(key: str, context: dict, value: Any) -> tuple[str, str, str]:
    return (
        "KY104",
        f'"{key}" should be a text',
        "write a text; put it in quotes if it has a colon or a brace",
    )


_TRANSLATIONS = (
    (("missing",), _missing),
    (("union_tag_not_found",), _tag_missing),
    (("union_tag_invalid",), _tag_unknown),
    (("string_too_short",), _empty),
    (("string_too_long",), _too_long),
    (("enum", "literal_error"), _choice),
    (("bool_parsing", "bool_type"), _boolean),
    (("int_parsing", "int_type", "int_from_float"), _number),
    (("greater_than_equal", "less_than_equal"), _range),
    (("string_pattern_mismatch",), _pattern),
    (("too_short",), _few),
    (("too_long",), _too_long),
    (("tuple_type", "list_type"), _list),
    (("dict_type", "model_type", "model_attributes_type"), _block),
    (("string_type",), _string),
)


def _names(data: Any, loc: Loc) -> str:
    """Name the entry that ``loc`` lies in, e.g. `question "name-the-feeling" (single): `."""
    for step in loc[:2]:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
    if len(loc) < 2 or not isinstance(data, dict) or not data.get("id"):
        return ""
    noun = {"questions": "question", "phrases": "phrase", "objectives": "objective"}.get(
        str(loc[0]), "entry"
    )
    kind = f" ({data['kind']})" if "kind" in data else ""
    return f'{noun} "{data["id"]}"{kind}: '


def _keys_at(model: type[Model], data: Any, loc: Loc) -> list[str]:
    """List the keys that the model at ``loc`` knows."""
    current: Any = model
    for step in loc:
        if isinstance(step, int):
            current = _element(current)
        elif isinstance(current, type) and issubclass(current, BaseModel):
            current = (
                current.model_fields[step].annotation if step in current.model_fields else None
            )
        else:
            current = _variant(current, str(step))
    if isinstance(current, type) and issubclass(current, BaseModel):
        return [name for name in current.model_fields if name != "origin"]
    return []


def _element(annotation: Any) -> Any:
    return typing.get_args(annotation)[0]


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
