// The map of a test: one link for each question, which says whether it is answered.

import { element } from "./make.js";

/** @returns {{element: Element, mark: (answered: boolean[]) => void}} */
export function makeMap(questions) {
  const links = questions.map(({ id }, index) => {
    const words = element("span", { className: "u-hidden" });
    return element("a", { href: `#${id}` }, `${index + 1}`, words);
  });
  const count = element("p", { className: "quiz-count" });
  const list = element("ol", {}, ...links.map((link) => element("li", {}, link)));
  const nav = element("nav", { className: "quiz-map", ariaLabel: "Questions" }, list, count);
  const mark = (answered) => {
    links.forEach((link, index) => {
      link.toggleAttribute("data-answered", answered[index]);
      link.lastChild.textContent = answered[index] ? ", answered" : ", open";
    });
    count.textContent = `${answered.filter(Boolean).length} of ${answered.length} answered.`;
  };
  return { element: nav, mark };
}
