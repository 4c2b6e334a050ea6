// The result of a run: points, by objective, and what to read again.

import { total } from "../../browser/core/points.js";
import { gettext, ngettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";

/**
 * @param {Element} place
 * @param {Scored[]} rows attempts, each with its `objective`
 * @param {number} pass per cent needed
 * @param {Iterable<HTMLAnchorElement>} links of the objectives, to what teaches them
 */
export function showResults(place, rows, pass, links) {
  const { points, max, percent, passed } = total(rows, pass);
  const next = passed
    ? gettext("Passed. Now try it at work.")
    : gettext("To pass: {percent} %.", { percent: pass });
  const list = [...links].map((link) => {
    const name = link.parentElement?.dataset.objective;
    const part = total(
      rows.filter((row) => `${row.quiz}/${row.objective}` === name),
      pass,
    );
    const objective = link.textContent;
    const { points, max } = part;
    const words = gettext("{points} of {max}: {objective}", { points, max, objective });
    const again = element(
      "a",
      { href: link.href, ariaLabel: gettext("Read this again: {objective}", { objective }) },
      gettext("Read this again"),
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
    ? ngettext(
        "{n} question not counted: you judged that yourself.",
        "{n} questions not counted: you judged that yourself.",
        own,
      )
    : "";
  const got = ngettext(
    "{points} of {n} points: {percent} %.",
    "{points} of {n} points: {percent} %.",
    max,
    { points, percent },
  );
  place.replaceChildren(
    element("p", {}, [got, next, more].filter(Boolean).join(" ")),
    element("ul", {}, ...list),
  );
}
