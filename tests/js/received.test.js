// Links and codes as mail and chat programs hand them on: what the checksum allows is put right,
// everything else is named, and nothing is ever taken for something else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { recognise } from "#unruffled/browser/core/assignment-link.js";
import { readCodes } from "#unruffled/browser/core/codes.js";
import { readResult } from "#unruffled/browser/core/result.js";
import { Chance } from "./chance.js";
import { coded, fileOf, linkText, makeResult } from "./results.js";

const ROOT = "https://handbook.example/handbook/";
const ADDRESS = `${ROOT}course/assignment/#a=`;

// --- What programs do

const pieces = (text, width) => text.match(new RegExp(`[\\s\\S]{1,${width}}`, "g"));
const folded =
  (width, end, start = "") =>
  (text) =>
    pieces(text, width).join(`${end}\n${start}`);
const insert = (text, at, sign) => text.slice(0, at) + sign + text.slice(at);
const between =
  (...signs) =>
  (
    text,
    chance, // in what has a checksum
  ) =>
    insert(text, chance.whole(text.length - 20, text.length - 1), chance.pick(signs));
const behind =
  (...signs) =>
  (text, chance) =>
    text + chance.pick(signs);

/** Put signs that nobody sees anywhere. */
function hidden(text, chance) {
  let made = text;
  for (let count = 0; count < 3; count += 1)
    made = insert(
      made,
      chance.whole(0, made.length - 1),
      chance.pick("\u200b\u00ad\u2060\ufeff\u200d"),
    );
  return made;
}

const HARMLESS = {
  nothing: (text) => text,
  percent: (text) => text.replace("#", "%23").replaceAll("=", "%3D"),
  "percent twice": (text) => text.replace("#", "%2523").replaceAll("=", "%253D"),
  "all of it in percent": (text) => encodeURIComponent(text),
  "quoted-printable": (text) => text.replaceAll("=", "=3D").replaceAll(".", "=2E"),
  entities: (text) => text.replace("#", "&#35;").replaceAll("=", "&#x3D;"),
  folded: folded(76, ""),
  "folded softly": folded(75, "="),
  "folded softly for Windows": folded(75, "=\r"),
  "quoted in an answer": folded(60, "", "> "),
  "a space": between(" ", "%20", "\t", "\r\n", "%0D%0A", "<wbr>"),
  hidden,
  "a sign behind": behind(".", ")", ",", ">", ";", '"', "”", "’", "…", "*", "&gt;", "%3E"),
  "a campaign behind": behind("&utm_source=mail", "&amp;fbclid=1", "?utm_medium=x", "%26x=1"),
  "in brackets": (text) => `<${text}>`,
  "in quotes": (text) => `“${text}”`,
  "escaped for Markdown": (text) => text.replace(/([_\-.#])/g, "\\$1"),
  "one dash": (text) => text.replaceAll("-", "\u2011"),
};
const HURTFUL = {
  cut: (text, chance) => text.slice(0, -chance.whole(1, 39)),
  "one sign changed": (text, chance) => {
    const at = chance.whole(text.length - 30, text.length - 1);
    return text.slice(0, at) + chance.pick("AbZ09_") + text.slice(at + 1);
  },
  "one sign lost": (text, chance) => {
    const at = chance.whole(text.length - 30, text.length - 1);
    return text.slice(0, at) + text.slice(at + 1);
  },
  "small letters": (text) => text.toLowerCase(),
  capitals: (text) => text.toUpperCase(),
};

const some = (count, make) => Array.from({ length: count }, (_, number) => make(number));
const seedOf = (way) => [...way].reduce((sum, letter) => sum * 31 + letter.codePointAt(0), 7);
const hex = (chance) =>
  chance
    .whole(0, 2 ** 32 - 1)
    .toString(16)
    .padStart(8, "0");

function anAssignment(chance) {
  const letters = [..."abc Größe漢字🙂?&=#-~"];
  const title = some(chance.whole(1, 60), () => chance.pick(letters)).join("");
  const steps = new Array(chance.whole(1, 9)).fill(["stay-calm", hex(chance)]);
  return linkText({ title: `T${title}`, note: title, steps });
}

function aCode(chance, name) {
  const row = [chance.whole(0, 2), chance.whole(-1, 100), chance.whole(0, 9)];
  return coded(hex(chance), "Calm – ~?>", name, 29_833_333, [row, row, row]);
}

// --- Links

const recognised = (address) => {
  const { text, problem = "" } = recognise(address);
  return [text, problem];
};

for (const [way, change] of Object.entries(HARMLESS))
  test(`a link that a program has changed opens the same assignment: ${way}`, () => {
    const chance = new Chance(seedOf(way));
    for (const text of some(60, () => anAssignment(chance)))
      assert.deepEqual(recognised(change(`${ADDRESS}${text}`, chance)), [text, ""]);
  });

test("any two of these changes lead to the assignment or to a word", () => {
  const chance = new Chance(5);
  const ways = Object.values(HARMLESS);
  let right = 0;
  for (const text of some(1500, () => anAssignment(chance))) {
    const one = chance.pick(ways);
    const two = chance.pick(ways.filter((way) => way !== one));
    const [got, problem] = recognised(two(one(`${ADDRESS}${text}`, chance), chance));
    assert.ok(got === text || problem);
    right += Number(got === text);
  }
  assert.ok(right >= 0.97 * 1500, `${right} of 1500`);
});

for (const [way, change] of Object.entries(HURTFUL))
  test(`what cannot be put right is told, and is no other assignment: ${way}`, () => {
    const chance = new Chance(seedOf(way));
    for (const text of some(150, () => anAssignment(chance))) {
      const [got, problem] = recognised(change(`${ADDRESS}${text}`, chance));
      assert.notEqual(got === text, ["cut", "changed", "cased"].includes(problem));
      if (["small letters", "capitals"].includes(way)) assert.equal(problem, "cased");
    }
  });

for (const [what, text, problem] of [
  ["no link", `${ROOT}course/assignment/`, "empty"],
  ["a place", `${ROOT}course/assignment/#hand-in`, "empty"],
  ["no text", `${ADDRESS}x`, "cut"],
  ["later", `${ADDRESS}2.abc.12345678`, "newer"],
  ["forged", `${ADDRESS}${linkText({ title: "T", steps: [] })}`, "forged"],
  ["percents", `${ADDRESS}${"%25".repeat(50_000)}`, "cut"],
  ["heads", "a=1.".repeat(50_000), "empty"],
  ["begun", "eyJ".repeat(60_000), "empty"],
])
  test(`an address without an assignment is named for what it is: ${what}`, () => {
    assert.deepEqual(recognised(text), ["", problem]);
  });

// --- Short codes

const codesIn = (text) =>
  readCodes(text).map(({ code, summary, problem = "" }) => [code, summary?.name ?? "", problem]);
const AROUND = [
  (code) => code,
  (code) => `Hello! My code: ${code}. Bye, Ben`,
  (code) => `Code:\r\n${code}\r\n\r\nBest wishes,\r\nBen`,
  (code) => `(${code})`,
];

for (const [way, change] of Object.entries(HARMLESS).filter(([name]) => name !== "in quotes"))
  test(`a code that a program has changed is read: ${way}`, () => {
    const chance = new Chance(seedOf(way));
    for (const number of some(40, (each) => each)) {
      const name = `Ben ${number} Ångström`;
      const code = aCode(chance, name);
      const text = AROUND[number % 4](change(code, chance));
      assert.deepEqual(codesIn(text), [[code, name, ""]], text);
    }
  });

for (const [way, change] of Object.entries(HURTFUL))
  test(`a code that cannot be read is told, and is nobody else's: ${way}`, () => {
    const chance = new Chance(seedOf(way));
    for (const number of some(80, (each) => each)) {
      const code = aCode(chance, "Ben");
      const text = AROUND[number % 4](change(code, chance));
      const found = codesIn(text);
      if (["damaged", "cut"].includes(found[0][2])) continue;
      assert.deepEqual(found, [[code, "Ben", ""]], text);
    }
  });

test("many codes in one message are read, and the broken one is named", () => {
  const chance = new Chance(3);
  const codes = some(30, (number) => aCode(chance, `Person ${number}`));
  codes[10] = codes[10].slice(0, -4);
  const lines = codes.map((code, at) => `Person ${at}: ${code.slice(0, 40)}=\r\n${code.slice(40)}`);
  const found = codesIn(lines.join("\r\n"));
  assert.deepEqual(
    found.map(([, name]) => name).filter(Boolean),
    some(30, (at) => `Person ${at}`).filter((_, at) => at !== 10),
  );
  assert.deepEqual(found.map(([, , problem]) => problem).filter(Boolean), ["cut"]);
});

for (const [text, problems] of [
  ["", []],
  [" \n", []],
  ["Dear trainer, see menu1.pdf and u2.de", ["none"]],
])
  test(`a text without a code says so: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      codesIn(text).map(([, , problem]) => problem),
      problems,
    );
  });

const ROW = [2, 80, 1];

for (const [what, ...values] of [
  ["an absurd time", "00000000", "Calm", "Ben", 100_000_000_000, [ROW]],
  ["a time before all", "00000000", "Calm", "Ben", -5, [ROW]],
  ["no time", "00000000", "Calm", "Ben", null, [ROW]],
  ["a time in words", "00000000", "Calm", "Ben", "1", [ROW]],
  ["too many steps", "00000000", "Calm", "Ben", 29_833_333, new Array(61).fill(ROW)],
  ["a state that is none", "00000000", "Calm", "Ben", 29_833_333, [[3, 80, 1]]],
  ["a per cent over 100", "00000000", "Calm", "Ben", 29_833_333, [[2, 101, 1]]],
  ["tries without end", "00000000", "Calm", "Ben", 29_833_333, [[2, 80, 1e12]]],
  ["a long name", "00000000", "Calm", "B".repeat(121), 29_833_333, [ROW]],
  ["a long title", "00000000", "C".repeat(200), "Ben", 29_833_333, [ROW]],
  ["a long id", "0".repeat(100), "Calm", "Ben", 29_833_333, [ROW]],
  ["a list for a name", "00000000", "Calm", [["Ben"]], 29_833_333, [ROW]],
  ["a value more", "00000000", "Calm", "Ben", 29_833_333, [ROW], 60, 1],
  ["a zone that there is not", "00000000", "Calm", "Ben", 29_833_333, [ROW], 9999],
  ["no list", "00000000", "Calm", "Ben", 29_833_333, { 0: ROW }],
])
  test(`a code with a value that this site never writes is damaged: ${what}`, () => {
    assert.deepEqual(
      codesIn(coded(...values)).map(([, , problem]) => problem),
      ["damaged"],
    );
  });

// --- Result files

const QUESTIONS = [1, 0, 1, 1].map((share, number) => ["empathy", `q${number}`, share]);
const aResult = (more) => {
  const link = linkText({ title: "Calm", steps: [["empathy", "abc123"]] });
  return makeResult("Zoë = Ångström", link, QUESTIONS, more);
};
const readOf = (text) => {
  const { problem = "", result, unread = 0 } = readResult(text);
  return [problem, result?.entries.length ?? -1, unread];
};

for (const [way, change] of Object.entries({
  "as it is": (text) => text,
  "with the line ends of Windows": (text) => text.replaceAll("\n", "\r\n"),
  "with the line ends of an old Mac": (text) => text.replaceAll("\n", "\r"),
  "with marks of byte order": (text) => `\ufeff\ufeff${text}`,
  "folded by a mail program": (text) => pieces(text.replaceAll("=", "=3D"), 70).join("=\r\n"),
  "with empty lines behind": (text) => `${text}\r\n\r\n`,
}))
  test(`a file is not altered by what only carried it: ${way}`, () => {
    assert.deepEqual(readOf(change(fileOf(aResult()))), ["", 5, 0]);
  });

let deep = 1;
for (let level = 0; level < 200; level += 1) deep = [deep];

for (const [what, change] of Object.entries({
  deep: { response: deep },
  long: { question: "q".repeat(9999) },
  "a number": { extra: 1e300 },
  "a time": { t: 1e17 },
  "another field": { more: [deep] },
  "a list": { drawn: new Array(5000).fill(0) },
}))
  test(`an entry out of all measure is left out and counted: ${what}`, () => {
    const made = aResult();
    made.entries.push({ ...made.entries[0], id: "other", mode: "practice", ...change });
    assert.deepEqual(readOf(fileOf(made)), ["", 5, 1]);
  });

for (const [what, change] of Object.entries({
  far: { made: "9999-12-31T00:00:00Z" },
  "a number": { made: 5 },
  long: { made: "1".repeat(50) },
  "a list": { site: ["x"] },
  "no link": { assignment: "x".repeat(10_000) },
}))
  test(`a head out of all measure is damaged: ${what}`, () => {
    assert.deepEqual(readOf(fileOf(aResult(change))), ["damaged", -1, 0]);
  });
