// The questions, the hardest first: their figures, in plain words, and what was chosen instead.

import { ENOUGH, reading } from "../../browser/core/items.js";
import { load } from "../../browser/core/questions.js";
import { gettext, ngettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";
import { bar, list } from "./team-parts.js";
import { choicesOf, mostWrong, stemOf } from "./team-wording.js";

/** @typedef {ReturnType<typeof import("../../browser/core/items.js").analyse>[number] & {ref: string, given: {share: number, response?: any}[]}} Asked */

const few = () =>
  gettext(
    "From fewer than {n} people, a figure says little about a question: read it as a list of what was asked.",
    { n: ENOUGH.item },
  );

/**
 * @param {Pick<Team, "refs" | "answers" | "items">} team
 * @returns {Asked[]} each question with its figures and its first answers
 */
export const askedOf = ({ refs, answers, items }) =>
  refs.map((ref, index) => ({
    ref,
    ...items[index],
    given: answers.map((mine) => mine.get(ref)).filter((each) => each !== undefined),
  }));

/**
 * @param {Pick<Team, "refs" | "answers" | "items" | "data">} team of team-show.js
 * @returns {{nodes: HTMLElement[], tell: () => Promise<Map<string, Question>>}} `tell` fetches what
 *   the questions say, shows it, and gives them by "quiz/question"
 */
export function questions(team) {
  const all = askedOf(team).sort((a, b) => Number(a.difficulty) - Number(b.difficulty));
  const place = element(
    "div",
    { className: "team-questions" },
    ...all.map((each) => one(each, team.data)),
  );
  const hint = all.some(({ n }) => n < ENOUGH.item) ? [element("p", {}, few())] : [];
  return {
    nodes: [element("h3", {}, gettext("The questions, the hardest first")), ...hint, place],
    async tell() {
      const found = await wordings(all.map(({ ref }) => ref));
      for (const [index, item] of all.entries()) {
        const question = found.get(item.ref);
        if (question) tell(place.children[index], question, item);
      }
      return found;
    },
  };
}

/**
 * @param {string[]} refs
 * @returns {Promise<Map<string, Question>>} what the questions say, as far as they are on the site
 */
export async function wordings(refs) {
  const found = await load(refs, false);
  return new Map(
    refs.flatMap((ref, index) => {
      const question = found[index];
      return question ? [/** @type {[string, Question]} */ ([ref, question])] : [];
    }),
  );
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
    ngettext("{n} person answered.", "{n} people answered.", n),
    discrimination === undefined
      ? ""
      : gettext(
          "Discrimination {value}, of −1 to 1: how far it goes with the rest of the answers.",
          { value: discrimination.toFixed(2) },
        ),
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
  place.querySelector(".team-name").textContent = stemOf(question);
  const choices = choicesOf(question).map(({ value, text, right }) => {
    const times = item.given.filter(
      ({ response }) => Array.isArray(response) && response.includes(value),
    ).length;
    return { text, times, share: times / item.given.length, right };
  });
  const old = place.querySelector(".team-words ul");
  if (choices.length) return old.replaceWith(remarks(item, choices), taken(choices));
  const wrong = mostWrong(question, item.given);
  if (wrong)
    old.after(
      element(
        "p",
        {},
        ngettext(
          "The most frequent wrong answer, from {n} person: {words}",
          "The most frequent wrong answer, from {n} people: {words}",
          wrong.n,
          { words: wrong.words },
        ),
      ),
    );
}

/** @param {{text: string, times: number, share: number, right: boolean}[]} choices */
function taken(choices) {
  const rows = choices.map(({ text, times, share, right }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, text),
      element("td", {}, right ? gettext("right") : ""),
      element("td", {}, bar(share), ` ${times}`),
    ),
  );
  const head = [gettext("Choice"), "", gettext("Taken")].map((text) =>
    element("th", { scope: "col" }, text),
  );
  return element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows),
  );
}
