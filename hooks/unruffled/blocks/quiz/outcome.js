// What stands above a test that has been handed in: result, objectives, certificate.

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
    extra && `${extra} minutes were added.`,
    late && `Handed in after the time: ${late} minute${late > 1 ? "s" : ""}.`,
  ].filter(Boolean);
  const certificate = passed && (await import("./certificate.js")).makeCertificate(title, result);
  return element(
    "div",
    { className: "quiz-outcome" },
    element("h3", { tabIndex: -1 }, passed ? "You have passed" : "Not passed yet"),
    place,
    ...(time.length ? [element("p", {}, time.join(" "))] : []),
    ...(certificate ? [certificate, " "] : []),
    button("Take another test", again),
    element("p", {}, "All answers with their reasons are below."),
  );
}
