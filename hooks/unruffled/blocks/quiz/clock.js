// The clock of a test. It warns, and can always be given more time; it takes nothing away.

import { announce } from "../../browser/dom/announce.js";
import { gettext, ngettext } from "../../browser/core/words.js";
import { button, element } from "../../browser/dom/make.js";

export const MINUTE = 60_000;
const MORE = 5;

/** What is announced: when so many minutes are left. */
const SPOKEN = new Map([
  [5, gettext("5 minutes left.")],
  [1, gettext("1 minute left. You can take more time.")],
  [0, gettext("The time is up. Hand in, or take more time: the result will say so.")],
]);

/**
 * @param {{deadline: number, extra: number}} state of the test; more time is added to it
 * @param {() => void} save keeps the state
 * @param {AbortSignal} signal ends the clock
 */
export function makeClock(state, save, signal) {
  const shown = element("span", { role: "timer" });
  const told = element("span", { role: "status" });
  const more = button(ngettext("{n} more minute", "{n} more minutes", MORE), () => {
    state.deadline = Math.max(state.deadline, Date.now()) + MORE * MINUTE;
    state.extra += MORE;
    save();
    tick();
    announce(told, ngettext("{n} minute added.", "{n} minutes added.", MORE));
  });
  const box = element("p", { className: "quiz-clock" }, shown, " ", more, " ", told);
  let before = Infinity;

  function tick() {
    const left = Math.max(0, state.deadline - Date.now());
    const minutes = Math.ceil(left / MINUTE);
    const seconds = String(Math.floor(left / 1000) % 60).padStart(2, "0");
    shown.textContent = left
      ? gettext("Time left: {time}", { time: `${Math.floor(left / MINUTE)}:${seconds}` })
      : gettext("Time is up.");
    if (minutes < before && SPOKEN.has(minutes)) announce(told, SPOKEN.get(minutes) ?? "");
    before = minutes;
    box.toggleAttribute("data-late", minutes <= 1);
  }

  const timer = setInterval(tick, 1000);
  const stop = () => clearInterval(timer);
  signal.addEventListener("abort", stop);
  tick();
  return { element: box, stop };
}
