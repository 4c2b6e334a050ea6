import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";
import { dragTo } from "../shared/drag.js";

export * from "../shared/slots.js";

/** @typedef {Does<Kind<MatchingQuestion, Record<string, string>, Record<string, string>>, typeof import("./matching.js")>} Module */

/**
 * Give each text a list of the matches; a match can also be dragged to its text.
 *
 * @param {MatchingQuestion} q
 */
export function prepare(q) {
  q.bank = [...q.fields.querySelectorAll(".quiz-bank > li")];
  const reasons = [...q.answer.querySelectorAll("li")];
  const lines = [...q.fields.querySelectorAll("[data-slot]")];
  q.slots = lines.map((line, index) => {
    const matches = q.bank.map(({ dataset }) => new Option("", dataset.value));
    const ariaLabel = gettext("Goes with: {text}", { text: line.textContent.trim() });
    const name = /** @type {string} */ (line.dataset.slot);
    const control = element(
      "select",
      { name, ariaLabel },
      new Option(gettext("Choose…"), ""),
      ...matches,
    );
    line.append(control);
    const right = /** @type {string} */ (reasons[index].dataset.right);
    const own = [reasons[index], ...reasons.slice(lines.length)]; // its own, and those of no pair
    return { name, line, control, reasons: own, right };
  });
  for (const match of q.bank) {
    dragTo(match, lines, (line) => {
      const select = line.querySelector("select");
      select.value = /** @type {string} */ (match.dataset.value);
      select.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
}

/**
 * The lists name the matches by the letters under which they stand below.
 *
 * @param {MatchingQuestion} q
 */
export function arrange(q) {
  q.mixed(q.bank).forEach((match, number) => {
    /** @type {HTMLElement} */ (match.parentNode).append(match);
    for (const { control } of q.slots) {
      const option = /** @type {HTMLOptionElement} */ (
        control.querySelector(`[value="${match.dataset.value}"]`)
      );
      option.text = `${String.fromCharCode(65 + number)}. ${match.textContent}`;
      control.append(option);
    }
  });
}
