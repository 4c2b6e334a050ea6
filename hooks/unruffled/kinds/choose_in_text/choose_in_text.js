export * from "../shared/slots.js";

/** @typedef {Does<Kind<ListQuestion, Record<string, string>, Record<string, string>>, typeof import("./choose_in_text.js")>} Module */

/** @param {ListQuestion} q */
export function prepare(q) {
  const lists = q.answer.querySelectorAll("ol");
  q.slots = [...q.fields.querySelectorAll("select")].map((control, index) => {
    const reasons = /** @type {HTMLElement[]} */ ([...lists[index].children]);
    const found = reasons.find((each) => "right" in each.dataset);
    const right = /** @type {string} */ (/** @type {HTMLElement} */ (found).dataset.value);
    const options = [...control.options].slice(1);
    return { name: control.name, line: q.fields, control, options, reasons, right };
  });
}

/** @param {ListQuestion} q */
export function arrange(q) {
  for (const { name, control, options } of q.slots) control.append(...q.mixed(options, name));
}
