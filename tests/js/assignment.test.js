// Links of assignments and files of results: checksums, hostile texts, other kinds of text altogether.
// tests/unit/test_links_in_both.py compares the links with those that the build writes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, encode } from "#unruffled/browser/core/assignment.js";
import { readCodes } from "#unruffled/browser/core/codes.js";
import { asCode, readCode, readResult } from "#unruffled/browser/core/result.js";
import { fileOf, linkText, makeResult } from "./results.js";

const STEPS = [["a", "1"]];

test("ten modules with a full note and a key fit 1500 characters", () => {
  const names = [
    "acknowledge-and-apologise",
    "why-customers-get-difficult",
    "learn-from-interactions",
  ];
  const steps = [0, 1, 2, 3].flatMap((at) =>
    names.map((name) => [`${name}${"x".repeat(at)}`.slice(0, 27), "abcdef"]),
  );
  const text = encode({
    title: "W".repeat(40),
    note: "n".repeat(280),
    steps: steps.slice(0, 10),
    mode: "test",
    pass: 79,
    attempts: 20,
    due: "2027-03-31",
    zone: "America/Argentina/Buenos_Aires",
    minutes: 240,
    fixed: true,
    key: `${"A".repeat(43)}.${"b".repeat(43)}`,
  });
  const address = `https://organisation.github.example/handbook/course/assignment/#a=${text}`;
  assert.ok(address.length <= 1500, `${address.length}`);
});

test("every cut and every changed letter of a link is noticed", () => {
  const text = linkText({ title: "Calm", steps: [["stay-calm", "abc123"]] });
  for (let at = 0; at < text.length; at += 1) {
    if (at) assert.equal(decode(text.slice(0, at)).problem, "cut");
    const changed = text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
    assert.equal(decode(changed).problem, "cut", changed);
  }
});

// By its text, since an object that is written down here has no own "__proto__".
const polluted = JSON.parse('{"title":"T","steps":[["a","1"]],"__proto__":{"mode":"test"}}');

for (const data of [
  [],
  null,
  {},
  { title: "T", steps: [] },
  { title: " ", steps: STEPS },
  { title: "T".repeat(81), steps: STEPS },
  { title: "T", steps: [["a b", "1"]] },
  { title: "T", steps: [["../a", "1"]] },
  { title: "T", steps: [["javascript:x", "1"]] },
  { title: "T", steps: new Array(61).fill(STEPS[0]) },
  { title: "T", steps: STEPS, more: 1 },
  { title: "T", steps: STEPS, pass: 101 },
  { title: "T", steps: STEPS, pass: "80" },
  { title: "T", steps: STEPS, due: "2027-02-30" },
  { title: "T", steps: STEPS, due: "tomorrow" },
  { title: "T", steps: STEPS, key: "short" },
  polluted,
  { title: "T", steps: STEPS, minutes: 0.5 },
])
  test(`what this site does not make is refused, though its sum is right: ${JSON.stringify(data).slice(0, 60)}`, () => {
    assert.equal(decode(linkText(data)).problem, "forged");
  });

test("what this site makes is read", () => {
  assert.deepEqual(decode(linkText({ title: "T", steps: STEPS })).assignment.steps, STEPS);
});

test("a link of a later version says so", () => {
  assert.deepEqual(
    ["2.abc.12345678", "", "x"].map((text) => decode(text).problem),
    ["newer", "empty", "cut"],
  );
});

// --- Result files

const ASSIGNMENT = linkText({ title: "Calm", steps: [["stay-calm", "abc123"]], mode: "test" });
const aResult = (more) =>
  makeResult(
    "Ana",
    ASSIGNMENT,
    [
      ["stay-calm", "first", 1],
      ["stay-calm", "second", 0],
    ],
    more,
  );
const GOOD = fileOf(aResult());
const readOf = (text) => {
  const { problem = "", result, unread = 0 } = readResult(text);
  return [problem, result?.entries.length ?? -1, unread];
};

for (const [what, text, problem, entries = -1] of [
  ["empty", "", "empty"],
  ["only space", " \n", "empty"],
  ["prose", "Dear trainer, here is my result", "foreign"],
  ["another format", '{"format":"unruffled-record","entries":[]}', "foreign"],
  ["a list", "[1,2]", "foreign"],
  ["null", "null", "foreign"],
  ["cut in half", GOOD.slice(0, GOOD.length / 2), "damaged"],
  ["later version", fileOf(aResult({ version: 2 })), "newer"],
  ["no version", fileOf(aResult({ version: null })), "damaged"],
  ["entries no list", '{"format":"unruffled-result","version":1,"entries":{}}', "damaged"],
  ["name no text", fileOf(aResult({ name: { a: 1 } })), "damaged"],
  ["name too long", fileOf(aResult({ name: "x".repeat(10_000) })), "damaged"],
  [
    "deeply nested",
    `{"format":"unruffled-result","version":1,"entries":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    "damaged",
  ],
  ["one letter changed", GOOD.replaceAll("Ana", "Eva"), "altered", 3],
  ["a better score", GOOD.replace('"percent":50', '"percent":95'), "altered", 3],
])
  test(`a hostile file is named for what it is: ${what}`, () => {
    assert.deepEqual(readOf(text), [problem, entries, 0]);
  });

test("a sound file is read", () => {
  assert.deepEqual(readOf(GOOD), ["", 3, 0]);
});

test("a score that does not fit its answers shows, though the sum is right", () => {
  const made = aResult();
  Object.assign(made.entries.at(-1), { points: 2, percent: 100, passed: true });
  assert.deepEqual(readOf(fileOf(made)), ["altered", 3, 0]);
});

test("entries that cannot be read are counted and left out", () => {
  const made = aResult();
  const [first] = made.entries;
  const odd = JSON.parse('{"__proto__":{"v":1}}');
  made.entries.push(null, 7, odd, { ...first, share: 5 }, first);
  assert.deepEqual(readOf(fileOf(made)), ["", 3, 5]);
});

test("prototype keys change nothing for others", () => {
  const keys = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"site"';
  readResult(GOOD.replace('"site"', keys));
  assert.equal({}.polluted, undefined);
});

// --- Short codes

test("a short code comes back out of a message, and a cut one does not", () => {
  const steps = [
    { state: "done", percent: 85, tries: 2 },
    { state: "new", tries: 0 },
  ];
  const given = { id: "12345678", title: "Calm", name: "Zoë Ångström", steps };
  const code = asCode({ ...given, made: new Date(1_790_000_000_000) });
  assert.ok(code.length < 200);
  assert.deepEqual(
    readCodes(`Hi! ${code}, bye`).map((each) => each.code),
    [code],
  );
  const { summary } = readCode(code);
  assert.deepEqual([summary.name, summary.title, summary.id], ["Zoë Ångström", "Calm", "12345678"]);
  assert.deepEqual(
    summary.steps.map(({ state }) => state),
    ["done", "new"],
  );
  assert.equal(summary.steps[0].percent, 85);
  for (let end = 0; end < code.length; end += 1)
    for (const { problem } of readCodes(code.slice(0, end)))
      assert.ok(["damaged", "cut", "none"].includes(problem), problem);
});
