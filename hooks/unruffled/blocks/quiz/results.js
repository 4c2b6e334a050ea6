// The result of a run: points, by objective, and what to read again.

import { total } from "../../browser/core/points.js";
import { element } from "../../browser/dom/make.js";

/**
 * @param {Element} place
 * @param {Scored[]} rows attempts, each with its `objective`
 * @param {number} pass per cent needed
 * @param {Iterable<HTMLAnchorElement>} links of the objectives, to what teaches them
 */
export function showResults(place, rows, pass, links) {
  const { points, max, percent, passed } = total(rows, pass);
  const next = passed ? "Passed. Now try it at work." : `To pass: ${pass} %.`;
  const list = [...links].map((link) => {
    const name = link.parentElement?.dataset.objective;
    const part = total(
      rows.filter((row) => `${row.quiz}/${row.objective}` === name),
      pass,
    );
    const words = `${part.points} of ${part.max}: ${link.textContent}`;
    const again = element(
      "a",
      { href: link.href, ariaLabel: `Read this again: ${link.textContent}` },
      "Read this again",
    );
    const item = element(
      "li",
      {},
      words,
      ...(part.points < part.max && link.href ? [" ", again] : []),
    );
    return part.max ? item : "";
  });
  const own = rows.filter((row) => row.self).length;
  const more = own
    ? ` ${own} question${own > 1 ? "s" : ""} not counted: you judged that yourself.`
    : "";
  place.replaceChildren(
    element("p", {}, `${points} of ${max} points: ${percent} %. ${next}${more}`),
    element("ul", {}, ...list),
  );
}
