"""What follows from a record, whatever it holds: examples made here, computed in Chromium."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from record_helpers import bare_site, call, entry, result, windows

PURE = "log entries transfer"

names = st.sampled_from(["a", "b", "c", "ä 😀", "", "__proto__", "constructor"])
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8"), max_size=8)
)
hostile = st.just({"toString": 1, "valueOf": 1})
junk = st.recursive(
    scalars | hostile,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(names | st.sampled_from(["id", "v", "at", "type"]), inner, max_size=4)
    ),
    max_leaves=8,
)
FIELDS = sorted({*entry("a"), *result(), "self"})


@st.composite
def nearly(draw: st.DrawFn) -> Any:
    """A sound entry, or one with a few fields that are wrong, missing or of a later version."""
    made = entry(draw(names), draw(st.integers(0, 3)), question=draw(names)) | {
        "share": draw(st.sampled_from([0, 0.5, 1])),
        "rev": draw(st.sampled_from(["r1", "r2"])),
        "t": draw(st.integers(0, 4)) * 43_200_000,
    }
    if draw(st.booleans()):
        made = {key: made[key] for key in ("v", "id", "at", "t")} | result()
    for name, value in draw(st.dictionaries(st.sampled_from(FIELDS), junk, max_size=2)).items():
        made[name] = value
    made.pop(draw(st.sampled_from([*FIELDS, "nothing", "nothing", "nothing"])), None)
    return made


records = st.lists(nearly() | junk, max_size=8)
answers = st.builds(
    lambda share, rev, hours, own: entry("a", share=share, rev=rev, t=hours * 3_600_000, self=own),
    st.sampled_from([0, 0.5, 1]),
    st.sampled_from(["r1", "r1", "r1", "r2"]),
    st.integers(0, 96),
    st.sampled_from([False, False, False, True]),
)
nearly_views = st.fixed_dictionaries(
    {
        "key": st.just("z/q1"),
        "rev": st.just("r1"),
        "n": st.integers(1, 9) | junk,
        "best": st.sampled_from([0, 0.5, 1]) | junk,
        "reviews": st.lists(st.just([1, 3]) | junk, max_size=2) | junk,
    }
)
examples = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def page(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("bare")
    with bare_site(folder) as address, windows(chromium, address) as window:
        yield window()


def compute(page: Page, body: str, *arguments: Any) -> Any:
    """Compute in the page; what is compared there is compared as JSON."""
    return call(
        page,
        "const same = (a, b) => JSON.stringify([...a]) === JSON.stringify([...b]);" + body,
        arguments,
        PURE,
    )


@examples
@given(records, records, records)
def test_merge_is_commutative_associative_and_idempotent(page, one, two, three):
    body = """const [a, b, c] = argument;
    const ab = merge(a, b);
    return [
      same(ab, merge(b, a)),
      same(merge(ab, c), merge(a, merge(b, c))),
      same(ab, merge(ab, ab)) && same(ab, merge(ab, a)) && same(ab, merge(b, ab)),
    ]"""
    assert compute(page, body, one, two, three) == [True] * 3


@examples
@given(records, records)
def test_merge_loses_no_id_and_adds_nothing(page, one, two):
    body = """const [a, b] = argument;
    const found = merge(a, b);
    const isText = id => typeof id === "string";
    const ids = entries => [...new Set(entries.map(e => e?.id).filter(isText))].sort();
    const texts = new Set([...a, ...b].map(e => JSON.stringify(e)));
    return [same(ids([...a, ...b]), ids(found)), found.every(e => texts.has(JSON.stringify(e)))]"""
    assert compute(page, body, one, two) == [True, True]


@examples
@given(records)
def test_a_damaged_copy_never_takes_the_place_of_a_readable_entry(page, entries):
    body = """const [entries] = argument;
    const damaged = entries.filter(readable).map(({ id }) => ({ zzz: "~", v: 1, id }));
    return same(merge(entries, damaged).filter(readable), merge([], entries).filter(readable))"""
    assert compute(page, body, entries)


@examples
@given(records)
def test_every_entry_is_readable_or_newer_or_neither(page, entries):
    body = """const [entries] = argument;
    return entries.every(e => [readable(e), newer(e)].every(is => typeof is === "boolean")
      && !(readable(e) && newer(e)))"""
    assert compute(page, body, entries)


@examples
@given(st.lists(answers | nearly() | junk, max_size=8), nearly_views | junk)
def test_fold_never_throws_and_keeps_shares_within_0_and_1(page, entries, start):
    body = """const [entries, start] = argument;
    const share = it => typeof it === "number" && it >= 0 && it <= 1;
    let view = start;
    for (const entry of entries) {
      view = fold(view, entry);
      if (!view) continue;
      if (!(share(view.best) && share(view.last ?? 0) && sound(view))) return view;
    }
    return true"""
    assert compute(page, body, entries, start) is True


NO_TEXT = {"toString": 1, "valueOf": 1}


@pytest.mark.parametrize(
    "damage", [{"reviews": [None]}, {"reviews": [[NO_TEXT, 3]]}, {"best": "1"}, {"n": None}]
)
def test_a_damaged_view_is_begun_anew(page, damage):
    view = {"key": "z/q1", "rev": "r1", "n": 5, "best": 1, "reviews": [[1, 3]]} | damage
    found = compute(page, "return fold(...argument)", view, entry("a", share=0.5))
    assert (found["n"], found["best"], len(found["reviews"])) == (1, 0.5, 1)


@pytest.mark.parametrize(
    "damage",
    [{"question": NO_TEXT}, {"quiz": 7}, {"rev": None}, {"share": 1.5}, {"share": "1"}, {"t": "x"}],
)
def test_a_damaged_answer_changes_no_view(page, damage):
    body = (
        "const view = fold(undefined, argument[0]); return same([fold(view, argument[1])], [view])"
    )
    assert compute(page, body, entry("a"), entry("b") | damage)


@examples
@given(st.lists(answers, max_size=8) | st.lists(nearly(), max_size=8))
def test_a_view_counts_the_answers_of_its_revision_and_the_best_of_them(page, entries):
    body = """const [entries] = argument;
    const answers = entries.filter(e => e.type === "attempt" && readable(e));
    const view = answers.reduce(fold, undefined);
    if (!view) return !answers.length;
    const { rev, share } = answers.at(-1);
    const since = answers.slice(answers.findLastIndex(e => e.rev !== rev) + 1);
    const days = new Set(since.filter(e => !e.self).map(({ t }) => new Date(t).toDateString()));
    return view.rev === rev && view.n === since.length && view.last === share
      && view.best === Math.max(...since.map(e => e.share)) && view.reviews.length === days.size"""
    assert compute(page, body, entries)


@pytest.mark.parametrize(
    ("shares", "hints", "grade"), [([0, 1], 0, 1), ([0.5], 0, 1), ([1, 0], 0, 3), ([1], 1, 2)]
)
def test_the_first_answer_of_a_day_is_graded(page, shares, hints, grade):
    entries = [entry(str(n), share=share, hints=hints) for n, share in enumerate(shares)]
    view = compute(page, "return argument[0].reduce(fold, undefined)", entries)
    assert view["reviews"] == [[entries[0]["t"], grade]]


def test_what_learners_judge_themselves_is_never_graded(page):
    view = compute(page, "return fold(undefined, argument[0])", entry("a", self=True))
    assert (view["n"], view["reviews"]) == (1, [])


def test_another_revision_begins_anew(page):
    entries = [entry("a", share=1), entry("b", 2, share=0, rev="r2")]
    view = compute(page, "return argument[0].reduce(fold, undefined)", entries)
    assert (view["rev"], view["n"], view["best"]) == ("r2", 1, 0)


@examples
@given(records, st.text(st.characters(codec="utf-8"), max_size=20))
def test_a_file_gives_back_what_was_written(page, entries, title):
    body = """const [entries, title] = argument;
    const read = fromText(toText(entries, title, new Date(0)));
    return same(read.entries, entries) && read.problem === (entries.length ? undefined : "empty")"""
    assert compute(page, body, entries, title)


@examples
@given(records, st.floats(0, 1))
def test_a_file_that_was_cut_off_is_read_as_far_as_it_goes(page, entries, share):
    body = """const [entries, share] = argument;
    const text = toText(entries, "Site", new Date(0));
    const cut = text.slice(0, Math.floor(text.length * share));
    const { entries: found, problem } = fromText(cut);
    const known = new Set(entries.map(e => JSON.stringify(e)));
    return [found.every(e => known.has(JSON.stringify(e))), problem ?? "none"]"""
    sound, problem = compute(page, body, entries, share)
    assert sound
    assert problem in {"empty", "foreign", "damaged", "none"}


def test_whole_lines_of_a_file_that_was_cut_off_are_all_found(page):
    entries = [entry(f"e{n}") for n in range(5)]
    body = """const text = toText(argument[0], "Site", new Date(0));
    return fromText(text.slice(0, text.lastIndexOf("e4")))"""
    read = compute(page, body, entries)
    assert ([each["id"] for each in read["entries"]], read["problem"]) == (
        ["e0", "e1", "e2", "e3"],
        "damaged",
    )


@examples
@given(st.text(st.characters(codec="utf-8"), max_size=60) | junk.map(json.dumps))
def test_any_other_file_is_named_and_nothing_is_taken_from_it(page, text):
    read = compute(page, "return fromText(argument[0])", text)
    assert read["problem"] in {"empty", "foreign"}
    assert read["entries"] == []


@pytest.mark.parametrize(
    ("change", "problem", "taken"),
    [
        ({"version": 2}, "newer", 1),
        ({"version": 2, "entries": "elsewhere"}, "newer", 0),
        ({"version": "1"}, "damaged", 1),
        ({"entries": {}}, "damaged", 0),
        ({"entries": []}, "empty", 0),
        ({"format": "other"}, "foreign", 0),
    ],
)
def test_a_file_of_another_shape_is_named(page, change, problem, taken):
    file = {"format": "unruffled-record", "version": 1, "entries": [entry("a")]} | change
    read = compute(page, "return fromText(argument[0])", json.dumps(file))
    assert (read["problem"], len(read["entries"])) == (problem, taken)
