// An answer to a question of any kind, right or wrong, made of its key.

/**
 * @param {Question} question
 * @param {boolean} right
 * @returns {Given}
 */
export function answerFor(question, right) {
  const key = question.kind.key(question);
  if (typeof key === "number") return { text: "…", ticks: Array(key).fill(right) };
  if (Array.isArray(key)) return right ? key : others(question, key);
  if ("accept" in key) return right ? key.accept[0] : (key.wrong[0] ?? "…");
  return right ? key : Object.fromEntries(Object.entries(key).map(slotOf(question)));
}

/**
 * What was not to be chosen; of things to bring into order, the order turned round.
 *
 * @param {Question} question
 * @param {string[]} key
 */
function others(question, key) {
  const choices = [...question.fields.querySelectorAll("input")].map(({ value }) => value);
  const wrong = choices.filter((value) => !key.includes(value));
  return choices.length ? wrong.slice(0, 1) : [...key].reverse();
}

/** @param {Question} question */
const slotOf =
  (question) =>
  /** @param {[string, string]} slot @returns {[string, string]} */
  ([name, value]) => {
    const { slots } = /** @type {SlotQuestion} */ (/** @type {unknown} */ (question));
    const { control } = /** @type {Slot} */ (slots.find((each) => each.name === name));
    const field = /** @type {HTMLSelectElement} */ (question.form.elements.namedItem(control.name));
    // A list, or a group of buttons.
    const all = [...(field.options ?? field)].map((each) => each.value);
    const other = all.find((each) => each && each !== value);
    return [name, other ?? ""];
  };
