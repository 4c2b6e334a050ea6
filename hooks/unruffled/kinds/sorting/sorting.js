export * from "../shared/slots.js";

/** @typedef {Does<Kind<SlotQuestion, Record<string, string>, Record<string, string>>, typeof import("./sorting.js")>} Module */

/** @param {SlotQuestion} q */
export function prepare(q) {
  const reasons = q.answer.querySelectorAll("li");
  q.slots = [...q.fields.querySelectorAll("[data-slot]")].map((line, index) => ({
    name: /** @type {string} */ (line.dataset.slot),
    line,
    control: line.querySelector("input"),
    reasons: [reasons[index]],
    right: /** @type {string} */ (reasons[index].dataset.right),
  }));
}

/** @param {SlotQuestion} q */
export function arrange(q) {
  for (const { line } of q.mixed(q.slots)) line.parentNode?.append(line);
}
