"""What pydantic found wrong with one value, as code, cause and cure."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from ..catalogue import declare
from ..problems import closest
from ..text.lookalikes import COLONS, DASHES, odd
from .nearly import COLON_IT, DASH_IT

declare("KY102", meaning="A key that is needed is missing.", cure="Add the key with its value.")
declare(
    "KY103",
    meaning="A text is empty.",
    cure="Write the text, or remove the key if it is optional.",
)
declare(
    "KY104",
    meaning="A value has the wrong shape: a list, a block of keys or a text was expected.",
    cure="Compare the value with the example in the authors' guide.",
)
declare(
    "KY105",
    meaning="A value is not one of those allowed here.",
    cure="Use one of the values that are allowed.",
)
declare(
    "KY106",
    meaning="A number is expected, or the number is out of range.",
    cure="Write a whole number in the range.",
)
declare(
    "KY107",
    meaning="An id has a form that addresses cannot carry.",
    cure="Use small letters, digits and single hyphens: `reflect-back`.",
)
declare("KY108", meaning="A list has too few entries.", cure="Add the entries that are missing.")


class Fault(NamedTuple):
    """One value that is not as it should be, and what messages need to say of it."""

    key: str
    context: dict[str, Any]
    value: Any
    entry: bool
    """Whether it stands in the list ``key``, and is not its value."""
    needs: list[str]
    """The keys that a block has to have here, or each entry of a list."""

    @property
    def what(self) -> str:
        """The value as messages call it."""
        return f'an entry of "{self.key}"' if self.entry else f'"{self.key}"'


Message = tuple[str, str, str]
"""Code, cause and cure."""


def tag(context: dict[str, Any]) -> tuple[str, ...]:
    """Return the key that tells the kinds of an entry apart, where the fault lies in it."""
    return (str(context["discriminator"]).strip("'"),) if "discriminator" in context else ()


def _missing(fault: Fault) -> Message:
    return "KY102", f'the key "{fault.key}" is missing', f"add `{fault.key}:` with its value"


def _tag_missing(fault: Fault) -> Message:
    (name,) = tag(fault.context)
    return "KY102", f'the key "{name}" is missing', f"add `{name}:` with its value"


def _tag_unknown(fault: Fault) -> Message:
    (name,) = tag(fault.context)
    written = fault.context["tag"]
    return _unknown(f'"{written}" is not a {name}', written, fault.context["expected_tags"])


def _empty(fault: Fault) -> Message:
    cure = f"write the text of `{fault.key}`"
    return "KY103", f"{fault.what} is empty", "write it, or remove it" if fault.entry else cure


def _long_text(fault: Fault) -> Message:
    cause = f"{fault.what} has {len(fault.value)} characters"
    return "KY104", cause, f"use at most {fault.context['max_length']} characters"


def _long_list(fault: Fault) -> Message:
    cause = f"{fault.what} has {fault.context['actual_length']} entries"
    return "KY104", cause, f"use at most {fault.context['max_length']} entries"


def _choice(fault: Fault) -> Message:
    expected = str(fault.context["expected"]).replace(" or ", ", ")
    cause = f'"{fault.value}" is not a known value of "{fault.key}"'
    return _unknown(cause, str(fault.value), expected)


def _unknown(cause: str, written: str, expected: str) -> Message:
    """Say which word was meant; the list of all stands in the cure, once."""
    known = [word.strip(" '") for word in expected.split(",")]
    meant = closest(re.sub(r"[\s-]+", "_", written), known)
    guess = f': did you mean "{meant}"?' if meant else ""
    return "KY105", f"{cause}{odd(written)}{guess}", f"known: {', '.join(known)}"


def _boolean(fault: Fault) -> Message:
    cure = f"write `{fault.key}: true` or `{fault.key}: false`"
    return "KY105", f'"{fault.value}" is neither true nor false{odd(str(fault.value))}', cure


def _number(fault: Fault) -> Message:
    cure = f"write `{fault.key}:` with a whole number"
    if fault.key == "draw":
        cure = "write how many questions to ask, or remove `draw` to ask all"
    return "KY106", f'"{fault.value}" is not a whole number{odd(str(fault.value))}', cure


def _range(fault: Fault) -> Message:
    low, high = fault.context.get("ge"), fault.context.get("le")
    limit = f"at least {low}" if low is not None else f"at most {high}"
    return "KY106", f'"{fault.key}" is {fault.value}, out of range', f"use a number of {limit}"


def _pattern(fault: Fault) -> Message:
    cures = {
        "module": "write a path below docs/ that ends in .md: `lessons/greeting.md`",
        "contact_email": "write the address alone, without mailto: `service@example.org`",
        "read": "write # and the id of a heading on this page: `#the-first-step`",
        "doi": "write the part that begins with 10.",
        **dict.fromkeys(
            ("scripts", "styles", "fonts", "pictures", "media", "frames", "forms"),
            "write a host of https, and no path: `https://videos.example.org`",
        ),
        "moved_to": "write the whole address: `https://example.org/handbook/`",
        "site": "write the whole address, with https: `https://handbook.example.org/`",
        "endpoint": "write the address of its xAPI, with https: `https://lrs.example.org/xapi/`",
        "keys": "copy the whole key, as `unruffled badge key` prints it: it has 87 signs",
        "zone": "write a name of the IANA database: `Europe/Berlin`",
        **dict.fromkeys(("due", "reviewed"), "write year, month and day: `2027-03-31`"),
        "key": "copy the whole line from the trainer's page: it has 87 signs",
    }
    cause = f'"{fault.value}" is not a valid "{fault.key}"{odd(str(fault.value))}'
    if fault.key in cures:
        return "KY105", cause, cures[fault.key]
    if "A-Z" in fault.context["pattern"]:
        return "KY107", cause, "use a capital letter and digits: `R17`"
    if fault.key == "pool":
        return "KY107", cause, "write the id of a quiz: the name of its file without .yml"
    return "KY107", cause, "use small letters, digits and single hyphens: `reflect-back`"


def _few(fault: Fault) -> Message:
    need, have = fault.context["min_length"], fault.context["actual_length"]
    return (
        "KY108",
        f"{fault.what} has {have} of at least {need} entries",
        (f"add entries to `{fault.key}`"),
    )


def _list(fault: Fault) -> Message:
    key, value = fault.key, fault.value
    if value == "":
        return (
            "KY108",
            f"{fault.what} is an empty list",
            f"add entries below `{key}:`, each with `-`",
        )
    if isinstance(value, str) and value[:1] in DASHES:
        cause = f'{fault.what} should be a list, and "{value[:1]}" is no dash of YAML'
        return "KY104", cause, DASH_IT
    if isinstance(value, str) and (sign := odd(value[:2])):
        return (
            "KY104",
            f"{fault.what} should be a list{sign}",
            "begin each entry with - and a space",
        )
    cure = f"write it as a list: `[{value}]`" if isinstance(value, str) else "begin each with `-`"
    if fault.needs:
        cure = f"begin each entry below it with a dash and a key: `- {fault.needs[0]}: …`"
    return "KY104", f"{fault.what} should be a list", cure


def _block(fault: Fault) -> Message:
    if isinstance(fault.value, str) and (found := re.match(rf"\w+\s*([{COLONS}])", fault.value)):
        cause = f"{fault.what} should be a block of keys, and {found[1]} is no colon of YAML"
        return "KY104", cause, COLON_IT
    cure = "write `key: value` lines below it"
    if fault.needs:
        keys = " and ".join(f"`{name}: …`" for name in fault.needs)
        cure = f"write it as {keys}"
    return "KY104", f"{fault.what} should be a block of keys", cure


def _string(fault: Fault) -> Message:
    return (
        "KY104",
        f"{fault.what} should be a text",
        "write a text; put it in quotes if it has a colon or a brace",
    )


TRANSLATIONS = (
    (("missing",), _missing),
    (("union_tag_not_found",), _tag_missing),
    (("union_tag_invalid",), _tag_unknown),
    (("string_too_short",), _empty),
    (("string_too_long",), _long_text),
    (("enum", "literal_error"), _choice),
    (("bool_parsing", "bool_type"), _boolean),
    (("int_parsing", "int_type", "int_from_float"), _number),
    (("greater_than_equal", "less_than_equal"), _range),
    (("string_pattern_mismatch",), _pattern),
    (("too_short",), _few),
    (("too_long",), _long_list),
    (("tuple_type", "list_type"), _list),
    (("dict_type", "model_type", "model_attributes_type"), _block),
    (("string_type",), _string),
)
