// The questions, the hardest first: their figures, in plain words, and what was chosen instead.

import { ENOUGH, reading } from "../../browser/core/items.js";
import { load } from "../../browser/core/questions.js";
import { element } from "../../browser/dom/make.js";
import { bar, list } from "./team-parts.js";

/** @typedef {ReturnType<typeof import("../../browser/core/items.js").analyse>[number] & {ref: string, given: {response?: any}[]}} Asked */

const FEW = `From fewer than ${ENOUGH.item} people, a figure says little about a question: read it as a list of what was asked.`;

/**
 * @param {Team} team of team-show.js
 * @returns {{nodes: HTMLElement[], tell: () => Promise<Map<string, Question>>}} `tell` fetches what
 *   the questions say, shows it, and gives them by "quiz/question"
 */
export function questions({ refs, answers, items, data }) {
  const all = refs
    .map((ref, index) => ({
      ref,
      ...items[index],
      given: answers.map((mine) => mine.get(ref)).filter((each) => each !== undefined),
    }))
    .sort((a, b) => Number(a.difficulty) - Number(b.difficulty));
  const place = element(
    "div",
    { className: "team-questions" },
    ...all.map((each) => one(each, data)),
  );
  const few = all.some(({ n }) => n < ENOUGH.item) ? [element("p", {}, FEW)] : [];
  return {
    nodes: [element("h3", {}, "The questions, the hardest first"), ...few, place],
    async tell() {
      const found = await load(all.map(({ ref }) => ref));
      for (const [index, question] of found.entries())
        if (question) tell(place.children[index], question, all[index]);
      return new Map(
        all.flatMap(({ ref }, index) => {
          const question = found[index];
          return question ? [/** @type {[string, Question]} */ ([ref, question])] : [];
        }),
      );
    },
  };
}

/** @param {Asked} item @param {Course} data */
function one({ ref, n, difficulty, discrimination, ...item }, data) {
  const [quiz, question] = ref.split("/");
  const name = element(
    "span",
    { className: "team-name" },
    `${data.quizzes[quiz].title}: ${question}`,
  );
  const figures = [
    `${n} ${n === 1 ? "person" : "people"} answered.`,
    discrimination === undefined
      ? ""
      : `Discrimination ${discrimination.toFixed(2)}, of −1 to 1: how far it goes with the rest of the answers.`,
  ];
  const words = element(
    "div",
    { className: "team-words" },
    element("p", {}, figures.join(" ")),
    remarks({ ref, n, difficulty, discrimination, ...item }),
  );
  return element("details", {}, element("summary", {}, name, " ", bar(Number(difficulty))), words);
}

/** @param {Asked} item @param {{share: number, right: boolean}[]} [choices] */
const remarks = (item, choices) => list(reading(item, choices));

/**
 * Put in what the question says, and how each choice was used.
 *
 * @param {Element} place
 * @param {Question} question
 * @param {Asked} item
 */
function tell(place, question, item) {
  const legend = question.querySelector("legend");
  legend.querySelector("legend > span:first-child")?.remove();
  place.querySelector(".team-name").textContent = legend.textContent.replace(/\s+/g, " ").trim();
  const inputs = /** @type {HTMLInputElement[]} */ ([
    ...question.querySelectorAll("fieldset input:is([type=radio], [type=checkbox])[value]"),
  ]);
  const lists = ["single", "multiple", "true_false", "spot"].includes(question.dataset.kind ?? "");
  if (!lists || !inputs.length) return;
  const reasons = question.querySelectorAll(".quiz-answer li");
  const choices = inputs.map((input, index) => {
    const times = item.given.filter(
      ({ response }) => Array.isArray(response) && response.includes(input.value),
    ).length;
    const text = (input.closest("label")?.textContent ?? "").replace(/\s+/g, " ").trim();
    return {
      text,
      times,
      share: times / item.given.length,
      right: "right" in (reasons[index]?.dataset ?? {}),
    };
  });
  const rows = choices.map(({ text, times, share, right }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, text),
      element("td", {}, right ? "right" : ""),
      element("td", {}, bar(share), ` ${times}`),
    ),
  );
  const head = ["Choice", "", "Taken"].map((text) => element("th", { scope: "col" }, text));
  place
    .querySelector(".team-words ul")
    .replaceWith(
      remarks(item, choices),
      element(
        "table",
        {},
        element("thead", {}, element("tr", {}, ...head)),
        element("tbody", {}, ...rows),
      ),
    );
}
