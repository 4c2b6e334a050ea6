// The map of a test: one link for each question, which says whether it is answered.

import { element } from "../../browser/dom/make.js";

/** Above this width, in pixels, there is room to have the map open from the start. */
const WIDE = 700;

/**
 * @param {Question[]} questions
 * @returns {{element: Element, mark: (answered: boolean[]) => void}}
 */
export function makeMap(questions) {
  const links = questions.map(({ id }, index) => {
    const words = element("span", { className: "u-hidden" });
    return element("a", { href: `#${id}` }, `${index + 1}`, words);
  });
  const count = element("summary");
  const list = element("ol", {}, ...links.map((link) => element("li", {}, link)));
  const map = element("details", { className: "quiz-map", open: innerWidth > WIDE }, count, list);
  // On a phone, the open map would cover the question.
  list.addEventListener("click", () => (map.open = innerWidth > WIDE));
  /** @param {boolean[]} answered */
  const mark = (answered) => {
    links.forEach((link, index) => {
      link.toggleAttribute("data-answered", answered[index]);
      /** @type {Node} */ (link.lastChild).textContent = answered[index] ? ", answered" : ", open";
    });
    count.textContent = `${answered.filter(Boolean).length} of ${answered.length} answered`;
  };
  return { element: map, mark };
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
