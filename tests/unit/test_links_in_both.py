"""What the pages write and what Python writes is the same: links, results, seals."""

from __future__ import annotations

import json
import random
import string
from typing import Any

import pytest
from joserfc import jwe
from joserfc.jwk import ECKey
from jwcrypto import jwe as other_jwe
from jwcrypto import jwk as other_jwk

import result_files
from node import evaluate
from unruffled.blocks.assignment.view import encoded
from unruffled.model.base import is_id

USUAL = {
    **{"note": "", "mode": "practice", "pass": 80, "attempts": 0, "due": "", "zone": ""},
    **{"minutes": 0, "fixed": False, "key": ""},
}
LETTERS = (
    string.ascii_letters
    + string.digits
    + " .,;:!?'\"<>&{}[]\\/%#\n\täöüßéñÅłșΩЖ漢字かな한글🙂🏳️‍🌈\u2028\u200b"
)


def test_two_titles_in_any_script_never_share_a_file():
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
    kept = {"First week": "first-week", "Café crème": "cafe-creme", "": "assignment"}
    names = evaluate(
        'const { nameOf } = await load("core/assignment-file.js"); return value.map(nameOf);',
        [*titles, *kept],
    )
    assert len(set(names[: len(titles)])) == len(titles)
    assert all(is_id(each) for each in names)
    assert names[len(titles) :] == list(kept.values())


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


BOTH_WAYS = r"""
const { decode, encode } = await load("core/assignment.js");
return value.map((given) => {
  const text = encode(given);
  const { assignment, problem } = decode(text);
  return [text, assignment, problem ?? "", /^[\w.-]+$/.test(text)];
});
"""


def test_2000_assignments_come_back_from_their_links_and_python_writes_the_same():
    given = [an_assignment(seed) for seed in range(2000)]
    for one, (text, back, problem, plain) in zip(given, evaluate(BOTH_WAYS, given), strict=True):
        assert (problem, plain) == ("", True)
        assert back == one
        kept = {name: value for name, value in one.items() if USUAL.get(name) != value}
        assert encoded(kept) == text


# --- Results

WRITE_AND_READ = """
const { asFile, makeResult, readResult } = await load("core/result.js");
const read = (text) => {
  const { result, problem, unread } = readResult(text);
  return [problem ?? "", result ? result.entries.length : -1, unread ?? 0];
};
const { made, ...rest } = value.given;
const text = asFile(makeResult({ ...rest, made: new Date(made) }));
return [text, read(text), read(value.file)];
"""


def test_the_page_writes_a_result_as_the_tests_do():
    questions = [("stay-calm", "first", "r1", "single"), ("stay-calm", "second", "r2", "single")]
    link = encoded({"title": "Calm", "steps": [["stay-calm", "abc123"]], "mode": "test"})
    given = result_files.make_result("Ana", link, questions, shares=[1, 0])
    argument = {"given": given, "file": result_files.file_of(given)}
    text, of_page, of_tests = evaluate(WRITE_AND_READ, argument)
    assert list(json.loads(text)) == [*given, "sum"]
    assert of_page == of_tests == ["", 3, 0]


# --- Seals


KEY = ECKey.generate_key("P-256", private=True)
PRIVATE = KEY.as_dict(private=True)
PUBLIC = f"{PRIVATE['x']}.{PRIVATE['y']}"
TEXTS = ["{}", "Größe 漢字 🙂", "x" * 100_000]
SEAL = """
const { seal } = await load("core/sealing.js");
return Promise.all(value.texts.map((each) => seal(each, value.key)));
"""
UNSEAL = """
const { privateKey, unseal } = await load("core/sealing.js");
const { key } = await privateKey(value.key);
return Promise.all(value.sealed.map((each) => unseal(each, key).catch(() => null)));
"""


def test_what_the_page_seals_two_other_programs_open():
    rules = jwe.JWERegistry(algorithms=["ECDH-ES", "A256GCM"])
    rules.max_ciphertext_length = 200_000
    for text, sealed in zip(TEXTS, evaluate(SEAL, {"texts": TEXTS, "key": PUBLIC}), strict=True):
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


@pytest.mark.parametrize("seal", [sealed_by_joserfc, sealed_by_jwcrypto])
def test_what_two_other_programs_seal_the_page_opens(seal):
    sealed = [seal(text) for text in TEXTS]
    assert evaluate(UNSEAL, {"key": PRIVATE, "sealed": sealed}) == TEXTS
