// What a package tells its platform, however that writes things: nothing better is written over, and
// what is cut is cut between characters.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cut } from "#unruffled/formats/scorm/sco/cut.js";
import { Report } from "#unruffled/formats/scorm/sco/report.js";

const MISSED = { percent: 76, passed: false };
const REACHED = { percent: 90, passed: true };

/** Whether the learner only looks, and the scores and states that a platform is told of an outcome. */
function told(values, outcome) {
  const all = [];
  const lms = {
    get: (name) => values[name] ?? "",
    set: (name, value) => Boolean(all.push([name, String(value)])),
    save() {},
  };
  const options = { status: "passed-failed", interactions: true, answered: 0, open: [] };
  const report = new Report(lms, options);
  report.outcome(outcome);
  const results = all.filter(([name]) => /raw|status/.test(name));
  return [report.looking, results.map(([, value]) => value)];
}

for (const [raw, status, outcome, expected] of [
  ["85", "failed", MISSED, []],
  ["85,00", "failed", MISSED, []],
  ["85.00", "failed", MISSED, []],
  ["85 %", "failed", MISSED, []],
  ["85%", "Failed", MISSED, []],
  ["\u00a085,5 %", "failed", MISSED, []],
  ["85/100", "failed", MISSED, []],
  ["８５", "failed", MISSED, []],
  ["eighty-five", "failed", MISSED, []],
  ["eighty-five", "failed", REACHED, ["90", "passed"]],
  ["eighty-five", "passed", REACHED, []],
  ["85,00", "failed", REACHED, ["90", "passed"]],
  ["", "Passed", MISSED, ["76"]],
  ["", "PASSED ", MISSED, ["76"]],
  ["", "Completed", MISSED, ["76"]],
  ["95,00", "Passed", REACHED, []],
  ["0", "incomplete", MISSED, ["76", "failed"]],
  ["null", "incomplete", MISSED, ["76", "failed"]],
  ["", "Not Attempted", MISSED, ["incomplete", "76", "failed"]],
  ["", "not_attempted", REACHED, ["incomplete", "90", "passed"]],
])
  test(`a better result stays however the platform writes it: ${raw}, ${status}, ${outcome.percent}`, () => {
    const values = { "cmi.core.score.raw": raw, "cmi.core.lesson_status": status };
    assert.deepEqual(told(values, outcome), [false, expected]);
  });

test("who looks by another word changes nothing either", () => {
  assert.deepEqual(told({ "cmi.core.lesson_mode": "Review" }, REACHED), [true, []]);
});

const partsOf = (text) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);

for (const face of ["🙂", "👍🏽", "👩‍👩‍👧‍👦", "🇩🇪", "é", "각"])
  test(`a text is cut between characters: ${face}`, () => {
    for (let at = 230; at < 256; at += 1) {
      const text = "a".repeat(at) + face.repeat(60);
      const made = cut(text, 255);
      assert.ok(made.length <= 255 && made.length > 225, `${at}: ${made.length}`);
      assert.ok(made.isWellFormed());
      if (made === text) continue;
      assert.ok(made.endsWith("…"));
      const kept = partsOf(made.slice(0, -1));
      assert.deepEqual(kept, partsOf(text).slice(0, kept.length));
    }
  });

test("half a character that was typed is written as unreadable", () => {
  const made = ["a\ud83d", "\ude42b", "🙂"].map((text) => cut(text, 255));
  assert.deepEqual(made, ["a\ufffd", "\ufffdb", "🙂"]);
});
