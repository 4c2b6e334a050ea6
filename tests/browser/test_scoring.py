"""Scores, draws and typed answers, whatever they are given: properties that always hold.

The modules run in the browser. Each example of Hypothesis is a batch, so that a call is worth it.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kinds import KINDS
from playwright.sync_api import Page

from kinds_project import BESIDE

BATCH = 25
COMMON = settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
CORE = "Object.assign({}, ...await Promise.all(['draw', 'points', 'random', 'tolerance']" + (
    ".map(name => import(`../assets/unruffled/browser/core/${name}.js`))))"
)

# Lone surrogates are text for a browser, but not for the channel to it: they come as escapes.
texts = st.text(st.characters(codec="utf-8"), max_size=40)
names = st.text("abc", min_size=1, max_size=2)
numbers = st.integers(-(2**31), 2**31) | st.floats(allow_nan=False, allow_infinity=False)
junk = st.recursive(
    st.none() | st.booleans() | numbers | names | texts,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(names, inner, max_size=5),
    max_leaves=8,
)


def batches(of: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(of, min_size=1, max_size=BATCH)


@pytest.fixture(scope="module")
def page(chromium, kinds_address) -> Page:
    context = chromium.new_context(base_url=kinds_address)
    page = context.new_page()
    page.goto(BESIDE)
    page.evaluate(f"""async () => {{
      window.core = {CORE};
      window.kinds = {{}};
      for (const kind of {json.dumps(KINDS)}) {{
        window.kinds[kind] = await import(`../assets/unruffled/kinds/${{kind}}/${{kind}}.js`);
      }}
    }}""")
    yield page
    context.close()


def run(page: Page, body: str, batch: list[Any], **more: Any) -> list[Any]:
    """Return what `body` returns for each of the batch, or the error that it threw."""
    return page.evaluate(
        """([body, batch, more]) => {
          const work = new Function("it", "more", body);
          return JSON.parse(batch).map(each => {
            try {
              return work(each, more);
            } catch (error) {
              return `threw ${error}`;
            }
          });
        }""",
        [body, json.dumps(batch), more],
    )


KEYS: dict[str, Any] = {
    "ordering": ["a", "b", "c"],
    "matching": {"a": "b", "b": "c", "c": "a"},
    "sorting": {"a": "b", "b": "b", "c": "a"},
    "choose_in_text": {"1": "a", "2": "b"},
    "fill_in": {"accept": ["abc", "ab"], "wrong": ["cab"]},
    "rewrite": 3,
}


@pytest.mark.parametrize("kind", KINDS)
@COMMON
@given(answers=batches(junk))
def test_any_answer_has_a_share_from_nothing_to_all(page, kind, answers):
    body = "const { share } = kinds[more.kind].score(it, more.key); return share"
    shares = run(page, body, answers, kind=kind, key=KEYS.get(kind, ["a", "b"]))
    assert [each for each in shares if not (isinstance(each, int | float) and 0 <= each <= 1)] == []


@pytest.mark.parametrize("kind", ["single", "multiple", "spot", "ordering", "matching", "sorting"])
def test_only_the_whole_answer_has_all_of_it(page, kind):
    key = KEYS.get(kind, ["a", "b"])
    less = key[:-1] if isinstance(key, list) else dict(list(key.items())[:-1])
    body = "return kinds[more.kind].score(it, more.key).share"
    full, part = run(page, body, [key, less], kind=kind, key=key)
    assert full == 1
    assert 0 < part < 1


ORDERS = st.permutations("abcdef")


@COMMON
@given(orders=batches(ORDERS))
def test_a_step_moved_to_another_place_costs_itself_alone(page, orders):
    """Moving one step changes the longest series by one at most, so the share by one step."""
    body = """const score = values => kinds.ordering.score(values, [..."abcdef"]).share * 5;
      const [first, ...rest] = it;
      return rest.map((_, at) => score(it) - score(rest.toSpliced(at + 1, 0, first)))"""
    for steps in run(page, body, orders):
        assert [each for each in steps if abs(each) > 1.0001] == []


shares = st.floats(0, 1)
most = st.integers(1, 10)
rows = st.lists(
    st.tuples(shares, most, st.integers(0, 60), st.booleans()).map(list), min_size=0, max_size=30
)


@COMMON
@given(answers=batches(st.tuples(shares, most, st.integers(0, 60)).map(list)))
def test_points_lie_between_nothing_and_all(page, answers):
    for (share, maximum, cost), points in zip(
        answers, run(page, "return core.worth(...it)", answers), strict=True
    ):
        assert 0 <= points <= maximum
        assert points == pytest.approx(max(0, share * maximum - cost), abs=0.0051)


@COMMON
@given(runs=batches(st.tuples(rows, st.integers(0, 100)).map(list)))
def test_a_total_lies_between_nothing_and_all(page, runs):
    body = """const [rows, pass] = it;
      return core.total(rows.map(([share, max, cost, self]) =>
        ({ points: core.worth(share, max, cost), max, ...(self && { self }) })), pass)"""
    for (answers, pass_mark), sum_ in zip(runs, run(page, body, runs), strict=True):
        counted = [row for row in answers if not row[3]]
        assert sum_["max"] == sum(row[1] for row in counted)
        assert 0 <= sum_["points"] <= sum_["max"]
        assert 0 <= sum_["percent"] <= 100 and isinstance(sum_["percent"], int)
        assert counted or sum_["percent"] == 100  # nothing to count is nothing to fail
        assert sum_["passed"] == (sum_["percent"] >= pass_mark)


def test_what_is_a_hair_below_the_mark_is_not_a_pass(page):
    rows = [{"points": 79.9, "max": 100}]
    [sum_] = run(page, "return core.total(it, 80)", [rows])
    assert sum_ == {"points": 79.9, "max": 100, "percent": 79, "passed": False}


pools = st.lists(st.integers(0, 99).map(lambda number: f"q{number}"), unique=True, max_size=30)
seeds = st.integers(0, 2**32 - 1)
draws = st.tuples(pools, st.integers(0, 40), st.integers(0, 5), seeds).map(list)
DRAW = """const [ids, count, spread, seed] = it;
  const times = new Map(ids.map((id, index) => [id, index * 7 % (spread + 1) || undefined]));"""


@COMMON
@given(batch=batches(draws))
def test_a_draw_is_a_part_without_repeats_of_those_asked_least(page, batch):
    body = f"{DRAW} return [core.draw(ids, count, times, seed), Object.fromEntries(times)]"
    for (ids, count, _, _), (drawn, times) in zip(batch, run(page, body, batch), strict=True):
        assert len(drawn) == min(count, len(ids)) == len({*drawn})
        assert {*drawn} <= {*ids}
        left = [times.get(each) or 0 for each in ids if each not in drawn]
        asked = [times.get(each) or 0 for each in drawn]
        assert asked == sorted(asked)
        assert not left or not asked or max(asked) <= min(left)


@COMMON
@given(batch=batches(draws))
def test_the_same_seed_draws_the_same_in_the_same_order(page, batch):
    body = f"""{DRAW} const before = ids.join();
      const twice = [0, 1].map(() => core.draw(ids, count, times, seed).join());
      return twice[0] === twice[1] && ids.join() === before"""
    assert {*run(page, body, batch)} == {True}


@COMMON
@given(batch=batches(st.tuples(st.lists(st.integers(0, 9), max_size=20), seeds, texts).map(list)))
def test_shuffled_is_the_same_list_in_an_order_that_seed_and_text_decide(page, batch):
    body = """const before = it[0].join();
      const all = [0, 1].map(() => core.shuffled(...it));
      return [all[0], all[0].join() === all[1].join(), it[0].join() === before]"""
    for (given_, _, _), (list_, same, kept) in zip(batch, run(page, body, batch), strict=True):
        assert sorted(list_) == sorted(given_)
        assert same and kept


def test_shuffling_is_fair_enough(page):
    """Each of three things stands in each place about as often; 6,000 seeds, always the same."""
    counts = page.evaluate("""() => {
      const counts = Array.from({ length: 3 }, () => [0, 0, 0]);
      for (let seed = 0; seed < 6000; seed += 1) {
        core.shuffled([0, 1, 2], seed, "q.a.b").forEach((one, place) => (counts[one][place] += 1));
      }
      return counts;
    }""")
    assert [each for row in counts for each in row if not 1850 < each < 2150] == []


# Typed answers

KEY = st.fixed_dictionaries(
    {
        "accept": st.lists(texts, min_size=1, max_size=4),
        "wrong": st.lists(texts, max_size=3),
    },
    optional={"typos": st.integers(0, 4)},
)


@COMMON
@given(batch=batches(st.tuples(texts, KEY).map(list)))
def test_any_text_can_be_judged(page, batch):
    for (_, key), found in zip(batch, run(page, "return core.judge(...it)", batch), strict=True):
        assert set(found) == {"right", "wrong", "meant"}
        assert -1 <= found["wrong"] < len(key["wrong"])
        assert found["meant"] in {"", *key["accept"]}


def test_half_a_character_can_be_judged(page):
    found = page.evaluate(
        r"""() => ["\ud83d", "\udc4d\ud83d", "a\ud83d"].map(text =>
          core.judge(text, { accept: ["\ud83d\udc4d", text], wrong: [] }).right)"""
    )
    assert found == [True] * 3


@COMMON
@given(batch=batches(KEY))
def test_every_accepted_answer_is_right_unless_it_is_also_known_to_be_wrong(page, batch):
    body = """const same = (a, b) => core.plain(a) === core.plain(b);
      return it.accept.filter(text => !it.wrong.some(other => same(text, other)))
        .map(text => core.judge(text, it).right)"""
    for found in run(page, body, batch):
        assert False not in found


PAIRS = st.tuples(texts, texts).map(list) | texts.map(lambda text: [text, text])


@COMMON
@given(batch=batches(PAIRS))
def test_a_distance_is_the_same_both_ways_and_nothing_for_the_same_alone(page, batch):
    body = "return [core.distance(it[0], it[1], 99), core.distance(it[1], it[0], 99)]"
    for (one, other), (there, back) in zip(batch, run(page, body, batch), strict=True):
        assert there == back
        assert (there == 0) == (one == other)
        assert there <= max(len(one), len(other))


@COMMON
@given(batch=batches(st.tuples(texts, texts, st.integers(0, 4)).map(list)))
def test_a_distance_above_the_limit_is_endless_and_below_it_exact(page, batch):
    body = """const [one, other, most] = it;
      const [exact, limited] = [core.distance(one, other, 99), core.distance(one, other, most)];
      return exact <= most ? limited === exact : limited === Infinity"""
    assert {*run(page, body, batch)} == {True}


@COMMON
@given(batch=batches(texts))
def test_plain_text_stays_plain(page, batch):
    body = "const once = core.plain(it); return once === core.plain(once)"
    assert {*run(page, body, batch)} == {True}
