"""Links and codes as mail and chat programs hand them on: what the checksum allows is put right,
everything else is named, and nothing is ever taken for something else."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from record_helpers import call

import result_files as made

ROOT = "https://handbook.example/handbook/"
ADDRESS = f"{ROOT}course/assignment/#a="
Damage = Callable[[str, random.Random], str]

# --- What programs do


def folded(width: int, end: str, start: str = "") -> Damage:
    def fold(text: str, _: random.Random) -> str:
        return f"{end}\n{start}".join(text[at : at + width] for at in range(0, len(text), width))

    return fold


def between(*signs: str) -> Damage:
    def put(text: str, chance: random.Random) -> str:
        at = chance.randrange(len(text) - 20, len(text))  # in what has a checksum
        return text[:at] + chance.choice(signs) + text[at:]

    return put


def behind(*signs: str) -> Damage:
    return lambda text, chance: text + chance.choice(signs)


def hidden(text: str, chance: random.Random) -> str:
    """Put signs that nobody sees anywhere."""
    for _ in range(3):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice("\u200b\u00ad\u2060\ufeff\u200d") + text[at:]
    return text


HARMLESS: dict[str, Damage] = {
    "nothing": lambda text, _: text,
    "percent": lambda text, _: text.replace("#", "%23").replace("=", "%3D"),
    "percent twice": lambda text, _: text.replace("#", "%2523").replace("=", "%253D"),
    "all of it in percent": lambda text, _: quote(text, safe=""),
    "quoted-printable": lambda text, _: text.replace("=", "=3D").replace(".", "=2E"),
    "entities": lambda text, _: text.replace("#", "&#35;").replace("=", "&#x3D;"),
    "folded": folded(76, ""),
    "folded softly": folded(75, "="),
    "folded softly for Windows": folded(75, "=\r"),
    "quoted in an answer": folded(60, "", "> "),
    "a space": between(" ", "%20", "\t", "\r\n", "%0D%0A", "<wbr>"),
    "hidden": hidden,
    "a sign behind": behind(*[".", ")", ",", ">", ";", '"', "”", "’", "…", "*", "&gt;", "%3E"]),
    "a campaign behind": behind("&utm_source=mail", "&amp;fbclid=1", "?utm_medium=x", "%26x=1"),
    "in brackets": lambda text, _: f"<{text}>",
    "in quotes": lambda text, _: f"“{text}”",
    "escaped for Markdown": lambda text, _: re.sub(r"([_\-.#])", r"\\\1", text),
    "one dash": lambda text, _: text.replace("-", "\u2011"),
}
HURTFUL: dict[str, Damage] = {
    "cut": lambda text, chance: text[: -chance.randrange(1, 40)],
    "one sign changed": lambda text, chance: changed(text, chance),
    "one sign lost": lambda text, chance: lost(text, chance),
    "small letters": lambda text, _: text.lower(),
    "capitals": lambda text, _: text.upper(),
}


def changed(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) - 30, len(text))
    return text[:at] + chance.choice("AbZ09_") + text[at + 1 :]


def lost(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) - 30, len(text))
    return text[:at] + text[at + 1 :]


def an_assignment(chance: random.Random) -> str:
    title = "".join(chance.choices("abc Größe漢字🙂?&=#-~", k=chance.randint(1, 60)))
    steps = [["stay-calm", f"{chance.getrandbits(32):08x}"]] * chance.randint(1, 9)
    return made.link_text({"title": f"T{title}", "note": title, "steps": steps})


def a_code(chance: random.Random, name: str) -> str:
    rows = [[chance.randint(0, 2), chance.randint(-1, 100), chance.randint(0, 9)]] * 3
    head = [f"{chance.getrandbits(32):08x}", "Calm – ~?>", name, 29_833_333, rows]
    body = made.compact(head)
    return f"u1.{made.b64(body)}.{made.crc(body)}"


# --- Links

RECOGNISE = """
return argument.map(each => recognise(each)).map(({ text, problem }) => [text, problem ?? ""]);
"""


@pytest.mark.parametrize("way", HARMLESS)
def test_a_link_that_a_program_has_changed_opens_the_same_assignment(bare: Any, way: str) -> None:
    chance = random.Random(way)
    sent = [an_assignment(chance) for _ in range(60)]
    arrived = [HARMLESS[way](f"{ADDRESS}{text}", chance) for text in sent]
    found = call(bare, RECOGNISE, arrived, "assignment-link")
    assert found == [[text, ""] for text in sent]


def test_any_two_of_these_changes_lead_to_the_assignment_or_to_a_word(bare: Any) -> None:
    chance = random.Random(5)
    sent = [an_assignment(chance) for _ in range(1500)]
    arrived = []
    for text in sent:
        one, two = chance.sample([*HARMLESS.values()], 2)
        arrived.append(two(one(f"{ADDRESS}{text}", chance), chance))
    found = call(bare, RECOGNISE, arrived, "assignment-link")
    assert all(got == text or problem for text, (got, problem) in zip(sent, found, strict=True))
    right = sum(got == text for text, (got, _) in zip(sent, found, strict=True))
    assert right >= 0.97 * len(sent), f"{right} of {len(sent)}"


@pytest.mark.parametrize("way", HURTFUL)
def test_what_cannot_be_put_right_is_told_and_is_no_other_assignment(bare: Any, way: str) -> None:
    chance = random.Random(way)
    sent = [an_assignment(chance) for _ in range(150)]
    arrived = [HURTFUL[way](f"{ADDRESS}{text}", chance) for text in sent]
    found = call(bare, RECOGNISE, arrived, "assignment-link")
    for text, (got, problem) in zip(sent, found, strict=True):
        assert (got == text) != (problem in ("cut", "changed", "cased"))
    if way in ("small letters", "capitals"):
        assert {problem for _, problem in found} == {"cased"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f"{ROOT}course/assignment/", "empty"),
        (f"{ROOT}course/assignment/#hand-in", "empty"),
        (f"{ADDRESS}x", "cut"),
        (f"{ADDRESS}2.abc.12345678", "newer"),
        (f"{ADDRESS}{made.link_text({'title': 'T', 'steps': []})}", "forged"),
        (f"{ADDRESS}{'%25' * 50_000}", "cut"),
        ("a=1." * 50_000, "empty"),
        ("eyJ" * 60_000, "empty"),
    ],
    ids=["no link", "a place", "no text", "later", "forged", "percents", "heads", "begun"],
)
def test_an_address_without_an_assignment_is_named_for_what_it_is(
    bare: Any, text: str, problem: str
) -> None:
    assert call(bare, RECOGNISE, [text], "assignment-link") == [["", problem]]


# --- Short codes

CODES = """
return argument.map(text =>
  readCodes(text).map(({ code, summary, problem }) => [code, summary?.name ?? "", problem ?? ""]));
"""
AROUND = ["{}", "Hello! My code: {}. Bye, Ben", "Code:\r\n{}\r\n\r\nBest wishes,\r\nBen", "({})"]


@pytest.mark.parametrize("way", [way for way in HARMLESS if way != "in quotes"])
def test_a_code_that_a_program_has_changed_is_read(bare: Any, way: str) -> None:
    chance = random.Random(way)
    names = [f"Ben {number} Ångström" for number in range(40)]
    codes = [a_code(chance, name) for name in names]
    texts = [
        AROUND[number % 4].format(HARMLESS[way](code, chance)) for number, code in enumerate(codes)
    ]
    found = call(bare, CODES, texts, "codes")
    assert found == [[[code, name, ""]] for code, name in zip(codes, names, strict=True)]


@pytest.mark.parametrize("way", HURTFUL)
def test_a_code_that_cannot_be_read_is_told_and_is_nobody_elses(bare: Any, way: str) -> None:
    chance = random.Random(way)
    codes = [a_code(chance, "Ben") for _ in range(80)]
    texts = [
        AROUND[number % 4].format(HURTFUL[way](code, chance)) for number, code in enumerate(codes)
    ]
    for code, text, found in zip(codes, texts, call(bare, CODES, texts, "codes"), strict=True):
        assert found == [[code, "Ben", ""]] or found[0][2] in ("damaged", "cut"), text


def test_many_codes_in_one_message_are_read_and_the_broken_one_is_named(bare: Any) -> None:
    chance = random.Random(3)
    codes = [a_code(chance, f"Person {number}") for number in range(30)]
    lines = [*codes[:10], codes[10][:-4], *codes[11:]]
    text = "\r\n".join(f"Person {at}: {code[:40]}=\r\n{code[40:]}" for at, code in enumerate(lines))
    (found,) = call(bare, CODES, [text], "codes")
    assert [name for _, name, _ in found if name] == [
        f"Person {at}" for at in range(30) if at != 10
    ]
    assert [problem for *_, problem in found if problem] == ["cut"]


@pytest.mark.parametrize(
    ("text", "problems"),
    [("", []), (" \n", []), ("Dear trainer, see menu1.pdf and u2.de", ["none"])],
)
def test_a_text_without_a_code_says_so(bare: Any, text: str, problems: list[str]) -> None:
    assert [each[2] for each in call(bare, CODES, [text], "codes")[0]] == problems


def coded(*values: Any) -> str:
    body = made.compact(list(values))
    return f"u1.{made.b64(body)}.{made.crc(body)}"


ROW = [2, 80, 1]
OUTSIDE = {
    "an absurd time": coded("00000000", "Calm", "Ben", 100_000_000_000, [ROW]),
    "a time before all": coded("00000000", "Calm", "Ben", -5, [ROW]),
    "no time": coded("00000000", "Calm", "Ben", None, [ROW]),
    "a time in words": coded("00000000", "Calm", "Ben", "1", [ROW]),
    "too many steps": coded("00000000", "Calm", "Ben", 29_833_333, [ROW] * 61),
    "a state that is none": coded("00000000", "Calm", "Ben", 29_833_333, [[3, 80, 1]]),
    "a per cent over 100": coded("00000000", "Calm", "Ben", 29_833_333, [[2, 101, 1]]),
    "tries without end": coded("00000000", "Calm", "Ben", 29_833_333, [[2, 80, 1e12]]),
    "a long name": coded("00000000", "Calm", "B" * 121, 29_833_333, [ROW]),
    "a long title": coded("00000000", "C" * 200, "Ben", 29_833_333, [ROW]),
    "a long id": coded("0" * 100, "Calm", "Ben", 29_833_333, [ROW]),
    "a list for a name": coded("00000000", "Calm", [["Ben"]], 29_833_333, [ROW]),
    "a value more": coded("00000000", "Calm", "Ben", 29_833_333, [ROW], 60, 1),
    "a zone that there is not": coded("00000000", "Calm", "Ben", 29_833_333, [ROW], 9999),
    "no list": coded("00000000", "Calm", "Ben", 29_833_333, {"0": ROW}),
}


@pytest.mark.parametrize("way", OUTSIDE)
def test_a_code_with_a_value_that_this_site_never_writes_is_damaged(bare: Any, way: str) -> None:
    assert [each[2] for each in call(bare, CODES, [OUTSIDE[way]], "codes")[0]] == ["damaged"]


# --- Result files

FILES = """
return argument.map(text => readResult(text)).map(({ problem, result, unread }) =>
  [problem ?? "", result?.entries.length ?? -1, unread ?? 0]);
"""
QUESTIONS = [("empathy", f"q{number}", "abc123", "single") for number in range(4)]


def a_result(**more: Any) -> dict[str, Any]:
    text = made.link_text({"title": "Calm", "steps": [["empathy", "abc123"]]})
    return made.make_result("Zoë = Ångström", text, QUESTIONS, shares=[1, 0, 1, 1]) | more


FORMS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "with the line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "with the line ends of an old Mac": lambda text: text.replace("\n", "\r"),
    "with marks of byte order": lambda text: f"\ufeff\ufeff{text}",
    "folded by a mail program": lambda text: "=\r\n".join(
        re.findall(r"[\s\S]{1,70}", text.replace("=", "=3D"))
    ),
    "with empty lines behind": lambda text: f"{text}\r\n\r\n",
}


@pytest.mark.parametrize("way", FORMS)
def test_a_file_is_not_altered_by_what_only_carried_it(bare: Any, way: str) -> None:
    assert call(bare, FILES, [FORMS[way](made.file_of(a_result()))], "result") == [["", 5, 0]]


def spoilt(**change: Any) -> str:
    result = a_result()
    result["entries"].append(result["entries"][0] | {"id": "other", "mode": "practice"} | change)
    return made.file_of(result)


DEEP: Any = 1
for _ in range(200):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    "change",
    [
        {"response": DEEP},
        {"question": "q" * 9999},
        {"extra": 1e300},
        {"t": 1e17},
        {"more": [DEEP]},
        {"drawn": [0] * 5000},
    ],
    ids=["deep", "long", "a number", "a time", "another field", "a list"],
)
def test_an_entry_out_of_all_measure_is_left_out_and_counted(
    bare: Any, change: dict[str, Any]
) -> None:
    assert call(bare, FILES, [spoilt(**change)], "result") == [["", 5, 1]]


@pytest.mark.parametrize(
    "change",
    [
        {"made": "9999-12-31T00:00:00Z"},
        {"made": 5},
        {"made": "1" * 50},
        {"site": ["x"]},
        {"assignment": "x" * 10_000},
    ],
    ids=["far", "a number", "long", "a list", "no link"],
)
def test_a_head_out_of_all_measure_is_damaged(bare: Any, change: dict[str, Any]) -> None:
    assert call(bare, FILES, [made.file_of(a_result(**change))], "result") == [["damaged", -1, 0]]


# --- Addresses

KNOWN = {"situation": ["shouting", "late-parcel"], "moment": ["open", "close"]}
FILTERS = """
const { wanted, unknown } = filtersFrom(argument[0], new Map(Object.entries(argument[1])));
return [Object.fromEntries(wanted), unknown];
"""
BOTH = {"situation": "shouting", "moment": "open"}


@pytest.mark.parametrize(
    ("search", "wanted", "unknown"),
    [
        ("?situation=shouting&moment=open", BOTH, []),
        ("?situation=shouting&amp;moment=open", BOTH, []),
        ("?situation=shouting&amp;amp;moment=open.", BOTH, []),
        ("?situation=shouting%26moment%3Dopen", BOTH, []),
        ("?situation=3Dshouting", {"situation": "shouting"}, []),
        ("?situation=Shouting)&utm_source=mail", {"situation": "shouting"}, []),
        ("?situation=%E2%80%8Bshouting%20", {"situation": "shouting"}, []),
        ("?situation=shoutin&moment=open", {"moment": "open"}, ["situation=shoutin"]),
        ("?mood=open", {}, ["mood=open"]),
        ("?moment=never&moment=open", {}, ["moment=never"]),
        ("?from=mail&lang=en", {}, []),
        ("?q=late&situation=", {}, []),
        ("", {}, []),
    ],
)  # fmt: skip
def test_filters_are_those_of_the_address_or_are_named(
    bare: Any, search: str, wanted: dict[str, str], unknown: list[str]
) -> None:
    assert call(bare, FILTERS, [search, KNOWN], "address") == [wanted, unknown]


ADDRESSES = (
    "return argument.map(each => addressesFrom(each, 'https://handbook.example/handbook/'));"
)
RIGHT = "phrases/empathy/#whole-day"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("phrases/empathy/%23whole-day", RIGHT),
        ("phrases/empathy/%2523whole-day", RIGHT),
        ("phrases/empathy%20/%23whole-day.", RIGHT),
        ("phrases/empathy/&#35;whole-day", RIGHT),
        ("phrases/%3Fsituation=shouting", "phrases/?situation=shouting"),
        (
            "phrases/%3Fsituation=shouting&amp;moment=open",
            "phrases/?situation=shouting&moment=open",
        ),
        ("Phrases/Empathy/", "phrases/empathy/"),
        ("phrases/empathy/,", "phrases/empathy/"),
        ("phrases/empathy/%22%3Eread this", "phrases/empathy/"),
        ("phrases/empathy/%E2%80%8B", "phrases/empathy/"),
        ("phrases/empathy/&utm_source=mail", "phrases/empathy/"),
        ("phrases//empathy/%0D%0A", "phrases/empathy/"),
    ],
)
def test_a_wrong_address_leads_to_the_one_that_was_meant(bare: Any, wrong: str, right: str) -> None:
    (found,) = call(bare, ADDRESSES, [f"{ROOT}{wrong}"], "address")
    assert f"{ROOT}{right}" in found


def test_no_address_is_tried_outside_of_the_site_or_for_a_plain_mistake(bare: Any) -> None:
    wrong = [
        *(
            "no/such/page/",
            "//evil.example/%23x",
            "%2F%2Fevil.example/",
            "https:%2F%2Fevil.example",
        ),
        *("..%2F..%2Fother/%23x", "javascript:alert(1)%23", "%5C%5Cevil.example/"),
    ]
    found = call(bare, ADDRESSES, [f"{ROOT}{each}" for each in wrong], "address")
    assert found[0] == []
    assert all(each.startswith(ROOT) for some in found for each in some), json.dumps(found)
