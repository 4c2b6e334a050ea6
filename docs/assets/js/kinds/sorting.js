import { shuffled } from "../core/random.js";

export * from "./shared/slots.js";

export function prepare(q) {
  const reasons = [...q.answer.querySelectorAll("li")];
  q.slots = [...q.fields.querySelectorAll("[data-slot]")].map((line, index) => ({
    name: line.dataset.slot,
    line,
    fields: [...line.querySelectorAll("input")],
    reasons: [reasons[index]],
    right: reasons[index].dataset.right,
  }));
}

export function arrange(q) {
  for (const { line } of shuffled(q.slots, q.seed, q.id)) line.parentNode.append(line);
}
