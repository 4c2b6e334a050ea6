// Rules for replies put to the proof, for `unruffled check`. Called with JSON, answers with JSON. Pure.

import { makePatterns, standing, stands } from "./reply-pattern.js";
import { sentencesOf } from "./reply-text.js";
import { makeReply } from "./reply.js";

/** @type {ReturnType<typeof makeReply>} */
let check;

/** Take the rules. @param {string} data JSON of what `makeReply` takes */
export function takeRules(data) {
  check = makeReply(JSON.parse(data));
  return "true";
}

/** Check drafts. @param {string} drafts JSON: `{text, context}` of each */
export function checkAll(drafts) {
  /** @type {{text: string, context?: ReplyContext}[]} */
  const all = JSON.parse(drafts);
  return JSON.stringify(all.map(({ text, context }) => check(text, context)));
}

/**
 * What is wrong with each pattern: "" where it can be read.
 *
 * @param {string} patterns JSON
 * @param {string} words JSON of all lists
 */
export function faultsOf(patterns, words) {
  const { compile } = makePatterns(JSON.parse(words));
  const [plain] = sentencesOf("Qwx zzq.");
  return JSON.stringify(
    JSON.parse(patterns).map((/** @type {string} */ each) => {
      try {
        return stands(compile([each]), plain) ? "it is found in any text" : "";
      } catch (error) {
        return error instanceof Error ? error.message : `${error}`;
      }
    }),
  );
}

/**
 * Run a pattern over texts; an interpreter with a limit stops the one that hangs.
 *
 * @param {string} pattern JSON
 * @param {string} words JSON of all lists
 * @param {string} texts JSON
 */
export function runOver(pattern, words, texts) {
  const { compile } = makePatterns(JSON.parse(words));
  const made = compile([JSON.parse(pattern)]);
  let found = 0;
  for (const text of JSON.parse(texts))
    for (const each of sentencesOf(text)) found += [...standing(made, each)].length;
  return `${found}`;
}
