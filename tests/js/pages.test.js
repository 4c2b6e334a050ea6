// Pages found by name and by words, and the one list of what finder and pages have found.

import assert from "node:assert/strict";
import test from "node:test";

import { Pages, stem } from "../../hooks/unruffled/browser/core/pages.js";
import { together } from "../../hooks/unruffled/browser/core/together.js";

/** @param {string} name @param {string} what @param {string[]} headings */
const row = (name, what, headings = [], about = "") => [
  `${name.toLowerCase().replaceAll(" ", "-")}/`,
  name,
  what,
  "Course",
  about,
  "Section",
  headings.map((words) => [words.toLowerCase().replaceAll(" ", "-"), words]),
];

const DATA = {
  pages: [
    row(
      "Show empathy",
      "Module",
      ["Empathy is not agreement", "Use it when"],
      "Say what it means.",
    ),
    row("Apologise", "Module", ["Use it when"]),
    row("The parcel that is late", "Conversation"),
    row("Empathy in figures", "Page", ["Context"]),
    row("Glossary", "Page"),
  ],
  stop_words: ["the", "is", "it", "that", "what", "not", "when"],
};
// The parts are numbered from 0: each page, and behind it its headings. "H" is 7: what Context says.
const WORDS = { words: "caddy proxy", places: "H H" };

/** @param {string} asked */
const found = (asked, pages = new Pages(DATA)) =>
  pages.find(asked).map(({ what, label, where }) => `${what}: ${label} (${where})`);

test("a name is found by a word of it, the page before its parts", () => {
  assert.deepEqual(found("empathy"), [
    "Module: Show empathy (Course)",
    "Page: Empathy in figures (Course)",
    "Section: Empathy is not agreement (Show empathy)",
  ]);
});

test("common words are left out where there are others, and count where there are none", () => {
  assert.deepEqual(found("what is the late parcel"), [
    "Conversation: The parcel that is late (Course)",
  ]);
  assert.deepEqual(found("when it"), [
    "Section: Use it when (Show empathy)",
    "Section: Use it when (Apologise)",
  ]);
});

test("another ending, a word that is still typed and a slip find the same", () => {
  for (const asked of ["apologising", "apologised", "apologizes", "apol", "apologies", "aplogise"])
    assert.deepEqual(found(asked), ["Module: Apologise (Course)"], asked);
});

test("words that end alike are no stem of one another", () => {
  assert.notEqual(stem("letter"), stem("let"));
  assert.equal(stem("escalation"), stem("escalate"));
  assert.equal(stem("certificates"), stem("certificate"));
});

test("a word of the text finds the page, with the part that it stands in, once it is known", () => {
  const pages = new Pages(DATA);
  assert.deepEqual(found("caddy", pages), []);
  pages.learn(WORDS);
  assert.deepEqual(found("caddy", pages), ["Page: Empathy in figures (Context)"]);
  assert.deepEqual(found("caddy proxy", pages), ["Page: Empathy in figures (Context)"]);
});

test("a result needs nearly all words of the question", () => {
  assert.deepEqual(found("empathy submarine"), []);
  assert.deepEqual(found("submarine"), []);
  assert.deepEqual(found(""), []);
  assert.deepEqual(found("e"), []);
});

test("cards stand first, then what is called so, then a few phrases and pages in turn", () => {
  const item = (kind, id, more = {}) => ({ kind, id, ...more });
  const phrases = [1, 2, 3, 4, 5].map((n) => item("phrase", `phrase ${n}`));
  const others = [1, 2, 3, 4, 5, 6].map((n) => item("page", `page ${n}`));
  const list = together(
    [
      item("card", "risk", { risk: true }),
      item("card", "card"),
      item("letter", "letter"),
      ...phrases,
    ],
    [item("page", "named", { named: true }), ...others],
  );
  assert.deepEqual(
    list.map(({ id }) => id),
    [
      ...["risk", "card", "letter", "named"],
      ...["phrase 1", "phrase 2", "phrase 3", "phrase 4"],
      ...["page 1", "page 2", "page 3", "page 4", "page 5"],
      ...["phrase 5", "page 6"],
    ],
  );
});
