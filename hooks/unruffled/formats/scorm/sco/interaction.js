// One answer as SCORM 1.2 records it (run-time environment 1.2, 3.4.2.7): a type, the response and
// the right one, each thing that can be chosen as one letter. Pure, but for the question's fields.

import { cut } from "./cut.js";

const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
/** Characters of a text at most. */
const LONGEST = 255;

const letter = (names, name) => LETTERS[names.indexOf(name)] ?? "";

/** A text that no platform cuts in silence: if it is cut, it ends in a mark, between characters. */
const short = (text) => {
  const line = String(text ?? "")
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}/gu, "")
    .trim();
  return cut(line, LONGEST);
};

const choice = ({ parts }) => {
  const names = parts.map(({ input }) => input.value);
  return {
    type: "choice",
    write: (chosen) =>
      chosen
        .map((each) => letter(names, each))
        .sort()
        .join(),
  };
};

const judgement = { type: "true-false", write: ([chosen]) => (chosen === "true" ? "t" : "f") };

const order = ({ steps }) => {
  // Not in the right order: then the letters would tell it.
  const names = steps.map(({ dataset }) => dataset.value).sort();
  return {
    type: "sequencing",
    write: (values) => values.map((each) => letter(names, each)).join(),
  };
};

const pairs = ({ slots, fields }) => {
  const names = slots.map(({ name }) => name);
  const values = [
    ...new Set([...fields.querySelectorAll("option, [type=radio]")].map(({ value }) => value)),
  ]
    .filter(Boolean)
    .sort();
  const write = (response) =>
    names
      .filter((name) => response[name])
      .map((name) => `${letter(names, name)}.${letter(values, response[name])}`)
      .join();
  return { type: "matching", write };
};

const text = { type: "fill-in", write: short };
const own = { type: "performance", write: (response) => short(response.text) };

/** How a question is written, by what its kind has made of it. */
function form(question) {
  if (question.dataset.kind === "true_false") return judgement;
  if (question.parts) return choice(question);
  if (question.slots) return pairs(question);
  if (question.steps) return order(question);
  return question.ticks ? own : text;
}

/** Every right answer. */
function keys(question) {
  const key = question.kind.key(question);
  if (question.ticks) return [];
  return key.accept ?? [key];
}

/**
 * @param {HTMLElement} question
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
