import { element } from "../elements/make.js";
import { dragTo } from "./shared/drag.js";

export * from "./shared/slots.js";

/** Give each text a list of the matches; a match can also be dragged to its text. */
export function prepare(q) {
  const bank = [...q.fields.querySelectorAll(".quiz-bank > li")];
  const reasons = [...q.answer.querySelectorAll("li")];
  q.slots = [...q.fields.querySelectorAll("[data-slot]")];
  q.slots = q.slots.map((line, index) => {
    const matches = bank.map((match, number) =>
      new Option(`${String.fromCharCode(65 + number)}. ${match.textContent}`, match.dataset.value));
    const ariaLabel = `Goes with: ${line.textContent.trim()}`;
    const name = line.dataset.slot;
    const control = element("select", { name, ariaLabel }, new Option("Choose…", ""), ...matches);
    line.append(control);
    const { right } = reasons[index].dataset;
    const own = [reasons[index], ...reasons.slice(q.slots.length)]; // its own, and those of no pair
    return { name, line, control, reasons: own, right };
  });
  for (const match of bank) {
    dragTo(match, q.slots.map(({ line }) => line), (line) => {
      const select = line.querySelector("select");
      select.value = match.dataset.value;
      select.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
}
