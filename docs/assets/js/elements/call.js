// A small bar for the names of the call: filled in once, put in wherever a phrase has a placeholder,
// cleared with one key. It stands where there is something to fill in, once a page.

import { called, filled, keep, onfill, placeholders } from "../core/fill.js";
import { listenToKeys, makeKeySwitch } from "./keys.js";
import { button, element } from "./make.js";

const CLEAR = "x";

/**
 * Show the bar where the lines of `host` have placeholders and the page has no bar yet.
 *
 * @param {HTMLElement} host
 * @param {AbortSignal} signal
 * @param {Record<string, string>} [known] placeholders with what they stand for, where there is more
 *   to come than the lines that are there
 * @param {(bar: HTMLElement) => void} [put] puts it where it belongs; above `host` if not given
 */
export function showCall(host, signal, known = {}, put = (bar) => host.before(bar)) {
  const lines = [...host.querySelectorAll(".say")].flatMap((line) =>
    placeholders(line.dataset.words ?? line.textContent));
  const names = [...new Set([...Object.keys(known), ...lines])];
  if (!names.length || document.querySelector(".call-names")) return;
  put(makeBar(names, known, signal));
}

function makeBar(names, known, signal) {
  const inputs = names.map((name) => element("input", { name, autocomplete: "off", maxLength: 80 }));
  const show = () => inputs.forEach((input) => (input.value = filled()[input.name] ?? ""));
  const clear = () => {
    keep({});
    told.textContent = "The names are cleared.";
  };
  const oninput = () => {
    told.textContent = "";
    keep({ ...filled(), ...Object.fromEntries(inputs.map(({ name, value }) => [name, value])) });
  };
  const told = element("span", { role: "status" });
  const fields = inputs.map((input) => {
    const words = known[input.name] || called(input.name);
    return element("label", {}, words[0].toUpperCase() + words.slice(1), input);
  });
  const form = element("div", { className: "call-fields", oninput }, ...fields, button("Clear", clear), told);
  const about = "They stay in this tab only, and go when you close it.";
  const summary = element("summary", {}, "Names for this call");
  const hint = element("p", {}, `${about} ${CLEAR.toUpperCase()} clears them.`);
  // A page with a finder has the switch there.
  const keys = document.querySelector(".finder-keys") ? [] : [makeKeySwitch(`Keys: ${CLEAR.toUpperCase()} to clear the names`)];
  listenToKeys({ [CLEAR]: clear }, signal);
  onfill(() => inputs.includes(document.activeElement) || show(), signal);
  show();
  const open = Object.keys(filled()).length > 0;
  return element("details", { className: "call-names", open }, summary, form, hint, ...keys);
}
