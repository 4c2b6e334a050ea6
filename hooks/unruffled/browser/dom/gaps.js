// Fields for gaps. Those of a line stand beside it, are made when somebody opens them, and hold for
// that line alone; those of the call have their bar (call.js).

import { gettext } from "../core/words.js";
import { isComposing } from "../core/composing.js";
import { gapOf, gapsIn, know, listed } from "../core/gaps.js";
import { put, valuesOf } from "../core/kept.js";
import { button, element } from "./make.js";

/**
 * Learn what the gaps of a page are called, from the list that it shows to its readers.
 *
 * @param {HTMLElement} host
 */
export function learn(host) {
  for (const term of host.querySelectorAll(".gap-list dt")) {
    const { gap = "", lasts = "" } = term.dataset;
    know({
      [gap]: { label: term.textContent, hint: term.nextElementSibling?.textContent ?? "", lasts },
    });
  }
}

/** Make a field for a gap, with its label and its hint. @param {string} id @param {string} name */
export function makeField(id, name) {
  const { label, hint } = gapOf(name);
  const field = element("input", { id, name, autocomplete: "off", maxLength: 200 });
  const about = element("small", { id: `${id}.hint` }, hint);
  field.setAttribute("aria-describedby", about.id);
  const words = label.charAt(0).toUpperCase() + label.slice(1);
  return element(
    "span",
    { className: "gap-field" },
    element("label", { htmlFor: id }, words),
    field,
    about,
  );
}

/**
 * Make the fields for a line, folded up: they name what is open, and nobody has to open them.
 *
 * @param {HTMLElement} line with an id and its words
 * @returns {HTMLElement | ""} nothing where the line has no gap of its own
 */
export function makeFields(line) {
  const names = gapsIn(line.dataset.words ?? "", "line");
  if (!names.length) return "";
  const made = element(
    "details",
    { className: "gap-fields" },
    element("summary", {}, gettext("Fill in: {gaps}", { gaps: listed(names) })),
  );
  made.addEventListener("toggle", () => made.append(makeForm(line, names)), { once: true });
  return made;
}

/** @param {HTMLElement} line @param {string[]} names */
function makeForm(line, names) {
  const form = element(
    "div",
    { className: "gap-form" },
    ...names.map((name) => makeField(`${line.id}.${name}`, name)),
  );
  const fields = [...form.querySelectorAll("input")];
  for (const field of fields) field.dataset.line = line.id;
  const clear = () => {
    for (const { name } of fields) put(line, name, "");
  };
  form.append(button(gettext("Clear"), clear));
  form.oninput = (event) => {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    put(line, name, value);
  };
  form.onkeydown = (/** @type {Aimed<HTMLInputElement, KeyboardEvent>} */ event) => {
    if (event.key !== "Enter" || event.target.type !== "text" || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation(); // the finder has a key of its own
    document.getElementById(`${line.id}.copy`)?.click();
  };
  showFields(form);
  return form;
}

/**
 * Show in the fields of `host` what holds now; what is being typed stays as it is.
 *
 * @param {HTMLElement} host
 */
export function showFields(host) {
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (
    host.querySelectorAll("input[data-line]")
  )) {
    const line = document.getElementById(field.dataset.line ?? "");
    if (line && field !== document.activeElement) field.value = valuesOf(line)[field.name] ?? "";
  }
}
