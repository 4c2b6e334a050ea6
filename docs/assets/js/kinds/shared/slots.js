// One value for each slot: what matching, sorting and choose_in_text share.
// A slot is {name, line, fields, reasons, right}: `fields` one <select> or a few radio buttons,
// `reasons` the lines of the answer (one for the slot, or one for each value), `right` its value.

export const prompt = "Choose one for each, then check.";

const value = ({ fields }) =>
  (fields[0].type === "radio" ? fields.find((each) => each.checked)?.value : fields[0].value) ?? "";

export const response = (q) => Object.fromEntries(q.slots.map((slot) => [slot.name, value(slot)]));

export const key = (q) => Object.fromEntries(q.slots.map(({ name, right }) => [name, right]));

/** The first open field as they stand on the page, in whatever order. */
export function gap(q) {
  const open = q.slots.filter((slot) => !value(slot)).flatMap(({ fields }) => fields);
  return [...q.fields.elements].find((field) => open.includes(field));
}

export function restore(q, values) {
  for (const { name, fields } of q.slots) {
    const wanted = values?.[name] ?? "";
    for (const field of fields) {
      if (field.type === "radio") field.checked = field.value === wanted;
      else field.value = wanted;
    }
  }
}

/** The share of slots that hold the right value. */
export function score(values, keys) {
  const names = Object.keys(keys);
  const right = names.filter((name) => values?.[name] === keys[name]).length;
  return { share: right / (names.length || 1), note: right ? `${right} of ${names.length} right` : "" };
}

/** Say of each slot whether it is right, and why; what would give it away waits for the end. */
export function show(q, values, all) {
  for (const { name, line, fields, reasons, right } of q.slots) {
    const good = values[name] === right;
    const chosen = reasons.find((each) => each.dataset.value === values[name]);
    const tells = good || all || fields.length === 2; // of two, the other one must be right
    const words = chosen || (all && !good) ? "" : good ? "Right." : "Not this one.";
    q.note(line, chosen ?? (tells ? reasons[0] : null), good, words, fields[0]);
  }
}
