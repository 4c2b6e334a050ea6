// What follows from a learner's record, whatever it holds.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { merge, newer, readable } from "#unruffled/browser/core/entries.js";
import { fold, sound } from "#unruffled/browser/core/log.js";
import { junk, numbers, texts } from "./chance.js";
import { entry, result } from "./entries.js";

process.env.TZ = "UTC";
// What a page has and Node has not; with a channel to other tabs, Node would not end.
globalThis.addEventListener = () => {};
delete globalThis.BroadcastChannel;
const { fromText, toText } = await import("#unruffled/browser/core/transfer.js");

const ids = fc.constantFrom("a", "b", "c", "ä 😀", "", "__proto__", "constructor");
const whatever = fc.oneof(
  junk(fc.oneof(ids, fc.constantFrom("id", "v", "at", "type"))),
  fc.constant({ toString: 1, valueOf: 1 }),
  numbers,
);
const FIELDS = [...new Set([...Object.keys(entry("a")), ...Object.keys(result()), "self"])];

/** A sound entry, or one with a few fields that are wrong, missing or of a later version. */
const nearly = fc
  .record({
    id: ids,
    at: fc.integer({ min: 0, max: 3 }),
    question: ids,
    share: fc.constantFrom(0, 0.5, 1),
    rev: fc.constantFrom("r1", "r2"),
    t: fc.integer({ min: 0, max: 4 }).map((half) => half * 43_200_000),
    isResult: fc.boolean(),
    odd: fc.dictionary(fc.constantFrom(...FIELDS), whatever, { maxKeys: 2, noNullPrototype: true }),
    missing: fc.constantFrom(...FIELDS, ...new Array(FIELDS.length).fill("nothing")),
  })
  .map(({ id, at, isResult, odd, missing, ...facts }) => {
    const answer = { ...entry(id, { at, ...facts }) };
    const { v, t } = answer;
    const made = { ...(isResult ? { v, id, at, t, ...result() } : answer), ...odd };
    delete made[missing];
    return made;
  });
const records = fc.array(fc.oneof(nearly, whatever), { maxLength: 8 });
const answers = fc
  .tuple(
    fc.constantFrom(0, 0.5, 1),
    fc.constantFrom("r1", "r1", "r1", "r2"),
    fc.integer({ min: 0, max: 96 }),
    fc.constantFrom(false, false, false, true),
  )
  .map(([share, rev, hours, self]) => entry("a", { share, rev, t: hours * 3_600_000, self }));
const nearlyViews = fc.record({
  key: fc.constant("z/q1"),
  rev: fc.constant("r1"),
  n: fc.oneof(fc.integer({ min: 1, max: 9 }), whatever),
  best: fc.oneof(fc.constantFrom(0, 0.5, 1), whatever),
  reviews: fc.oneof(fc.array(fc.oneof(fc.constant([1, 3]), whatever), { maxLength: 2 }), whatever),
});
const always = (...all) => fc.assert(fc.property(...all), { numRuns: 300 });
const text = (value) => JSON.stringify(value);
const same = (one, other) => assert.equal(text([...one]), text([...other]));

test("to merge is commutative, associative and idempotent", () => {
  always(records, records, records, (a, b, c) => {
    const ab = merge(a, b);
    same(ab, merge(b, a));
    same(merge(ab, c), merge(a, merge(b, c)));
    for (const again of [merge(ab, ab), merge(ab, a), merge(b, ab)]) same(ab, again);
  });
});

test("to merge loses no id and adds nothing", () => {
  const idsOf = (entries) =>
    [...new Set(entries.map((each) => each?.id).filter((id) => typeof id === "string"))].sort();
  always(records, records, (a, b) => {
    const found = merge(a, b);
    same(idsOf([...a, ...b]), idsOf(found));
    const known = new Set([...a, ...b].map(text));
    assert.ok(found.every((each) => known.has(text(each))));
  });
});

test("a damaged copy never takes the place of a readable entry", () => {
  always(records, (entries) => {
    const damaged = entries.filter(readable).map(({ id }) => ({ zzz: "~", v: 1, id }));
    same(merge(entries, damaged).filter(readable), merge([], entries).filter(readable));
  });
});

test("every entry is readable, or newer, or neither", () => {
  always(records, (entries) => {
    for (const each of entries) {
      const both = [readable(each), newer(each)];
      assert.ok(both.every((is) => typeof is === "boolean") && !both.every(Boolean));
    }
  });
});

test("to fold never throws, and keeps shares within 0 and 1", () => {
  const entries = fc.array(fc.oneof(answers, nearly, whatever), { maxLength: 8 });
  const isShare = (it) => typeof it === "number" && it >= 0 && it <= 1;
  always(entries, fc.oneof(nearlyViews, whatever), (log, start) => {
    let view = start;
    for (const each of log) {
      view = fold(view, each);
      if (view) assert.ok(isShare(view.best) && isShare(view.last ?? 0) && sound(view), text(view));
    }
  });
});

const NO_TEXT = { toString: 1, valueOf: 1 };

for (const damage of [{ reviews: [null] }, { reviews: [[NO_TEXT, 3]] }, { best: "1" }, { n: null }])
  test(`a view that is damaged is begun anew: ${text(damage)}`, () => {
    const view = { key: "z/q1", rev: "r1", n: 5, best: 1, reviews: [[1, 3]], ...damage };
    const { n, best, reviews } = fold(view, entry("a", { share: 0.5 }));
    assert.deepEqual([n, best, reviews.length], [1, 0.5, 1]);
  });

for (const damage of [
  { question: NO_TEXT },
  { quiz: 7 },
  { rev: null },
  { share: 1.5 },
  { share: "1" },
  { t: "x" },
])
  test(`an answer that is damaged changes no view: ${text(damage)}`, () => {
    const view = fold(undefined, entry("a"));
    assert.deepEqual(fold(view, { ...entry("b"), ...damage }), view);
  });

test("a view counts the answers of its revision, and the best of them", () => {
  const some = fc.oneof(fc.array(answers, { maxLength: 8 }), fc.array(nearly, { maxLength: 8 }));
  always(some, (entries) => {
    const log = entries.filter((each) => each.type === "attempt" && readable(each));
    const view = log.reduce(fold, undefined);
    if (!view) return assert.equal(log.length, 0);
    const { rev, share } = log.at(-1);
    const since = log.slice(log.findLastIndex((each) => each.rev !== rev) + 1);
    const days = since.filter(({ self }) => !self).map(({ t }) => new Date(t).toDateString());
    assert.deepEqual(
      [view.rev, view.n, view.last, view.best, view.reviews.length],
      [rev, since.length, share, Math.max(...since.map((each) => each.share)), new Set(days).size],
    );
  });
});

for (const [shares, hints, grade] of [
  [[0, 1], 0, 1],
  [[0.5], 0, 1],
  [[1, 0], 0, 3],
  [[1], 1, 2],
])
  test(`the first answer of a day is graded: ${shares} with ${hints} hints`, () => {
    const log = shares.map((share, number) => entry(`${number}`, { share, hints }));
    assert.deepEqual(log.reduce(fold, undefined).reviews, [[log[0].t, grade]]);
  });

test("what learners judge themselves is never graded", () => {
  const { n, reviews } = fold(undefined, entry("a", { self: true }));
  assert.deepEqual([n, reviews], [1, []]);
});

test("a revision of the earlier form goes on in one of the present form", () => {
  const log = [entry("a", { share: 1, rev: "0123abcd" }), entry("b", { at: 2, rev: "r123abcd" })];
  const { rev, n, best } = log.reduce(fold, undefined);
  assert.deepEqual([rev, n, best], ["r123abcd", 2, 1]);
});

test("another revision begins anew", () => {
  const log = [entry("a", { share: 1 }), entry("b", { at: 2, share: 0, rev: "r2" })];
  const { rev, n, best } = log.reduce(fold, undefined);
  assert.deepEqual([rev, n, best], ["r2", 1, 0]);
});

// --- Files

// As the browser's own JSON gives it back.
const plainRecords = records.map((entries) => JSON.parse(text(entries)));

test("a file gives back what was written", () => {
  always(plainRecords, texts, (entries, title) => {
    const read = fromText(toText(entries, title, new Date(0)));
    same(read.entries, entries);
    assert.equal(read.problem, entries.length ? undefined : "empty");
  });
});

test("a file that was cut off is read as far as it goes", () => {
  always(plainRecords, fc.double({ min: 0, max: 1, noNaN: true }), (entries, share) => {
    const whole = toText(entries, "Site", new Date(0));
    const { entries: found, problem } = fromText(whole.slice(0, Math.floor(whole.length * share)));
    const known = new Set(entries.map(text));
    assert.ok(found.every((each) => known.has(text(each))));
    assert.ok(["empty", "foreign", "damaged", undefined].includes(problem), problem);
  });
});

test("whole lines of a file that was cut off are all found", () => {
  const log = [0, 1, 2, 3, 4].map((number) => entry(`e${number}`));
  const whole = toText(log, "Site", new Date(0));
  const { entries, problem } = fromText(whole.slice(0, whole.lastIndexOf("e4")));
  assert.deepEqual(
    entries.map(({ id }) => id),
    ["e0", "e1", "e2", "e3"],
  );
  assert.equal(problem, "damaged");
});

test("any other file is named, and nothing is taken from it", () => {
  always(
    fc.oneof(
      texts,
      whatever.map((each) => text(each)),
    ),
    (other) => {
      const { entries, problem } = fromText(other);
      assert.ok(["empty", "foreign"].includes(problem), problem);
      assert.deepEqual(entries, []);
    },
  );
});

for (const [change, problem, taken] of [
  [{ version: 2 }, "newer", 1],
  [{ version: 2, entries: "elsewhere" }, "newer", 0],
  [{ version: "1" }, "damaged", 1],
  [{ entries: {} }, "damaged", 0],
  [{ entries: [] }, "empty", 0],
  [{ format: "other" }, "foreign", 0],
])
  test(`a file of another shape is named: ${text(change)}`, () => {
    const file = { format: "unruffled-record", version: 1, entries: [entry("a")], ...change };
    const read = fromText(text(file));
    assert.deepEqual([read.problem, read.entries.length], [problem, taken]);
  });
