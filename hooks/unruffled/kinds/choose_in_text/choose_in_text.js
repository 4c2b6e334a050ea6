export * from "../shared/slots.js";

export function prepare(q) {
  const lists = q.answer.querySelectorAll("ol");
  q.slots = [...q.fields.querySelectorAll("select")].map((control, index) => {
    const reasons = [...lists[index].children];
    const right = reasons.find((each) => "right" in each.dataset).dataset.value;
    const options = [...control.options].slice(1);
    return { name: control.name, line: q.fields, control, options, reasons, right };
  });
}

export function arrange(q) {
  for (const { name, control, options } of q.slots) control.append(...q.mixed(options, name));
}
