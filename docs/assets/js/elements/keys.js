// Keys that do something without Ctrl or Alt. Speech input can press them by mistake, so all of them
// can be switched off (WCAG 2.1.4), and they rest while somebody types.

import { element } from "./make.js";

const KEY = "unruffled keys";
/** The single keys of the theme: for its search, and for the pages before and behind. */
const THEMES = "/fspn,.";
let off = false;

/** Whether single keys do something. */
export function keysOn() {
  try {
    return localStorage[KEY] !== "off";
  } catch {
    return !off;
  }
}

function switchKeys(on) {
  off = !on;
  try {
    localStorage[KEY] = on ? "on" : "off";
  } catch {
    // It holds for this page, then.
  }
}

/**
 * Let single keys do something.
 *
 * @param {Record<string, () => void>} actions by key, in small letters
 * @param {AbortSignal} signal
 */
export function listenToKeys(actions, signal) {
  const onkeydown = (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
    const action = actions[event.key?.toLowerCase()]; // Caps Lock may be on
    if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!keysOn() && THEMES.includes(event.key)) event.stopImmediatePropagation();
    if (!action || !keysOn()) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // the theme's own search listens to "/", too
    action();
  };
  addEventListener("keydown", onkeydown, { signal, capture: true });
}

/** Make the switch; `words` say which keys there are. */
export function makeKeySwitch(words) {
  const box = element("input", { type: "checkbox", checked: keysOn() });
  box.onchange = () => switchKeys(box.checked);
  return element("label", { className: "finder-keys" }, box, ` ${words}`);
}
