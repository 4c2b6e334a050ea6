// How far a learner is with a quiz.

import assert from "node:assert/strict";
import { test } from "node:test";
import { progress } from "#unruffled/browser/core/progress.js";

const QUIZ = {
  id: "quiz",
  mode: "practice",
  pass: 80,
  need: 3,
  questions: { a: ["r", "o", 1], b: ["r", "o", 1], c: ["r", "o", 1], own: ["r", "o", 0] },
};
const seen = (best, rev = "r") => ({ rev, best });
const far = (views, { results, ...change } = {}) =>
  progress({ ...QUIZ, ...change }, new Map(Object.entries(views)), results);

test("done needs enough answers and a mean that passes", () => {
  const full = { "quiz/a": seen(1), "quiz/b": seen(1), "quiz/c": seen(0.4) };
  assert.equal(far(full).state, "done"); // exactly 80 %
  assert.equal(far({ ...full, "quiz/c": seen(0.39) }).state, "begun");
  assert.equal(far({ "quiz/a": seen(1), "quiz/b": seen(1) }).state, "begun");
  assert.equal(far({ "other/a": seen(1) }).state, "new");
});

test("what learners judge themselves is answered and has no share", () => {
  const found = far({ "quiz/a": seen(1), "quiz/b": seen(1), "quiz/own": seen(0) });
  assert.deepEqual([found.answered, found.share, found.state], [3, 1, "done"]);
});

test("an answer to an older revision is a change and no answer", () => {
  const found = far({ "quiz/a": seen(1, "old"), "quiz/b": seen(0.5) });
  assert.deepEqual(found, {
    answered: 1,
    need: 3,
    share: 0.5,
    changed: 1,
    state: "begun",
    at: 0,
  });
});

test("answers to revisions of the earlier form hold for the questions as they are", () => {
  const questions = { a: ["r000000a", "o", 1], b: ["r000000b", "o", 1], c: ["r000000c", "o", 1] };
  const kept = { "quiz/a": seen(1, "0123abcd"), "quiz/b": seen(1, "r000000b") };
  const found = far({ ...kept, "quiz/c": seen(1, "r0000000") }, { questions });
  assert.deepEqual([found.answered, found.changed], [2, 1]);
});

test("a test is done when one was passed", () => {
  const of = (...results) => far({}, { mode: "test", questions: {}, results }).state;
  const [failed, passed] = [false, true].map((each) => ({ quiz: "quiz", passed: each }));
  assert.equal(of(), "new");
  assert.equal(of(failed), "begun");
  assert.equal(of(passed, failed), "done");
  assert.equal(of({ quiz: "another", passed: true }), "new");
});
