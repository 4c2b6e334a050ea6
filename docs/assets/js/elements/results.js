// The result of a run: points, by objective, and what to read again.

import { total } from "../core/points.js";

const line = (tag, ...parts) => {
  const element = document.createElement(tag);
  element.append(...parts);
  return element;
};

/**
 * @param {Element} place
 * @param {object[]} rows attempts, each with its `objective`
 * @param {{points: number, max: number, percent: number, passed: boolean}} sum
 * @param {number} pass per cent needed
 * @param {Iterable<HTMLAnchorElement>} links of the objectives, to what teaches them
 */
export function showResults(place, rows, sum, pass, links) {
  const { points, max, percent, passed } = sum;
  const next = passed ? "Passed. Now try it in your next conversation." : `To pass: ${pass} %.`;
  const list = [...links].flatMap((link) => {
    const name = link.parentNode.dataset.objective;
    const own = rows.filter((row) => `${row.quiz}/${row.objective}` === name);
    const part = total(own, pass);
    if (!part.max) return [];
    const words = line("span", `${part.points} of ${part.max}: `, link.textContent);
    if (part.points === part.max) return [line("li", words)];
    const again = link.cloneNode();
    again.textContent = "Read this again";
    again.setAttribute("aria-label", `Read again: ${link.textContent}`);
    return [line("li", words, " ", again)];
  });
  const own = rows.filter((row) => row.self).length;
  place.replaceChildren(
    line("p", `${points} of ${max} points with your first answers: ${percent} %. ${next}`),
    line("ul", ...list),
    own ? line("p", `${own} you judged yourself; not counted.`) : "",
  );
}
