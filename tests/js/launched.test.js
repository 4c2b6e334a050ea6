// What the last page of a session could not take over any more is sent by the next; no more than that.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isUndone } from "#unruffled/browser/core/launched.js";

const LEFT = { from: 1_000, until: 5_000_000 };

test("what was answered just before a page was left is undone", () => {
  assert.equal(isUndone({ at: 4_999_990, t: 4_999_990 }, LEFT), true);
});

test("what was taken over is not", () => {
  assert.equal(isUndone({ at: 1_000, t: 4_999_990 }, LEFT), false);
});

test("what came after the page was left is the learner's own", () => {
  assert.equal(isUndone({ at: 5_000_001, t: 5_000_001 }, LEFT), false);
});

test("so is what came after it by a clock that was put back", () => {
  assert.equal(isUndone({ at: 5_000_001, t: 3_000_000 }, LEFT), false);
});
