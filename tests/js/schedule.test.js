// When a question comes back: the numbers of FSRS, and what a record may hold that is not sound.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { due, dueToday, upcoming } from "#unruffled/browser/core/schedule.js";

process.env.TZ = "UTC";
const DAY = 86_400_000;
const NOW = 1_800_000_000_000;

// Days since the review before and grade (1 again, 2 hard, 3 good) of each review; then the
// stability and the days to the next one. Made with version 6.3.2 of the package `fsrs` for Python:
// Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False).
const VECTORS = [
  ["0:3", 2.3065, 2],
  ["0:2", 1.2931, 1],
  ["0:1", 0.212, 1],
  ["0:3 2:3 8:3 30:3", 122.541348, 123],
  ["0:1 1:1 1:2 1:3 4:3", 3.731309, 4],
  ["0:3 2:3 11:3 47:1", 2.939745, 3],
  ["0:3 2:3 11:3 47:1 1:3 3:3", 10.03947, 10],
  ["0:2 1:2 3:2 9:2", 12.894029, 13],
  ["0:3 0.25:1", 0.775084, 1],
  ["0:3 0.25:3 3:3", 13.83584, 14],
  ["0:3 400:3", 65.60482, 66],
  ["0:3 400:1 1:2", 2.488121, 2],
  ["0:3 1.1:3 2.1:3 5.1:3", 35.165327, 35],
  ["0:3 1:3 5:1 2:3 21:3 8:2", 27.959373, 28],
  ["0:1 5:3 3:3 13:3 40:3 3:3 5:3 1:3 8:3", 109.35071, 109],
  ["0:2 13:3 21:3 3:3 5:1 1:3 3:3 8:3 3:3 40:3 1:3 3:3 5:2", 54.489044, 54],
  [
    "0:1 1:3 40:1 5:2 3:2 3:1 3:3 40:1 2:1 8:3 5:2 40:2 2:3 21:1 13:3 13:1 21:2 1:3 " +
      "21:3 13:3 40:3",
    20.487938,
    20,
  ],
  [
    "0:2 13:3 3:3 5:3 2:1 40:1 8:1 40:3 40:2 13:3 13:3 5:3 21:3 13:3 21:2 2:3 13:3 " +
      "5:2 13:3 2:3 5:3 21:3 2:1 1:3 8:2 21:3 1:3 2:3 1:3 40:3 21:2",
    27.091561,
    27,
  ],
];

const dueOf = (reviews, more = {}) => due({ reviews, ...more }, NOW);
const rounded = (number) => Number(number.toFixed(4));

/** The reviews of a vector; the last one is now. */
function reviewsOf(steps) {
  const pairs = steps.split(" ").map((step) => step.split(":").map(Number));
  let at = NOW - pairs.reduce((sum, [days]) => sum + days, 0) * DAY;
  return pairs.map(([days, grade]) => {
    at += days * DAY;
    return [at, grade];
  });
}

test("stability and date are those of another implementation", () => {
  assert.equal(VECTORS.length, 18);
  for (const [steps, stability, days] of VECTORS) {
    const found = dueOf(reviewsOf(steps));
    assert.equal(rounded(found.stability), rounded(stability), steps);
    if (!steps.endsWith(":1")) assert.equal(rounded((found.due - NOW) / DAY), days, steps);
  }
});

test("what was wrong last is due the next day, where FSRS would let it wait, too", () => {
  const wrong = VECTORS.filter(([steps]) => steps.endsWith(":1"));
  assert.equal(Math.max(...wrong.map(([, , days]) => days)), 3);
  for (const [steps] of wrong) assert.equal(dueOf(reviewsOf(steps)).due, NOW + DAY);
});

test("what was right first and wrong later the same day is due the next day", () => {
  const reviews = reviewsOf("0:3 2:3 11:3");
  assert.ok(dueOf(reviews, { last: 1 }).due > NOW + 30 * DAY);
  assert.equal(dueOf(reviews, { last: 0.5 }).due, NOW + DAY);
});

test("a review dated in the future is due now", () => {
  assert.equal(dueOf([[NOW + 400 * DAY, 3]]).due, NOW);
});

test("a review of later today is not taken for a wrong clock: two devices differ by a minute", () => {
  assert.ok(dueOf([[NOW + 60_000, 3]]).due > NOW + DAY);
});

test("a clock moved back counts as no time", () => {
  const moved = dueOf([
    [NOW - 5 * DAY, 3],
    [NOW - 9 * DAY, 3],
  ]);
  assert.deepEqual(
    moved,
    dueOf([
      [NOW - 9 * DAY, 3],
      [NOW - 9 * DAY, 3],
    ]),
  );
});

test("nights count and not hours: who comes at 20:00 and at 8:00 has slept", () => {
  const half = dueOf([
    [NOW - DAY / 2, 3],
    [NOW, 3],
  ]);
  assert.deepEqual(
    half,
    dueOf([
      [NOW - DAY, 3],
      [NOW, 3],
    ]),
  );
});

test("a view without a readable review is never due", () => {
  const none = [null, "3", 7, {}, [], [null], [[]], [["x", 3]], [[NOW]], [[NOW, 4]], [[NOW, "3"]]];
  for (const reviews of none) assert.equal(dueOf(reviews).due, Infinity, JSON.stringify(reviews));
});

test("junk between reviews is passed over", () => {
  const found = dueOf([[NOW - DAY, 3], null, [], ["x", 3], [NOW, 9], [NOW, 3]]);
  assert.deepEqual(
    found,
    dueOf([
      [NOW - DAY, 3],
      [NOW, 3],
    ]),
  );
});

test("no view makes it throw or answer without a number", () => {
  const values = [
    0,
    1,
    2,
    3,
    -1,
    0.5,
    1e300,
    -1e300,
    1e308,
    -1e308,
    NOW,
    NaN,
    Infinity,
    null,
    undefined,
    "",
    "1",
    [],
    {},
    true,
    5e-324,
  ];
  let seed = 7;
  const pick = () => {
    seed = (seed * 48271) % 2147483647;
    return values[seed % values.length];
  };
  for (let number = 0; number < 20000; number += 1) {
    const reviews = Array.from({ length: number % 6 }, () => [pick(), pick()]);
    const view = number % 50 ? { reviews, last: pick(), t: pick() } : pick();
    const answer = due(view, NOW);
    const sound = Object.values(answer).every((each) => each >= 0 || each < 0);
    assert.ok(sound, `${JSON.stringify(view)} gives ${JSON.stringify(answer)}`);
  }
});

function listed(list, views) {
  const questions = Object.fromEntries([..."abcd"].map((name) => [name, ["r1", "o", 1]]));
  const data = { quizzes: { quiz: { questions } } };
  return list(data, new Map(Object.entries(views)), NOW).map(({ key }) => key);
}

const view = (daysAgo, grade, rev = "r1") => ({
  rev,
  last: Number(grade > 1),
  reviews: [[NOW - daysAgo * DAY, grade]],
});

test("due today are those that were wrong or whose time has come, the oldest first", () => {
  const views = {
    "quiz/a": view(1, 1),
    "quiz/b": view(9, 3), // was due after 2 days
    "quiz/c": view(1, 3),
    "quiz/d": view(0, 1), // wrong today: tomorrow
  };
  assert.deepEqual(listed(dueToday, views), ["quiz/b", "quiz/a"]);
  assert.deepEqual(listed(upcoming, views), ["quiz/b", "quiz/a", "quiz/c", "quiz/d"]);
});

test("a changed question is due and one that is gone is not", () => {
  const views = {
    "quiz/a": view(0, 3, "r0"),
    "quiz/gone": view(9, 1),
    "gone/a": view(9, 1),
    "constructor/name": view(9, 1),
    "": view(9, 1),
  };
  assert.deepEqual(listed(dueToday, views), ["quiz/a"]);
});

test("what is due later today is asked today: who comes an hour earlier is not sent away", () => {
  assert.deepEqual(listed(dueToday, { "quiz/a": view(23 / 24, 1) }), ["quiz/a"]);
});

test("the scheduler asks for no other file than the calendar, the revisions and the algorithm", () => {
  const found = new Set();
  const read = (url) => {
    if (found.has(url.href)) return;
    found.add(url.href);
    const text = readFileSync(url, "utf8");
    for (const [, path] of text.matchAll(/\b(?:from|import)\s*\(?\s*["']([^"']+)["']/g))
      read(new URL(path, url));
  };
  read(new URL(import.meta.resolve("#unruffled/browser/core/schedule.js")));
  const names = [...found].map((each) => each.split("/").slice(-2).join("/")).sort();
  const own = ["core/days.js", "core/revision.js", "core/schedule.js"];
  assert.deepEqual(names, [...own, "ts-fsrs/index.js"]);
});
