// One answer as SCORM 1.2 records it (run-time environment 1.2, 3.4.2.7): a type, the response and
// the right one, each thing that can be chosen as one letter. Pure, but for the question's fields.

import { cut } from "./cut.js";

/** @typedef {{type: string, write: (response: any) => string}} Form how a question is written */

const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
/** Characters of a text at most. */
const LONGEST = 255;

/** @param {string[]} names @param {string} name */
const letter = (names, name) => LETTERS[names.indexOf(name)] ?? "";

/**
 * A text that no platform cuts in silence: if it is cut, it ends in a mark, between characters.
 *
 * @param {unknown} text
 */
const short = (text) => {
  const line = String(text ?? "")
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}/gu, "")
    .trim();
  return cut(line, LONGEST);
};

/** @param {ChoiceQuestion} question @returns {Form} */
const choice = ({ parts }) => {
  const names = parts.map(({ input }) => input.value);
  return {
    type: "choice",
    write: (/** @type {string[]} */ chosen) =>
      chosen
        .map((each) => letter(names, each))
        .sort()
        .join(),
  };
};

/** @type {Form} */
const judgement = { type: "true-false", write: ([chosen]) => (chosen === "true" ? "t" : "f") };

/** @param {OrderQuestion} question @returns {Form} */
const order = ({ steps }) => {
  // Not in the right order: then the letters would tell it.
  const names = steps.map(({ dataset }) => /** @type {string} */ (dataset.value)).sort();
  return {
    type: "sequencing",
    write: (/** @type {string[]} */ values) => values.map((each) => letter(names, each)).join(),
  };
};

/** @param {SlotQuestion} question @returns {Form} */
const pairs = ({ slots, fields }) => {
  const names = slots.map(({ name }) => name);
  const values = [
    ...new Set(
      [
        .../** @type {NodeListOf<HTMLInputElement>} */ (
          fields.querySelectorAll("option, [type=radio]")
        ),
      ].map(({ value }) => value),
    ),
  ]
    .filter(Boolean)
    .sort();
  /** @param {Record<string, string>} response */
  const write = (response) =>
    names
      .filter((name) => response[name])
      .map((name) => `${letter(names, name)}.${letter(values, response[name])}`)
      .join();
  return { type: "matching", write };
};

/** @type {Form} */
const text = { type: "fill-in", write: short };
/** @type {Form} */
const own = { type: "performance", write: (response) => short(response.text) };

/**
 * How a question is written, by what its kind has made of it.
 *
 * @param {any} question
 * @returns {Form}
 */
function form(question) {
  if (question.dataset.kind === "true_false") return judgement;
  if (question.parts) return choice(question);
  if (question.slots) return pairs(question);
  if (question.steps) return order(question);
  return question.ticks ? own : text;
}

/** Every right answer. @param {any} question @returns {any[]} */
function keys(question) {
  const key = question.kind.key(question);
  if (question.ticks) return [];
  return key.accept ?? [key];
}

/**
 ** @param {Question} question
 * @param {{response: any, share: number, max: number, self?: boolean}} attempt
 * @returns {{type: string, response: string, patterns: string[], result: string, weighting: number}}
 */
export function interaction(question, { response, share, max, self }) {
  const { type, write } = form(question);
  return {
    type,
    response: write(response),
    patterns: keys(question).map(write),
    result: self ? "neutral" : share === 1 ? "correct" : "wrong",
    weighting: self ? 0 : max,
  };
}
