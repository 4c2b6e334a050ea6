// Single keys: they do something without Ctrl or Alt. Speech input can press them by mistake, so
// all of them can be switched off (WCAG 2.1.4), and they rest while somebody types.

import { isComposing } from "../core/composing.js";
import { keeper } from "../core/keeper.js";
import { element } from "./make.js";

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
