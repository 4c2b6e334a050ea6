// Scores, draws and typed answers, whatever they are given: properties that always hold.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { draw } from "#unruffled/browser/core/draw.js";
import { total, worth } from "#unruffled/browser/core/points.js";
import { shuffled } from "#unruffled/browser/core/random.js";
import { distance, judge, plain } from "#unruffled/browser/core/tolerance.js";
import { junk, texts } from "./chance.js";
import { kinds } from "./kinds.js";

const KEYS = {
  ordering: ["a", "b", "c"],
  matching: { a: "b", b: "c", c: "a" },
  sorting: { a: "b", b: "b", c: "a" },
  choose_in_text: { 1: "a", 2: "b" },
  fill_in: { accept: ["abc", "ab"], wrong: ["cab"] },
  rewrite: 3,
};
const keyOf = (kind) => KEYS[kind] ?? ["a", "b"];
const names = fc.string({ unit: fc.constantFrom(..."abc"), minLength: 1, maxLength: 2 });
const RUNS = { numRuns: 300 };
const always = (...all) => fc.assert(fc.property(...all), RUNS);

for (const [kind, { score }] of Object.entries(kinds))
  test(`any answer to ${kind} has a share from nothing to all`, () => {
    always(junk(names), (answer) => {
      const { share } = score(answer, keyOf(kind));
      assert.ok(typeof share === "number" && share >= 0 && share <= 1, `${share}`);
    });
  });

for (const kind of ["single", "multiple", "spot", "ordering", "matching", "sorting"])
  test(`only the whole answer to ${kind} has all of it`, () => {
    const key = keyOf(kind);
    const less = Array.isArray(key)
      ? key.slice(0, -1)
      : Object.fromEntries(Object.entries(key).slice(0, -1));
    assert.equal(kinds[kind].score(key, key).share, 1);
    const { share } = kinds[kind].score(less, key);
    assert.ok(share > 0 && share < 1, `${share}`);
  });

test("a step moved to another place costs itself alone", () => {
  const score = (values) => kinds.ordering.score(values, [..."abcdef"]).share * 5;
  const orders = fc.shuffledSubarray([..."abcdef"], { minLength: 6 });
  // Moving one step changes the longest series by one at most, so the share by one step.
  always(orders, (order) => {
    const [first, ...rest] = order;
    for (const at of rest.keys()) {
      const cost = Math.abs(score(order) - score(rest.toSpliced(at + 1, 0, first)));
      assert.ok(cost <= 1.0001, `${cost}`);
    }
  });
});

const shares = fc.double({ min: 0, max: 1, noNaN: true });
const most = fc.integer({ min: 1, max: 10 });
const costs = fc.integer({ min: 0, max: 60 });

test("points lie between nothing and all", () => {
  always(shares, most, costs, (share, max, cost) => {
    const points = worth(share, max, cost);
    assert.ok(points >= 0 && points <= max);
    assert.ok(Math.abs(points - Math.max(0, share * max - cost)) <= 0.0051);
  });
});

test("a total lies between nothing and all", () => {
  const rows = fc.array(fc.tuple(shares, most, costs, fc.boolean()), { maxLength: 30 });
  always(rows, fc.integer({ min: 0, max: 100 }), (answers, pass) => {
    const sum = total(
      answers.map(([share, max, cost, self]) => ({
        points: worth(share, max, cost),
        max,
        ...(self && { self }),
      })),
      pass,
    );
    const counted = answers.filter(([, , , self]) => !self);
    assert.equal(
      sum.max,
      counted.reduce((before, [, max]) => before + max, 0),
    );
    assert.ok(sum.points >= 0 && sum.points <= sum.max);
    assert.ok(Number.isInteger(sum.percent) && sum.percent >= 0 && sum.percent <= 100);
    // Nothing to count is nothing to fail.
    assert.ok(counted.length || sum.percent === 100);
    assert.equal(sum.passed, sum.percent >= pass);
  });
});

test("what is a hair below the mark is not a pass", () => {
  const found = total([{ points: 79.9, max: 100 }], 80);
  assert.deepEqual(found, { points: 79.9, max: 100, percent: 79, passed: false });
});

const pools = fc.uniqueArray(
  fc.integer({ min: 0, max: 99 }).map((number) => `q${number}`),
  { maxLength: 30 },
);
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const draws = [pools, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 5 }), seeds];
const timesOf = (ids, spread) =>
  new Map(ids.map((id, index) => [id, (index * 7) % (spread + 1) || undefined]));

test("a draw is a part without repeats of those asked least", () => {
  always(...draws, (ids, count, spread, seed) => {
    const times = timesOf(ids, spread);
    const drawn = draw(ids, count, times, seed);
    assert.equal(drawn.length, Math.min(count, ids.length));
    assert.equal(new Set(drawn).size, drawn.length);
    assert.ok(drawn.every((each) => ids.includes(each)));
    const left = ids.filter((each) => !drawn.includes(each)).map((each) => times.get(each) ?? 0);
    const asked = drawn.map((each) => times.get(each) ?? 0);
    assert.deepEqual(
      asked,
      asked.toSorted((a, b) => a - b),
    );
    assert.ok(!left.length || !asked.length || Math.max(...asked) <= Math.min(...left));
  });
});

test("the same seed draws the same in the same order", () => {
  always(...draws, (ids, count, spread, seed) => {
    const before = ids.join();
    const twice = [0, 1].map(() => draw(ids, count, timesOf(ids, spread), seed).join());
    assert.equal(twice[0], twice[1]);
    assert.equal(ids.join(), before);
  });
});

test("shuffled is the same list in an order that seed and text decide", () => {
  const lists = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 20 });
  always(lists, seeds, texts, (list, seed, text) => {
    const before = list.join();
    const [one, other] = [0, 1].map(() => shuffled(list, seed, text));
    assert.deepEqual(one.toSorted(), list.toSorted());
    assert.deepEqual(one, other);
    assert.equal(list.join(), before);
  });
});

test("shuffling is fair enough: each of three stands in each place about as often", () => {
  const counts = Array.from({ length: 3 }, () => [0, 0, 0]);
  // Always the same 6,000 seeds.
  for (let seed = 0; seed < 6000; seed += 1)
    for (const [place, one] of shuffled([0, 1, 2], seed, "q.a.b").entries())
      counts[one][place] += 1;
  for (const count of counts.flat()) assert.ok(count > 1850 && count < 2150, `${counts}`);
});

// --- Typed answers

const keys = fc.record(
  {
    accept: fc.array(texts, { minLength: 1, maxLength: 4 }),
    wrong: fc.array(texts, { maxLength: 3 }),
    typos: fc.integer({ min: 0, max: 4 }),
  },
  { requiredKeys: ["accept", "wrong"] },
);

test("any text can be judged", () => {
  always(texts, keys, (text, key) => {
    const found = judge(text, key);
    assert.deepEqual(Object.keys(found).sort(), ["meant", "right", "wrong"]);
    assert.ok(found.wrong >= -1 && found.wrong < key.wrong.length);
    assert.ok(["", ...key.accept].includes(found.meant));
  });
});

test("half a character can be judged", () => {
  for (const text of ["\ud83d", "\udc4d\ud83d", "a\ud83d"])
    assert.ok(judge(text, { accept: ["\ud83d\udc4d", text], wrong: [] }).right);
});

test("every accepted answer is right unless it is also known to be wrong", () => {
  const same = (a, b) => plain(a) === plain(b);
  always(keys, (key) => {
    for (const text of key.accept.filter((each) => !key.wrong.some((other) => same(each, other))))
      assert.ok(judge(text, key).right, JSON.stringify([text, key]));
  });
});

test("a distance is the same both ways, and nothing for the same alone", () => {
  const pairs = fc.oneof(
    fc.tuple(texts, texts),
    texts.map((text) => [text, text]),
  );
  always(pairs, ([one, other]) => {
    const there = distance(one, other, 99);
    assert.equal(there, distance(other, one, 99));
    assert.equal(there === 0, one === other);
    assert.ok(there <= Math.max([...one].length, [...other].length));
  });
});

test("a distance above the limit is endless, and below it exact", () => {
  always(texts, texts, fc.integer({ min: 0, max: 4 }), (one, other, limit) => {
    const exact = distance(one, other, 99);
    assert.equal(distance(one, other, limit), exact <= limit ? exact : Infinity);
  });
});

test("plain text stays plain", () => {
  always(texts, (text) => assert.equal(plain(plain(text)), plain(text)));
});
