// What the answers of a team say about questions: the figures of other programs, and plain words.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { analyse, reading, reliability } from "#unruffled/browser/core/items.js";

const CASES = JSON.parse(readFileSync(new URL("../vectors/items.json", import.meta.url), "utf8"));

const near = (ours, theirs) =>
  assert.ok(
    theirs === null ? ours === undefined : Math.abs(ours - theirs) <= 1e-9,
    `${ours}, ${theirs}`,
  );

for (const { name, rows, items, alpha, error } of CASES)
  test(`figures are those of pingouin and scipy to a billionth: ${name}`, () => {
    const found = analyse(rows);
    assert.equal(found.length, items.length);
    for (const [index, theirs] of items.entries()) {
      assert.equal(found[index].n, theirs.n);
      near(found[index].difficulty, theirs.difficulty);
      near(found[index].discrimination, theirs.discrimination);
    }
    const sure = reliability(rows);
    near(sure?.alpha, alpha);
    near(sure?.error, error);
  });

test("the published example gives its published figures", () => {
  const { rows } = CASES.find(({ name }) => name === "published");
  // As printed: p of each item, and the variance of the totals (of all, not of a sample).
  const printed = [0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6];
  const found = analyse(rows).map(({ difficulty }) => difficulty);
  assert.equal(found.length, printed.length);
  for (const [index, each] of printed.entries()) near(found[index], each);
  const spread = printed.reduce((sum, p) => sum + p * (1 - p), 0);
  near(reliability(rows).alpha, (10 / 9) * (1 - spread / 5.84));
});

for (const rows of [
  [],
  [[1]],
  [[1, 0]],
  [
    [1, 1],
    [1, 1],
  ],
  [
    [null, null],
    [null, 1],
  ],
  [[1], [0], [1]],
])
  test(`where nothing varies or too few answered, no figure is made up: ${JSON.stringify(rows)}`, () => {
    assert.equal(reliability(rows), undefined);
    assert.ok(analyse(rows).every(({ discrimination }) => discrimination === undefined));
  });

test("a figure is read in plain words, and not from too few", () => {
  const wrongKey = { n: 40, difficulty: 0.2, discrimination: -0.3 };
  const fine = { n: 40, difficulty: 0.7, discrimination: 0.4 };
  const dead = [
    { share: 0.5, right: true },
    { share: 0.01, right: false },
  ];
  const words = (item, choices) => reading(item, choices).join(" ");
  assert.match(words(wrongKey, []), /look whether the right answer is right/);
  assert.match(words(fine, dead), /One wrong choice is hardly ever taken\./);
  assert.equal(words(fine, []), "");
  assert.equal(words({ ...wrongKey, n: 9 }, []), "");
});
