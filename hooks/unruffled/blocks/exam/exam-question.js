// A question of a sealed exam: its controls, made of plain data, and what is answered in them. It knows
// no right answer, and so no kind of a quiz: each form is a few controls.

import { shuffled } from "../../browser/core/random.js";
import { gettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { element } from "../../browser/dom/make.js";

/** @typedef {import("../../browser/core/exam.js").Asked} Asked */
/** @typedef {import("../../browser/core/exam.js").Runs} Runs */
/** @typedef {import("../../browser/core/exam.js").ExamRow} ExamRow */

/**
 * @typedef {object} Control
 * @property {Node[]} nodes
 * @property {() => Given} response undefined where nothing is answered
 * @property {(answer: Given) => void} restore
 */

/** @param {Runs} runs @returns {(Node | string)[]} */
const nodesOf = (runs) =>
  runs.map((run) =>
    typeof run === "string" ? run : element(/** @type {"em"} */ (mark(run[0])), {}, run[1]),
  );

/** No other element comes out of a file. @param {string} name */
const mark = (name) => (["strong", "em", "code"].includes(name) ? name : "span");

/** @param {Runs} runs */
const wordsOf = (runs) => runs.map((run) => (typeof run === "string" ? run : run[1])).join("");

/**
 * @param {Asked} asked
 * @param {number} seed of the candidate's paper
 * @returns {<T>(list: T[], text?: string) => T[]} puts a list into the order of this paper
 */
const mixer =
  ({ id, mixed }, seed) =>
  (list, text = "") =>
    mixed ? shuffled(list, seed, id + text) : list;

/** @type {Record<string, (asked: Asked, mix: ReturnType<typeof mixer>) => Control>} */
const FORMS = {
  choose: (asked, mix) => choices(asked, mix(asked.rows ?? [])),
  judge: (asked) =>
    choices(
      asked,
      (asked.rows ?? []).map(([name]) => [
        name,
        [name === "true" ? gettext("True") : gettext("False")],
      ]),
    ),
  spot: (asked) => choices(asked, asked.rows ?? []),
  order: (asked, mix) => order(mix(asked.rows ?? [])),
  match: (asked, mix) => match(mix(asked.rows ?? []), mix(asked.values ?? [], "values")),
  gaps,
  type,
};

/** @returns {Record<string, string>} what is to be done, where the question need not say it */
const instructions = () => ({
  order: gettext("Put them in order."),
  match: gettext("Choose what goes with each."),
  gaps: gettext("Choose the words."),
  type: gettext("Type your answer."),
  spot: gettext("Mark each line that made it worse."),
});

/** @param {Asked} asked @param {ExamRow[]} rows @returns {Control} */
function choices({ id, many }, rows) {
  /** @type {HTMLInputElement[]} */
  const inputs = [];
  const lines = rows.map(([name, runs]) => {
    if (!name) return element("li", {}, ...nodesOf(runs));
    const input = element("input", { type: many ? "checkbox" : "radio", name: id, value: name });
    inputs.push(input);
    const label = element("label", { className: "exam-choice" });
    label.append(input, element("span", {}, ...nodesOf(runs)));
    return element("li", {}, label);
  });
  return {
    nodes: [element("ol", {}, ...lines)],
    response() {
      const taken = inputs.filter(({ checked }) => checked).map(({ value }) => value);
      return taken.length ? taken : undefined;
    },
    restore(answer) {
      for (const input of inputs) input.checked = answer.includes(input.value);
    },
  };
}

/** @param {string} name @param {ExamRow[]} values @param {string} ariaLabel */
function list(name, values, ariaLabel) {
  const options = values.map(([value, runs]) => new Option(wordsOf(runs), value));
  return element("select", { name, ariaLabel }, new Option(gettext("Choose…"), ""), ...options);
}

/** @param {HTMLSelectElement[]} lists @returns {Pick<Control, "response" | "restore">} */
const ofLists = (lists) => ({
  response: () =>
    lists.some(({ value }) => value)
      ? Object.fromEntries(lists.map(({ name, value }) => [name, value]))
      : undefined,
  restore(answer) {
    for (const each of lists) each.value = answer[each.name] ?? "";
  },
});

/** @param {ExamRow[]} rows @param {ExamRow[]} values @returns {Control} */
function match(rows, values) {
  const lists = rows.map(([name, runs]) =>
    list(name, values, gettext("Goes with: {text}", { text: wordsOf(runs) })),
  );
  const lines = rows.map(([, runs], index) => {
    const label = element("label", {}, element("span", {}, ...nodesOf(runs)), lists[index]);
    return element("li", {}, label);
  });
  return { nodes: [element("ul", { className: "exam-match" }, ...lines)], ...ofLists(lists) };
}

/** @param {Asked} asked @param {ReturnType<typeof mixer>} mix @returns {Control} */
function gaps({ around = [], lists = [] }, mix) {
  const total = lists.length;
  const made = lists.map((values, index) => {
    const number = index + 1;
    const words = gettext("Gap {number} of {total}", { number, total });
    return list(String(number), mix(values, String(number)), words);
  });
  const nodes = around.flatMap((runs, index) => [...nodesOf(runs), made[index] ?? ""]);
  return { nodes: [element("p", { className: "exam-words" }, ...nodes)], ...ofLists(made) };
}

/** @param {Asked} asked @returns {Control} */
function type({ id, around = [] }) {
  const [before = [], after = []] = around;
  const field = element("input", {
    ...{ type: "text", name: id, dir: "auto", maxLength: 400, spellcheck: false },
    ...{ autocomplete: "off", autocapitalize: "off", ariaLabel: gettext("Your answer") },
  });
  const words = [...nodesOf(before), field, ...nodesOf(after)];
  return {
    nodes: [element("p", { className: "exam-words" }, ...words)],
    response: () => (field.value.trim() ? field.value : undefined),
    restore: (answer) => (field.value = answer),
  };
}

/** @param {ExamRow[]} rows @returns {Control} */
function order(rows) {
  const place = element("ol");
  const told = element("p", { role: "status", className: "u-hidden" });
  let moved = false;
  /** @param {HTMLElement} line @param {number} step @param {HTMLElement} button */
  const move = (line, step, button) => {
    const others = [...place.children].filter((each) => each !== line);
    const at = [...place.children].indexOf(line) + step;
    const to = Math.min(Math.max(at, 0), others.length);
    place.insertBefore(line, others[to] ?? null);
    button.focus(); // moving an element takes the focus away
    moved = true;
    announce(told, gettext("Now {place} of {total}.", { place: to + 1, total: rows.length }));
    place.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const lines = rows.map(([name, runs]) => {
    const line = element("li", { className: "quiz-box" }, element("span", {}, ...nodesOf(runs)));
    line.dataset.value = name;
    for (const [sign, ariaLabel, step] of /** @type {[string, string, number][]} */ ([
      ["↑", gettext("Move up: {text}", { text: wordsOf(runs) }), -1],
      ["↓", gettext("Move down: {text}", { text: wordsOf(runs) }), 1],
    ])) {
      const button = element("button", { type: "button", ariaLabel }, sign);
      button.onclick = () => move(line, step, button);
      line.append(button);
    }
    return line;
  });
  place.append(...lines);
  return {
    nodes: [place, told],
    response: () =>
      moved
        ? [.../** @type {Iterable<HTMLElement>} */ (place.children)].map(
            (each) => each.dataset.value,
          )
        : undefined,
    restore(answer) {
      moved = true;
      const rank = (/** @type {HTMLElement} */ line) => answer.indexOf(line.dataset.value);
      place.append(...lines.sort((one, other) => rank(one) - rank(other)));
    },
  };
}

/**
 * @param {Asked} asked
 * @param {{seed: number, number: number, total: number}} of
 * @returns {{id: string, element: HTMLFieldSetElement, control: Control}}
 */
export function makeQuestion(asked, { seed, number, total }) {
  const control = FORMS[asked.form](asked, mixer(asked, seed));
  const what = asked.many && asked.form === "choose" ? gettext("Choose all that apply.") : "";
  const words = what || instructions()[asked.form];
  const legend = element(
    "legend",
    {},
    element("span", {}, gettext("Question {number} of {total}", { number, total })),
    " ",
    ...nodesOf(asked.stem),
    ...(words ? [" ", element("em", {}, words)] : []),
  );
  const made = element("fieldset", { id: `exam.${asked.id}`, className: "exam-question" });
  made.append(legend, ...control.nodes);
  return { id: asked.id, element: made, control };
}
