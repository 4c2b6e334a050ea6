import assert from "node:assert/strict";
import { test } from "node:test";
import {
  makePatterns,
  stands,
  standing,
} from "../../hooks/unruffled/browser/core/reply-pattern.js";
import { takenUp } from "../../hooks/unruffled/browser/core/reply-facts.js";
import { sentencesOf } from "../../hooks/unruffled/browser/core/reply-text.js";
import { makeReply } from "../../hooks/unruffled/browser/core/reply.js";

const words = { day: ["(monday|friday)"], loop: ["<loop>"] };
/** @param {string} pattern @param {string} text */
const has = (pattern, text) =>
  sentencesOf(text).some((each) => stands(makePatterns(words).compile([pattern]), each));

const FOUND = /** @type {[string, string][]} */ ([
  ["we can't help", "Sorry, we can’t “help” you."],
  ["we can't help", "we cant help"],
  ["(i|we) (really)? understand", "I'd really understand."],
  ["you should ... have", "You should at the very least have asked."],
  ["by # pm", "By 4.30 pm it's there."],
  ["on <day>", "It comes on Friday."],
  ["^ (please)? send", "Send it."],
  ["send it $", "Please send it!"],
  ["is it ?$", "What is it?"],
  ["refus*", "It was refused."],
  ["will|'ll call", "He'll call."],
  ["we can !(see|hear)", "We can send one."],
  ["/[A-Z]{4}/", "Do it NEVER."],
  ["/never mind/i", "Never mind."],
  ["the ABC", "The SLA is met."],
  ["CAPS CAPS", "I told you VERY CLEARLY."],
  ["(please|^) send", "Send it."],
]);
for (const [pattern, text] of FOUND)
  test(`${pattern} is found in: ${text}`, () => assert.ok(has(pattern, text)));

const NOT_FOUND = /** @type {[string, string][]} */ ([
  ["we can", "We can't."],
  ["do", "Don't."],
  ["sorry you", "I'm sorry. You are right."],
  ["you should ... have", "You should as soon as it is at all possible have it."],
  ["^ send", "Please send it."],
  ["we can !(see|hear)", "We can see it."],
  ["on <day>", "on the day"],
  ["/never mind/", "Never mind."],
  ["the ABC", "The sla is met."],
  ["the ABC", "The CODE is here."],
  ["(please|^) send", "You send it."],
]);
for (const [pattern, text] of NOT_FOUND)
  test(`${pattern} is not found in: ${text}`, () => assert.ok(!has(pattern, text)));

for (const pattern of ["(a", "a)", "(a||b)", "... a", "a ...", "<night>", "<loop>", "/(/", "§"])
  test(`${pattern} is a fault`, () => assert.throws(() => has(pattern, "a b")));

test("a spot is where the words stand in the draft", () => {
  const draft = "Hi Sam,\n\nWe waited. We’ll call you, soon.";
  const sentence = sentencesOf(draft).at(-1);
  assert.ok(sentence);
  const [[from, to]] = standing(makePatterns({}).compile(["we call"]), sentence);
  assert.equal(draft.slice(sentence.start + from, sentence.start + to), "We’ll call");
});

test("a draft is cut where sentences end, and not at short forms", () => {
  const texts = sentencesOf("Dear Mr. Bello, it's 4.30 p.m. now! Is it?\n- one\n- two").map(
    ({ written }) => written,
  );
  assert.deepEqual(texts, ["Dear Mr. Bello, it's 4.30 p.m. now!", "Is it?", "- one", "- two"]);
});

test('"no." ends a sentence, but not before a figure', () => {
  const texts = sentencesOf("It's a yes or a no. See no. 4.").map(({ written }) => written);
  assert.deepEqual(texts, ["It's a yes or a no.", "See no. 4."]);
});

/** @param {Partial<ReplyRule>} rule @param {string} draft @param {ReplyContext} [context] */
const spots = (rule, draft, context) =>
  makeReply({
    words,
    parts: [],
    rules: [{ id: "x/y", kind: "x", severity: "style", ...rule }],
  })(draft, context).findings.map(({ text }) => text);

test("what a rule asks besides", () => {
  assert.deepEqual(spots({ find: ["soon"], unless: ["on <day>"] }, "Soon, on Friday."), []);
  assert.deepEqual(spots({ find: ["soon"], unless_near: ["on <day>"] }, "Soon. On Friday."), []);
  assert.deepEqual(spots({ find: ["soon"], unless_anywhere: ["bye"] }, "Soon. No. No. Bye."), []);
  assert.deepEqual(spots({ find: ["soon"], with: ["call"] }, "Soon."), []);
  assert.deepEqual(spots({ find: ["sorry"], in_a_row: 2 }, "Sorry. Yes. Sorry."), [
    "Sorry",
    "Sorry",
  ]);
  assert.deepEqual(spots({ find: ["sorry"], in_a_row: 2 }, "Sorry. Yes. Well. Sorry."), []);
  assert.deepEqual(spots({ find: ["sorry"], least: 3 }, "Sorry. Sorry."), []);
  assert.deepEqual(spots({ words_over: 3 }, "One two three. One two three four."), [
    "One two three four.",
  ]);
  assert.deepEqual(spots({ missing: ["call"] }, "We saw it."), ["We saw it."]);
  assert.deepEqual(spots({ missing: ["call"] }, "We saw it.", { line: true }), []);
  assert.deepEqual(
    spots({ find: ["soon"], channels: ["email"] }, "Soon.", { channel: "chat" }),
    [],
  );
});

test("the facts of theirs that a draft takes up", () => {
  assert.deepEqual(takenUp("My boiler stopped on 3 March, twice.", "The boiler stops again."), [
    "boiler",
    "stopped",
  ]);
});

test("a long draft without an end takes no longer than its length", () => {
  const rule = { find: ["a ... a ... a ... a ... a ... b"], unless: ["c ... c"] };
  const begun = performance.now();
  spots(rule, "a ".repeat(2500));
  assert.ok(performance.now() - begun < 2000);
});
