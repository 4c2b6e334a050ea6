// The map of a test: one link for each question, which says whether it is answered.

import { gettext, inDigits, pieces } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";

/** Above this width, in pixels, there is room to have the map open from the start. */
const WIDE = 700;

/**
 * @param {Question[]} questions
 * @returns {{element: Element, mark: (answered: boolean[]) => void}}
 */
export function makeMap(questions) {
  const links = questions.map(({ id }) => element("a", { href: `#${id}` }));
  const count = element("summary");
  const list = element("ol", {}, ...links.map((link) => element("li", {}, link)));
  const map = element("details", { className: "quiz-map", open: innerWidth > WIDE }, count, list);
  // On a phone, the open map would cover the question.
  list.addEventListener("click", () => (map.open = innerWidth > WIDE));
  /** @param {boolean[]} answered */
  const mark = (answered) => {
    links.forEach((link, index) => {
      link.toggleAttribute("data-answered", answered[index]);
      link.replaceChildren(...state(index + 1, answered[index]));
    });
    const done = answered.filter(Boolean).length;
    count.textContent = gettext("{answered} of {total} answered", {
      answered: done,
      total: answered.length,
    });
  };
  return { element: map, mark };
}

/**
 * The number of a question, which is seen, within what is heard: "3, answered".
 *
 * @param {number} number
 * @param {boolean} answered
 */
const state = (number, answered) =>
  pieces(answered ? gettext("{number}, answered") : gettext("{number}, open"), {
    number: new Text(inDigits(number)),
  })
    .filter(Boolean)
    .map((part) =>
      typeof part === "string" ? element("span", { className: "u-hidden" }, part) : part,
    );

/**
 * Say which questions are open, with a link to each.
 *
 * @param {Question[]} questions
 * @param {number[]} open their places in the list
 */
export function stillOpen(questions, open) {
  const links = open.map((index) =>
    element("a", { href: `#${questions[index].id}` }, inDigits(index + 1)),
  );
  const list = element("span", {}, ...links.flatMap((link) => [link, " "]));
  return pieces(gettext("Not answered yet: {questions}"), { questions: list });
}

/**
 * Call back with each change of height, where a browser can watch for it; else once.
 *
 * @param {Element} place
 * @param {() => void} callback
 */
export function watchHeight(place, callback) {
  try {
    new ResizeObserver(callback).observe(place);
  } catch {
    callback();
  }
}
