// What stands above a test that has been handed in: result, objectives, certificate.

import { gettext, ngettext } from "../../browser/core/words.js";
import { button, element } from "../../browser/dom/make.js";
import { showResults } from "./results.js";

/**
 * @param {{title: string, rows: Scored[], pass: number, links: Iterable<HTMLAnchorElement>,
 *   result: Omit<Result, keyof Stamp>, again: () => void}} test `rows`: attempts, each with its `objective`; `result`:
 *   the record's entry; `again` takes another one
 * @returns {Promise<Element>}
 */
export async function showOutcome({ title, rows, pass, links, result, again }) {
  const { passed, extra, late } = result;
  const place = element("div");
  showResults(place, rows, pass, links);
  const time = [
    extra && ngettext("{n} minute was added.", "{n} minutes were added.", extra),
    late &&
      ngettext(
        "Handed in after the time: {n} minute.",
        "Handed in after the time: {n} minutes.",
        late,
      ),
  ].filter(Boolean);
  const certificate = passed && (await import("./certificate.js")).makeCertificate(title, result);
  return element(
    "div",
    { className: "quiz-outcome" },
    element(
      "h3",
      { tabIndex: -1 },
      passed ? gettext("You have passed") : gettext("Not passed yet"),
    ),
    place,
    ...(time.length ? [element("p", {}, time.join(" "))] : []),
    ...(certificate ? [certificate, " "] : []),
    button(gettext("Take another test"), again),
    element("p", {}, gettext("All answers with their reasons are below.")),
  );
}
