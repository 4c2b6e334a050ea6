import { shuffled } from "../core/random.js";

export * from "./shared/slots.js";

export function prepare(q) {
  const lists = [...q.answer.querySelectorAll("ol")];
  q.slots = [...q.fields.querySelectorAll("select")].map((select, index) => {
    const reasons = [...lists[index].children];
    const right = reasons.find((each) => "right" in each.dataset).dataset.value;
    const options = [...select.options].slice(1);
    return { name: select.dataset.slot, line: q.fields, fields: [select], options, reasons, right };
  });
}

export function arrange(q) {
  for (const { name, fields: [select], options } of q.slots) {
    select.append(...shuffled(options, q.seed, q.id + name));
  }
}
