"""Locks, seals and signatures of exams: command and browser open what the other has made."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from node import evaluate
from unruffled.exam import sealing
from unruffled.exam.phrases import as_typed, new_phrase

TEXTS: list[str] = []


@given(some.text(max_size=400))
@settings(max_examples=40, database=None)
def _collect(text: str) -> None:
    TEXTS.append(text)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Return texts by chance, and a long one."""
    if not TEXTS:
        _collect()
        TEXTS.append("Ü 漢 " * 20_000)
    return TEXTS


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    folder = tmp_path_factory.mktemp("keys")
    return [sealing.new_key(folder / f"{number}.jwk") for number in range(2)]


def changed(text: str, at: int) -> str:
    """Return a text with another sign at a place."""
    return f"{text[:at]}{'B' if text[at] == 'A' else 'A'}{text[at + 1 :]}"


def places(text: str, chance: random.Random, count: int = 60) -> list[int]:
    """Return places in a compact text, none of them the last of a part: it may carry spare bits."""
    parts = [len(part) for part in text.split(".")]
    ends = {sum(parts[:n]) + n - 1 for n in range(1, len(parts) + 1)}
    free = [at for at, sign in enumerate(text) if sign != "." and at not in ends]
    return sorted(chance.sample(free, min(count, len(free))))


def test_the_page_opens_what_the_command_has_locked(texts: list[str]) -> None:
    phrase = new_phrase()
    locked = [sealing.lock(text.encode(), phrase) for text in texts[-6:]]
    typed = f" {phrase.upper().replace(' ', '-', 1)}\n"
    assert as_typed(typed) == phrase
    found = evaluate(
        """const { unlock } = await load("core/unlocking.js");
        return Promise.all(value.locked.map((each) => unlock(each, value.typed)));""",
        {"locked": locked, "typed": typed},
    )
    assert found == [{"text": text} for text in texts[-6:]]
    assert [sealing.unlock(each, phrase).decode() for each in locked] == texts[-6:]


def test_another_phrase_and_a_changed_sign_are_told_apart() -> None:
    phrase = "acorn bread candle door egg"
    locked = sealing.lock(b"What is on the paper.", phrase)
    head, wrapped, *rest = locked.split(".")
    tries = [
        [locked, "acorn bread candle egg door"],
        [locked, ""],
        [".".join([head, wrapped, *rest[:1], changed(rest[1], 3), rest[2]]), phrase],
        [".".join([head, wrapped, rest[0], rest[1], changed(rest[2], 3)]), phrase],
        [locked[: len(locked) // 2], phrase],
        ["", phrase],
        ["no.lock.at.all.here", phrase],
    ]
    found = evaluate(
        """const { unlock } = await load("core/unlocking.js");
        return Promise.all(value.map(([locked, phrase]) => unlock(locked, phrase)));""",
        tries,
    )
    said = [each.get("problem") for each in found]
    assert said == ["phrase", "phrase", *["altered"] * 5]
    with pytest.raises(sealing.NotOpenedError):
        sealing.unlock(locked, "acorn bread candle door egg ")


def test_a_lock_that_would_keep_a_page_busy_for_hours_is_not_tried() -> None:
    from base64 import urlsafe_b64encode

    header = {"alg": "PBES2-HS512+A256KW", "enc": "A256GCM", "p2c": 10**9, "p2s": "AAAA"}
    head = urlsafe_b64encode(json.dumps(header).encode()).decode().rstrip("=")
    code = 'return (await load("core/unlocking.js")).unlock(value, "a b c d e");'
    assert evaluate(code, f"{head}.AAAA.AAAA.AAAA.AAAA") == {"problem": "altered"}


def test_the_command_opens_what_the_page_has_sealed_and_names_all_else(
    texts: list[str], keys: list[Any]
) -> None:
    mine, other = keys
    sealed = evaluate(
        """const { seal } = await load("core/sealing.js");
        return Promise.all(value.texts.map((each) => seal(each, value.reader, value.kid)));""",
        {"texts": texts, "reader": sealing.public_text(mine), "kid": mine.thumbprint()},
    )
    assert [sealing.unseal(each, mine).decode() for each in sealed] == texts
    chance = random.Random(3)
    one = sealed[3]
    said: dict[str, int] = {}
    for at in places(one, chance):
        with pytest.raises(sealing.NotOpenedError) as caught:
            sealing.unseal(changed(one, at), mine)
        said[str(caught.value)] = said.get(str(caught.value), 0) + 1
    assert "the file was altered after it was sealed" in said
    for length in range(0, len(one) - 1, 7):
        with pytest.raises(sealing.NotOpenedError, match=r"cut off|no answer file"):
            sealing.unseal(one[:length], mine)
    with pytest.raises(sealing.NotOpenedError, match="another key"):
        sealing.unseal(one, other)
    # A mail program folds it: nothing is lost by that.
    folded = "=\n".join(one[at : at + 70] for at in range(0, len(one), 70))
    assert sealing.unseal(f"  {folded}\r\n", mine).decode() == texts[3]


@given(given_text=some.one_of(some.text(max_size=200), some.text("Aa.-_9", max_size=200)))
@settings(max_examples=200, database=None)
def test_whatever_is_given_for_an_answer_file_is_refused_with_words(
    keys: list[Any], given_text: str
) -> None:
    for text in (given_text, f"eyJhbGciOiJFQ0RILUVTIn0.{given_text}.a.b.c", f"{given_text}." * 5):
        with pytest.raises(sealing.NotOpenedError):
            sealing.unseal(text, keys[0])


def test_the_page_knows_who_has_signed_a_ticket(keys: list[Any]) -> None:
    mine, other = keys
    payload = {"exam": "first-exam", "name": "Zoë 漢", "code": "abc234", "seed": 2**32 - 1}
    text = sealing.sign(payload, mine)
    chance = random.Random(4)
    tries = [text, sealing.sign(payload, other), "", "a.b.c"]
    tries += [changed(text, at) for at in places(text, chance, 30)]
    found = evaluate(
        """const { isSigned } = await load("core/unlocking.js");
        return Promise.all(value.tries.map((each) => isSigned(each, value.signer)));""",
        {"tries": tries, "signer": sealing.public_text(mine)},
    )
    assert found == [True] + [False] * (len(tries) - 1)
    assert sealing.signed(text, mine) == payload
    assert [sealing.signed(each, mine) for each in tries[1:]] == [None] * (len(tries) - 1)


def test_a_ticket_is_found_in_a_link_and_in_a_message_and_nothing_else_is_one(
    keys: list[Any],
) -> None:
    payload = {"exam": "first-exam", "name": "Zoë 漢", "code": "abc234", "seed": 7}
    text = sealing.sign(payload, keys[0])
    good = [
        text,
        f"#t={text}",
        f"Hello,\nhere: https://example.org/exam/#t={text}\nBye",
        "> " + "\n> ".join(text[at : at + 60] for at in range(0, len(text), 60)),
    ]
    bad = ["", text[:-1], text.replace(".", ","), sealing.sign(payload | {"seed": "7"}, keys[0])]
    bad += [sealing.sign(payload | {"exam": "../x"}, keys[0]), sealing.sign({}, keys[0])]
    found = evaluate(
        """const { readTicket } = await load("core/exam.js");
        return value.map((each) => readTicket(each)?.name ?? null);""",
        good + bad,
    )
    assert found == ["Zoë 漢"] * len(good) + [None] * len(bad)
