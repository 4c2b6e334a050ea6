export * from "../shared/slots.js";

/** @param {SlotQuestion} q */
export function prepare(q) {
  const reasons = q.answer.querySelectorAll("li");
  q.slots = [...q.fields.querySelectorAll("[data-slot]")].map((line, index) => ({
    name: line.dataset.slot ?? "",
    line,
    control: line.querySelector("input"),
    reasons: [reasons[index]],
    right: reasons[index].dataset.right ?? "",
  }));
}

/** @param {SlotQuestion} q */
export function arrange(q) {
  for (const { line } of q.mixed(q.slots)) line.parentElement?.append(line);
}
