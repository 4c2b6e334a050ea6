// A small bar for the names of the call: filled in once, put in wherever a line has their gap, cleared
// with one key. It stands where there is something to fill in, once a page.

import { gettext } from "../core/words.js";
import { isComposing } from "../core/composing.js";
import { gapOf, gapsIn } from "../core/gaps.js";
import { clear, filled, keep, keeper, onfill } from "../core/kept.js";
import { announce } from "./announce.js";
import { makeField } from "./gaps.js";
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
    gettext("They stay in this tab, and go with it. {key} clears them.", { key }),
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

// --- Single keys: they do something without Ctrl or Alt. Speech input can press them by mistake, so
// all of them can be switched off (WCAG 2.1.4), and they rest while somebody types.

const keys = keeper("localStorage", "keys");
/** The single keys of the theme: for its search, and for the pages before and behind. */
const THEMES = "/fspn,.";
let off = keys.read() === "off";

/**
 * Let single keys do something.
 *
 * @param {Record<string, () => void>} actions by key, in small letters
 * @param {AbortSignal} signal
 */
export function listenToKeys(actions, signal) {
  /** @param {Aimed<HTMLElement, KeyboardEvent>} event */
  const onkeydown = (event) => {
    if (isComposing(event)) return;
    const typing = event.target.closest?.(
      "input:not([type=checkbox]), textarea, select, [contenteditable]",
    );
    const action = actions[event.key?.toLowerCase()]; // Caps Lock may be on
    if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (off && THEMES.includes(event.key)) event.stopImmediatePropagation();
    if (!action || off) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // the theme's own search listens to "/", too
    action();
  };
  addEventListener("keydown", onkeydown, { signal, capture: true });
}

/** Make the switch; `words` say which keys there are. @param {string} words */
export function makeKeySwitch(words) {
  const box = element("input", { type: "checkbox", checked: !off });
  box.onchange = () => {
    off = !box.checked;
    keys.write(off ? "off" : "on");
  };
  return element("label", { className: "finder-keys" }, box, ` ${words}`);
}
