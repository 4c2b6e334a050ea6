// Sign-off sheets as files, and who is signed off by them.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  asFile,
  isSheet,
  makeSheet,
  readSheet,
  signedOf,
} from "#unruffled/browser/core/signoff.js";

const sheet = (levels, more = {}) =>
  makeSheet(
    {
      site: "Handbook",
      rubric: "abc",
      who: "Ana",
      observer: "Ben",
      second: "",
      day: "2026-11-20",
      kind: "call",
      about: "A late parcel",
      practice: false,
      needed: 3,
      rows: levels.map((level, at) => ({ id: `r${at}`, label: `Row ${at}`, level, words: "" })),
      next: "",
      ...more,
    },
    new Date(2026, 10, 21),
  );
const read = (given, altered = false) => ({ file: "a.json", sheet: given, altered });

for (const [levels, more, result] of [
  [[3, 4, 0], {}, "signed-off"],
  [[3, 2, 0], {}, "not-yet"],
  [[0, 0, 0], {}, "not-yet"],
  [[4, 4, 4], { practice: true }, "practice"],
])
  test(`a sheet says what follows from its rows: ${levels} ${result}`, () => {
    assert.equal(sheet(levels, more).result, result);
  });

test("a sheet is read as it was written, also with the line ends of Windows", () => {
  const text = asFile(sheet([3, 4]));
  assert.ok(isSheet(text));
  assert.deepEqual(readSheet(text), { sheet: sheet([3, 4]) });
  assert.deepEqual(readSheet(text.replaceAll("\n", "\r\n")), { sheet: sheet([3, 4]) });
});

for (const [what, change, problem] of [
  ["a level", (text) => text.replace('"level": 2', '"level": 4'), "altered"],
  ["the result", (text) => text.replace("not-yet", "signed-off"), "altered"],
  ["cut", (text) => text.slice(0, -20), "damaged"],
  ["a level that is none", (text) => text.replace('"level": 2', '"level": 9'), "damaged"],
  ["later", (text) => text.replace('"version": 1', '"version": 2'), "newer"],
])
  test(`a sheet that was changed is told: ${what}`, () => {
    assert.equal(readSheet(change(asFile(sheet([3, 2])))).problem, problem);
  });

test("whoever is signed off is so by the last sheet that decides", () => {
  const early = read(sheet([3, 3]));
  const late = read(sheet([2, 3], { day: "2026-12-01", about: "A refund" }));
  const later = read(sheet([3, 3], { day: "2026-12-08", about: "A call" }));
  const played = read(sheet([1, 1], { day: "2026-12-09", practice: true }));
  const by = (...all) => signedOf(all)[0].by?.sheet.day;
  assert.equal(by(early), "2026-11-20");
  assert.equal(by(early, late), undefined);
  assert.equal(by(later, played, late, early), "2026-12-08");
  assert.equal(by(read(sheet([3, 3]), true)), undefined);
});

test("two who watched one contact must both say so, and where they differ is told", () => {
  const other = read(sheet([1, 3], { observer: "Cy" }));
  const [found] = signedOf([read(sheet([3, 3])), other]);
  assert.deepEqual([found.by, found.apart], [undefined, ["Row 0"]]);
});

test("sheets of a person with two names are read together where the trainer has said so", () => {
  const two = [read(sheet([3])), read(sheet([3], { who: "Anna", about: "Another" }))];
  assert.equal(signedOf(two).length, 2);
  assert.equal(signedOf(two, new Map([["anna", "ana"]])).length, 1);
});
