"""Assignments and results without a page: links, checksums, seals, figures, hostile files."""

from __future__ import annotations

import json
import random
import string
from pathlib import Path
from typing import Any

import pytest
from joserfc import jwe
from joserfc.jwk import ECKey
from jwcrypto import jwe as other_jwe
from jwcrypto import jwk as other_jwk
from record_helpers import call

import result_files
from unruffled.model.base import is_id
from unruffled.rendering.assignments import encoded

VECTORS = Path(__file__).parents[1] / "vectors"
ITEMS = json.loads((VECTORS / "items.json").read_text("utf-8"))
USUAL = {
    **{"note": "", "mode": "practice", "pass": 80, "attempts": 0, "due": "", "zone": ""},
    **{"minutes": 0, "fixed": False, "key": ""},
}
LETTERS = (
    string.ascii_letters
    + string.digits
    + " .,;:!?'\"<>&{}[]\\/%#\n\täöüßéñÅłșΩЖ漢字かな한글🙂🏳️‍🌈\u2028\u200b"
)


def test_two_titles_in_any_script_never_share_a_file(bare):
    titles = [
        "Первая неделя",
        "Вторая неделя",
        "第一周",
        "第二周",
        "Εβδομάδα",
        "🙂",
        "???",
        "Week: Ж",
    ]
    name = "return argument.map(nameOf)"
    names = call(bare, name, titles, "assignment-file")
    assert len(set(names)) == len(titles)
    assert all(is_id(each) for each in names)
    kept = {"First week": "first-week", "Café crème": "cafe-creme", "": "assignment"}
    assert call(bare, name, list(kept), "assignment-file") == list(kept.values())


# --- Links


def an_id(chance: random.Random) -> str:
    words = [
        "".join(chance.choices(string.ascii_lowercase + string.digits, k=chance.randint(1, 9)))
    ]
    return "-".join(words * chance.randint(1, 3))


def a_step(chance: random.Random) -> list[str]:
    names = "+".join(an_id(chance) for _ in range(chance.randint(1, 8)))
    name = chance.choice(
        [an_id(chance), f"scenario:{an_id(chance)}", f"{chance.randint(0, 200)}*{names}"]
    )
    return [name, f"{chance.getrandbits(32):08x}"]


def a_text(chance: random.Random, most: int, least: int = 0) -> str:
    return "".join(chance.choices(LETTERS, k=chance.randint(least, most)))


def an_assignment(seed: int) -> dict[str, Any]:
    """Return any assignment that the page can make."""
    chance = random.Random(seed)
    key = ".".join("".join(chance.choices(string.ascii_letters + "-_", k=43)) for _ in "xy")
    day = f"20{chance.randint(10, 99)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return {
        "title": "T" + a_text(chance, 79),
        "note": a_text(chance, chance.choice([0, 20, 280])),
        "steps": [a_step(chance) for _ in range(chance.choice([1, 2, 10, 60]))],
        "mode": chance.choice(["practice", "test"]),
        "pass": chance.choice([80, chance.randint(0, 100)]),
        "attempts": chance.randint(0, 20),
        "due": chance.choice(["", day]),
        "zone": chance.choice(["", "UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"]),
        "minutes": chance.choice([0, chance.randint(1, 240)]),
        "fixed": chance.random() < 0.5,
        "key": chance.choice(["", key]),
    }


BOTH_WAYS = """
return argument.map(given => {
  const text = encode(given);
  const { assignment, problem } = decode(text);
  return [text, assignment, problem ?? "", /^[\\w.-]+$/.test(text)];
});
"""


def test_2000_assignments_come_back_from_their_links_and_python_writes_the_same(bare):
    given = [an_assignment(seed) for seed in range(2000)]
    found = call(bare, BOTH_WAYS, given, "assignment")
    for one, (text, back, problem, plain) in zip(given, found, strict=True):
        assert (problem, plain) == ("", True)
        assert back == one
        kept = {name: value for name, value in one.items() if USUAL.get(name) != value}
        assert encoded(kept) == text


def test_ten_modules_with_a_full_note_and_a_key_fit_1500_characters(bare):
    names = ["acknowledge-and-apologise", "why-customers-get-difficult", "learn-from-interactions"]
    steps = [[f"{name}{'x' * at}"[:27], "abcdef"] for at in range(4) for name in names][:10]
    given = an_assignment(3) | {"title": "W" * 40, "note": "n" * 280, "steps": steps}
    given |= {"key": f"{'A' * 43}.{'b' * 43}", "mode": "test", "due": "2027-03-31", "fixed": True}
    ((text, *_),) = call(bare, BOTH_WAYS, [given], "assignment")
    address = f"https://organisation.github.example/handbook/course/assignment/#a={text}"
    assert len(address) <= 1500


DECODE = "return argument.map(text => decode(text).problem ?? 'read');"


def test_every_cut_and_every_changed_letter_of_a_link_is_noticed(bare):
    text = encoded({"title": "Calm", "steps": [["stay-calm", "abc123"]]})
    cut = [text[:end] for end in range(1, len(text))]
    changed = [
        text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :] for at in range(len(text))
    ]
    assert set(call(bare, DECODE, cut + changed, "assignment")) <= {"cut"}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ([], "forged"),
        (None, "forged"),
        ({}, "forged"),
        ({"title": "T", "steps": []}, "forged"),
        ({"title": " ", "steps": [["a", "1"]]}, "forged"),
        ({"title": "T" * 81, "steps": [["a", "1"]]}, "forged"),
        ({"title": "T", "steps": [["a b", "1"]]}, "forged"),
        ({"title": "T", "steps": [["../a", "1"]]}, "forged"),
        ({"title": "T", "steps": [["javascript:x", "1"]]}, "forged"),
        ({"title": "T", "steps": [["a", "1"]] * 61}, "forged"),
        ({"title": "T", "steps": [["a", "1"]], "more": 1}, "forged"),
        ({"title": "T", "steps": [["a", "1"]], "pass": 101}, "forged"),
        ({"title": "T", "steps": [["a", "1"]], "pass": "80"}, "forged"),
        ({"title": "T", "steps": [["a", "1"]], "due": "2027-02-30"}, "forged"),
        ({"title": "T", "steps": [["a", "1"]], "due": "tomorrow"}, "forged"),
        ({"title": "T", "steps": [["a", "1"]], "key": "short"}, "forged"),
        ({"title": "T", "steps": [["a", "1"]], "__proto__": {"mode": "test"}}, "forged"),
        ({"title": "T", "steps": [["a", "1"]], "minutes": 0.5}, "forged"),
        ({"title": "T", "steps": [["a", "1"]]}, "read"),
    ],
)
def test_what_this_site_does_not_make_is_refused_though_its_sum_is_right(bare, data, problem):
    assert call(bare, DECODE, [encoded(data)], "assignment") == [problem]


def test_a_link_of_a_later_version_says_so(bare):
    assert call(bare, DECODE, ["2.abc.12345678", "", "x"], "assignment") == [
        "newer",
        "empty",
        "cut",
    ]


# --- Figures


FIGURES = """
return argument.map(rows => ({ items: analyse(rows), sure: reliability(rows) ?? null }));
"""


def near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is None and other is None
    return abs(one - other) <= 1e-9


@pytest.mark.parametrize("case", ITEMS, ids=lambda each: each["name"])
def test_figures_are_those_of_pingouin_and_scipy_to_a_billionth(bare, case):
    (found,) = call(bare, FIGURES, [case["rows"]], "items")
    for ours, theirs in zip(found["items"], case["items"], strict=True):
        assert ours["n"] == theirs["n"]
        assert near(ours["difficulty"], theirs["difficulty"])
        assert near(ours.get("discrimination"), theirs["discrimination"])
    sure = found["sure"] or {}
    assert near(sure.get("alpha"), case["alpha"])
    assert near(sure.get("error"), case["error"])


def test_the_published_example_gives_its_published_figures(bare):
    case = next(each for each in ITEMS if each["name"] == "published")
    (found,) = call(bare, FIGURES, [case["rows"]], "items")
    difficulties = [each["difficulty"] for each in found["items"]]
    # As printed: p of each item, and the variance of the totals (of all, not of a sample).
    assert difficulties == pytest.approx([0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6])
    spread = sum(p * (1 - p) for p in difficulties)
    assert found["sure"]["alpha"] == pytest.approx(10 / 9 * (1 - spread / 5.84), abs=1e-9)


@pytest.mark.parametrize(
    "rows", [[], [[1]], [[1, 0]], [[1, 1], [1, 1]], [[None, None], [None, 1]], [[1], [0], [1]]]
)
def test_where_nothing_varies_or_too_few_answered_no_figure_is_made_up(bare, rows):
    (found,) = call(bare, FIGURES, [rows], "items")
    assert found["sure"] is None
    assert all(each.get("discrimination") is None for each in found["items"])


READING = "return argument.map(([item, choices]) => reading(item, choices).join(' '));"


def test_a_figure_is_read_in_plain_words_and_not_from_too_few(bare):
    wrong_key = {"n": 40, "difficulty": 0.2, "discrimination": -0.3}
    dead = [{"share": 0.5, "right": True}, {"share": 0.01, "right": False}]
    fine = {"n": 40, "difficulty": 0.7, "discrimination": 0.4}
    asked = [[wrong_key, []], [fine, dead], [fine, []], [wrong_key | {"n": 9}, []]]
    first, second, third, few = call(bare, READING, asked, "items")
    assert "look whether the right answer is right" in first
    assert "One wrong choice is hardly ever taken." in second
    assert (third, few) == ("", "")


# --- Seals


KEY = ECKey.generate_key("P-256", private=True)
PRIVATE = KEY.as_dict(private=True)
PUBLIC = f"{PRIVATE['x']}.{PRIVATE['y']}"
TEXTS = ["{}", "Größe 漢字 🙂", "x" * 100_000]


@pytest.mark.parametrize("text", TEXTS, ids=["short", "letters", "long"])
def test_what_the_page_seals_two_other_programs_open(bare, text):
    sealed = call(bare, "return seal(...argument);", [text, PUBLIC], "sealing")
    rules = jwe.JWERegistry(algorithms=["ECDH-ES", "A256GCM"])
    rules.max_ciphertext_length = 200_000
    opened = jwe.decrypt_compact(sealed, KEY, registry=rules)
    assert opened.plaintext.decode() == text
    token = other_jwe.JWE()
    token.deserialize(sealed, key=other_jwk.JWK.from_json(json.dumps(PRIVATE)))
    assert token.payload.decode() == text


def sealed_by_joserfc(text: str) -> str:
    header = {"alg": "ECDH-ES", "enc": "A256GCM"}
    return jwe.encrypt_compact(header, text.encode(), KEY, algorithms=["ECDH-ES", "A256GCM"])


def sealed_by_jwcrypto(text: str) -> str:
    header = json.dumps({"alg": "ECDH-ES", "enc": "A256GCM"})
    token = other_jwe.JWE(text.encode(), header)
    token.add_recipient(other_jwk.JWK.from_json(json.dumps(PRIVATE)))
    return token.serialize(compact=True)


UNSEAL = """
const { key } = await privateKey(argument.key);
return Promise.all(argument.sealed.map(each => unseal(each, key).catch(() => null)));
"""


@pytest.mark.parametrize("seal", [sealed_by_joserfc, sealed_by_jwcrypto])
def test_what_two_other_programs_seal_the_page_opens(bare, seal):
    sealed = [seal(text) for text in TEXTS]
    assert call(bare, UNSEAL, {"key": PRIVATE, "sealed": sealed}, "sealing") == TEXTS


def test_another_key_or_one_changed_letter_opens_nothing(bare):
    sealed = call(bare, "return seal(...argument);", ["secret", PUBLIC], "sealing")
    other = ECKey.generate_key("P-256", private=True).as_dict(private=True)
    assert call(bare, UNSEAL, {"key": other, "sealed": [sealed]}, "sealing") == [None]
    # The last letter of a part may carry bits that are thrown away: it is left alone.
    parts = sealed.split(".")
    ends = {sum(map(len, parts[: at + 1])) + at - 1 for at in range(5)}
    changed = [
        sealed[:at] + ("A" if sealed[at] != "A" else "B") + sealed[at + 1 :]
        for at in range(len(sealed))
        if sealed[at] != "." and at not in ends
    ]
    assert set(call(bare, UNSEAL, {"key": PRIVATE, "sealed": changed}, "sealing")) == {None}


# --- Result files


ASSIGNMENT = encoded({"title": "Calm", "steps": [["stay-calm", "abc123"]], "mode": "test"})
READ = """
return argument.map(text => {
  const { result, problem, unread } = readResult(text);
  return [problem ?? "", result ? result.entries.length : -1, unread ?? 0];
});
"""


def a_result(name: str = "Ana") -> dict[str, Any]:
    questions = [("stay-calm", "first", "r1", "single"), ("stay-calm", "second", "r2", "single")]
    return result_files.make_result(name, ASSIGNMENT, questions, shares=[1, 0])


def test_the_page_writes_a_result_as_the_tests_do(bare):
    given = a_result()
    code = """
    const { made, ...rest } = argument;
    return asFile(makeResult({ ...rest, made: new Date(made) }));
    """
    text = call(bare, code, given, "result")
    assert list(json.loads(text)) == [*given, "sum"]
    assert call(bare, READ, [text], "result") == [["", 3, 0]]
    assert call(bare, READ, [result_files.file_of(given)], "result") == [["", 3, 0]]


def altered(change: Any) -> str:
    result = a_result()
    change(result)
    return result_files.file_of(result)


GOOD = result_files.file_of(a_result())
DEEP = '{"format":"unruffled-result","version":1,"entries":' + "[" * 100_000 + "]" * 100_000 + "}"
HOSTILE = [
    ("empty", "", ["empty", -1, 0]),
    ("only space", " \n", ["empty", -1, 0]),
    ("prose", "Dear trainer, here is my result", ["foreign", -1, 0]),
    ("another format", '{"format":"unruffled-record","entries":[]}', ["foreign", -1, 0]),
    ("a list", "[1,2]", ["foreign", -1, 0]),
    ("null", "null", ["foreign", -1, 0]),
    ("cut in half", GOOD[: len(GOOD) // 2], ["damaged", -1, 0]),
    ("later version", altered(lambda each: each.update(version=2)), ["newer", -1, 0]),
    ("no version", altered(lambda each: each.update(version=None)), ["damaged", -1, 0]),
    (
        "entries no list",
        '{"format":"unruffled-result","version":1,"entries":{}}',
        ["damaged", -1, 0],
    ),
    ("name no text", altered(lambda each: each.update(name={"a": 1})), ["damaged", -1, 0]),
    ("name too long", altered(lambda each: each.update(name="x" * 10_000)), ["damaged", -1, 0]),
    ("deeply nested", DEEP, ["damaged", -1, 0]),
    ("one letter changed", GOOD.replace("Ana", "Eva"), ["altered", 3, 0]),
    ("a better score", GOOD.replace('"percent":50', '"percent":95'), ["altered", 3, 0]),
]


@pytest.mark.parametrize(
    ("text", "found"), [each[1:] for each in HOSTILE], ids=[each[0] for each in HOSTILE]
)
def test_a_hostile_file_is_named_for_what_it_is(bare, text, found):
    assert call(bare, READ, [text], "result") == [found]


def test_a_score_that_does_not_fit_its_answers_shows_though_the_sum_is_right(bare):
    def better(result: dict[str, Any]) -> None:
        result["entries"][-1] |= {"points": 2, "percent": 100, "passed": True}

    assert call(bare, READ, [altered(better)], "result") == [["altered", 3, 0]]


def test_entries_that_cannot_be_read_are_counted_and_left_out(bare):
    def spoil(result: dict[str, Any]) -> None:
        first = result["entries"][0]
        result["entries"] += [None, 7, {"__proto__": {"v": 1}}, first | {"share": 5}, first]

    assert call(bare, READ, [altered(spoil)], "result") == [["", 3, 5]]


def test_prototype_keys_change_nothing_for_others(bare):
    text = GOOD.replace(
        '"site"', '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"site"'
    )
    call(bare, READ, [text], "result")
    assert bare.evaluate("({}).polluted ?? null") is None


CODES = """
const code = asCode({ ...argument, made: new Date(argument.made) });
const cut = [...Array(code.length).keys()].flatMap(end => readCodes(code.slice(0, end)));
const found = readCodes(`Hi! ${code}, bye`).map(each => each.code);
return [code, found, readCode(code), cut.map(each => each.problem)];
"""


def test_a_short_code_comes_back_out_of_a_message_and_a_cut_one_does_not(bare):
    steps = [{"state": "done", "percent": 85, "tries": 2}, {"state": "new", "tries": 0}]
    given = {"id": "12345678", "title": "Calm", "name": "Zoë Ångström", "made": 1_790_000_000_000}
    code, found, read, cut = call(bare, CODES, given | {"steps": steps}, "result codes")
    assert found == [code]
    assert len(code) < 200
    summary = read["summary"]
    assert (summary["name"], summary["title"], summary["id"]) == (
        "Zoë Ångström",
        "Calm",
        "12345678",
    )
    assert [each["state"] for each in summary["steps"]] == ["done", "new"]
    assert summary["steps"][0]["percent"] == 85
    assert set(cut) <= {"damaged", "cut", "none"}


CSV = "return asCsv(argument);"


def test_no_cell_of_a_table_is_a_formula(bare):
    rows = [["=1+1", "+1", "-1", "@x", "\tx", 'a "b", c', "line\nline", -0.5, None]]
    text = call(bare, CSV, rows, "table")
    assert text == '\ufeff\'=1+1,\'+1,\'-1,\'@x,\'\tx,"a ""b"", c","line\nline",-0.5,\r\n'
