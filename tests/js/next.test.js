// What comes next for a learner.

import assert from "node:assert/strict";
import { test } from "node:test";
import { begun, known, next, sum } from "#unruffled/browser/core/next.js";

const step = (quiz, state = "new", at = 0, more = {}) => ({
  quiz,
  state,
  at,
  minutes: 10,
  mode: "practice",
  answered: state === "done" ? 4 : state === "begun" ? 1 : 0,
  need: 4,
  ...more,
});
const names = (steps) => steps.map(({ quiz }) => quiz);

test("what was begun last comes first, wherever it stands", () => {
  const steps = [step("a", "begun", 1), step("b"), step("c", "begun", 9), step("d", "done", 20)];
  assert.deepEqual(names(begun(steps)), ["c", "a"]);
  assert.equal(next(steps).quiz, "c");
});

test("behind what was done last comes what follows on it, and then what was left out", () => {
  assert.equal(next([step("a"), step("b", "done", 5), step("c"), step("d", "done", 3)]).quiz, "c");
  assert.equal(next([step("a"), step("b", "done", 5)]).quiz, "a");
  assert.equal(next([step("a"), step("b")]).quiz, "a");
  assert.equal(next([step("a", "done", 1)]), undefined);
});

test("nobody is led to a hard conversation, not even to one that was begun", () => {
  const hard = { hard: true };
  assert.equal(next([step("a", "new", 0, hard), step("b")]).quiz, "b");
  assert.deepEqual(begun([step("a", "begun", 4, hard)]), []);
});

test("answers count, and not whole modules alone", () => {
  const steps = [step("a", "done", 1), step("b", "begun", 2), step("c")];
  assert.deepEqual(sum(steps), { done: 1, total: 3, answered: 5, asked: 12, left: 20 });
  const play = step("scenario:x", "done", 1, { mode: "scenario", answered: 1, need: 1 });
  assert.deepEqual(sum([play]), { done: 1, total: 1, answered: 0, asked: 0, left: 0 });
});

test("what the site cannot see done is no step", () => {
  const data = { quizzes: { a: { id: "a", mode: "test", need: 7 } } };
  const found = known([{ quiz: "a", title: "A" }, { quiz: "gone" }, {}], data, { a: { at: 3 } });
  assert.deepEqual(found, [
    { quiz: "a", title: "A", mode: "test", hard: undefined, need: 7, at: 3 },
  ]);
});
