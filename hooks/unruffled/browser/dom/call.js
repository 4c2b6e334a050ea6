// A small bar for the names of the call: filled in once, put in wherever a line has their gap, cleared
// with one key. It stands where there is something to fill in, once a page.

import { gettext } from "../core/words.js";
import { gapOf, gapsIn } from "../core/gaps.js";
import { clear, filled, keep, onfill } from "../core/kept.js";
import { announce } from "./announce.js";
import { makeField } from "./gaps.js";
import { listenToKeys, makeKeySwitch } from "./keys.js";
import { button, element } from "./make.js";

const CLEAR = "x";

/**
 * Show the bar where the lines of `host` have gaps of the call and the page has no bar yet.
 *
 * @param {HTMLElement} host
 * @param {AbortSignal} signal
 * @param {string[]} [known] gaps of lines that are still to come
 * @param {(bar: HTMLElement) => void} [put] puts it where it belongs; above `host` if not given
 */
export function showCall(host, signal, known = [], put = (bar) => host.before(bar)) {
  const lines = [...host.querySelectorAll(".say")].flatMap((line) =>
    gapsIn(line.dataset.words ?? line.textContent, "call"),
  );
  const names = [...new Set([...known.filter((name) => gapOf(name).lasts === "call"), ...lines])];
  if (!names.length || document.querySelector(".call-names")) return;
  put(makeBar(names, signal));
}

/** @param {string[]} names @param {AbortSignal} signal @returns {HTMLElement} */
function makeBar(names, signal) {
  const fields = names.map((name) => makeField(`call.${name}`, name));
  const inputs = fields.map((field) => field.querySelector("input"));
  const show = () => {
    for (const input of inputs) input.value = filled()[input.name] ?? "";
  };
  const clearAll = () => {
    clear();
    announce(told, gettext("What was filled in is cleared."));
  };
  const oninput = () => {
    announce(told, "");
    keep({ ...filled(), ...Object.fromEntries(inputs.map(({ name, value }) => [name, value])) });
  };
  const told = element("span", { role: "status" });
  const form = element(
    "div",
    { className: "call-fields", oninput },
    ...fields,
    button(gettext("Clear"), clearAll),
    told,
  );
  const summary = element("summary", {}, gettext("Names for this call"));
  const key = CLEAR.toUpperCase();
  const hint = element(
    "p",
    {},
    gettext("They stay in this tab, and go with it."),
    " ",
    element("span", { className: "call-key" }, gettext("{key} clears them.", { key })),
  );
  // A page with a finder has the switch there.
  const keys = document.querySelector(".finder-keys")
    ? []
    : [makeKeySwitch(gettext("Keys: {key} to clear the names", { key }))];
  listenToKeys({ [CLEAR]: clearAll }, signal);
  onfill(() => inputs.some((input) => input === document.activeElement) || show(), signal);
  show();
  const open = Object.keys(filled()).length > 0;
  return element("details", { className: "call-names", open }, summary, form, hint, ...keys);
}
