// A plan of days on which a learner reviews.

import assert from "node:assert/strict";
import { test } from "node:test";
import { planned, weekOf } from "#unruffled/browser/core/plan.js";

/** A Saturday, at noon. */
const NOW = new Date(2026, 10, 28, 12).getTime();
const at = (days, hour = 9) => new Date(2026, 10, 28 + days, hour).getTime();

test("the chosen days of the next weeks, from tomorrow on", () => {
  const days = planned([1, 4], 2, [], NOW).map(({ day }) => day);
  assert.deepEqual(days, ["2026-11-30", "2026-12-03", "2026-12-07", "2026-12-10"]);
  assert.deepEqual(planned([6], 1, [], NOW), [{ day: "2026-12-05", count: 0 }]);
  assert.deepEqual(planned([], 4, [], NOW), []);
});

test("each day has what is due by its end and not by the planned day before", () => {
  const dues = [at(-3), at(0), at(2, 23), at(3), at(5), at(40)];
  assert.deepEqual(
    planned([1, 4], 1, dues, NOW).map(({ count }) => count),
    [3, 2],
  );
});

test("a week begins where the language begins it, and has seven names", () => {
  assert.deepEqual(weekOf("en-GB")[0], { day: 1, name: "Monday" });
  assert.deepEqual(weekOf("en-US")[0], { day: 0, name: "Sunday" });
  assert.equal(new Set(weekOf("ar").map(({ name }) => name)).size, 7);
});
