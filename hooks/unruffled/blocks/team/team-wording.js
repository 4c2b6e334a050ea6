// What a question says, and what was answered to it, in words. The question is one that was fetched
// from its page and that no script has made ready yet.

import { gettext } from "../../browser/core/words.js";

/** @param {Element | null | undefined} place */
const textOf = (place) => (place?.textContent ?? "").replace(/\s+/g, " ").trim();

/** @param {Question} question @returns {string} its stem, without the number that it has on its page */
export function stemOf(question) {
  const legend = /** @type {HTMLElement} */ (question.querySelector("legend").cloneNode(true));
  legend.querySelector(":scope > span:first-child")?.remove();
  return textOf(legend);
}

/** @param {string} kind of question @returns {string} */
export const kindWords = (kind) =>
  ({
    single: gettext("one choice"),
    multiple: gettext("several choices"),
    true_false: gettext("true or false"),
    spot: gettext("found in a conversation"),
    fill_in: gettext("typed"),
    choose_in_text: gettext("chosen in a text"),
    matching: gettext("matched"),
    ordering: gettext("put in order"),
    sorting: gettext("sorted"),
    rewrite: gettext("written anew"),
    scenario: gettext("conversation"),
  })[kind] ?? kind;

/**
 * @param {Question | undefined} question missing where it is not on the site any more
 * @param {unknown} response as its kind has recorded it
 * @returns {string} what was chosen or typed
 */
export function answerWords(question, response) {
  if (response === null || response === undefined) return gettext("left open");
  if (typeof response === "string") return response || gettext("left open");
  if (Array.isArray(response))
    return response.map((value) => valueWords(question, value)).join("; ") || gettext("left open");
  const { text, ticks, ...slots } = /** @type {Record<string, unknown>} */ (response);
  if (typeof text === "string" && Array.isArray(ticks))
    return gettext("{text} ({n} of {total} ticked)", {
      text,
      n: ticks.filter(Boolean).length,
      total: ticks.length,
    });
  const all = Object.entries(/** @type {object} */ (response));
  return Object.keys(slots).length
    ? all.map(([name, value]) => slotWords(question, name, value)).join("; ")
    : gettext("left open");
}

/** @param {Question | undefined} question @param {string} name @param {unknown} value */
function slotWords(question, name, value) {
  const slot = question?.querySelector(`fieldset [data-slot="${CSS.escape(name)}"]`);
  const label = textOf(slot?.querySelector(":scope > span, legend")) || name;
  const place = slot?.querySelector("input") ? slot : question;
  return `${label} → ${value === "" ? "…" : valueWords(place ?? undefined, value)}`;
}

/** @param {HTMLElement | undefined} place @param {unknown} value */
function valueWords(place, value) {
  const name = CSS.escape(`${value}`);
  const found = place?.querySelector(
    `fieldset :is(input, option)[value="${name}"], fieldset [data-value="${name}"], input[value="${name}"]`,
  );
  return textOf(found?.closest("label") ?? found) || `${value}`;
}

/**
 * What was wrong most often: of choices the choice, of all else the whole answer.
 *
 * @param {Question} question
 * @param {{share: number, response?: Given}[]} given first answers
 * @returns {{words: string, n: number} | undefined} nothing where nobody was wrong
 */
export function mostWrong(question, given) {
  /** @type {Map<string, number>} */
  const times = new Map();
  const right = rightChoices(question);
  for (const { share, response } of given) {
    if (share === 1 || response === null || response === undefined) continue;
    const parts = right ? wrongOf(response, right) : [answerWords(question, response)];
    for (const part of parts) {
      const words = right ? answerWords(question, [part]) : part;
      times.set(words, (times.get(words) ?? 0) + 1);
    }
  }
  const [most] = [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most && { words: most[0], n: most[1] };
}

/** @param {unknown} response @param {Set<string>} right @returns {string[]} */
const wrongOf = (response, right) =>
  Array.isArray(response) ? response.filter((each) => !right.has(each)) : [];

const CHOICES = ["single", "multiple", "true_false", "spot"];

/** @param {Question} question @returns {Set<string> | undefined} the right choices of a question that has choices */
function rightChoices(question) {
  if (!CHOICES.includes(question.dataset.kind ?? "")) return undefined;
  return new Set(choicesOf(question).flatMap(({ value, right }) => (right ? [value] : [])));
}

/** @param {Question} question @returns {{value: string, text: string, right: boolean}[]} */
export function choicesOf(question) {
  if (!CHOICES.includes(question.dataset.kind ?? "")) return [];
  const reasons = question.querySelectorAll(".quiz-answer li");
  /** @type {NodeListOf<HTMLInputElement>} */
  const inputs = question.querySelectorAll("fieldset input[value]");
  return [...inputs].map((input, index) => ({
    value: input.value,
    text: textOf(input.closest("label")),
    right: "right" in (reasons[index]?.dataset ?? {}),
  }));
}
