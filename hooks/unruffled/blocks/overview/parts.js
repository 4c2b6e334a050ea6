// The parts of a module as steps, where the window is narrow: each heading opens what is below it, and
// at the end of each are the next one and the way back. Elsewhere, and on paper, all are open.
//
// What is folded is `hidden="until-found"`: a search of the browser finds it, and opens it.

import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";

/** @typedef {{head: HTMLElement, part: HTMLElement, fold: HTMLElement}} Step */

/** @template T @param {() => T} ask @param {T} otherwise where the browser refuses it @returns {T} */
function asked(ask, otherwise) {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}

/** Where the browser says nothing of windows, all parts stay open. */
const narrow = asked(
  () => matchMedia("(max-width: 59.984375em)"),
  /** @type {MediaQueryList} */ (new EventTarget()),
);

/** @type {Step[]} */
const steps = [...document.querySelectorAll(".module-part")].map((part, index) => {
  const head = /** @type {HTMLElement} */ (part.previousElementSibling);
  const fold = element("button", { type: "button", className: "part-fold" });
  part.id = `part.${head.id}`;
  fold.setAttribute("aria-labelledby", head.id);
  fold.setAttribute("aria-controls", part.id);
  fold.onclick = () => turn(steps[index], fold.ariaExpanded !== "true");
  part.addEventListener("beforematch", () => show(steps[index], true));
  head.append(fold);
  return { head, part, fold };
});

/** @param {Step} step @param {boolean} open */
function show({ part, fold }, open) {
  if (open) part.removeAttribute("hidden");
  else part.setAttribute("hidden", "until-found");
  fold.ariaExpanded = `${open}`;
}

/** Open or close a step as the reader asks; the address names it, for who comes back. @param {Step} step @param {boolean} open */
function turn(step, open) {
  show(step, open);
  history.replaceState(
    history.state,
    "",
    open ? `#${step.head.id}` : location.pathname + location.search,
  );
}

/** Close one step, and bring another one into view. @param {Step} from @param {Step} to */
function leave(from, to) {
  show(from, false);
  turn(to, to !== from);
  to.head.scrollIntoView({ block: to === from ? "center" : "start" });
  to.fold.focus({ preventScroll: true });
}

/** The ways on at the end of a step. @param {Step} step @param {number} index */
function addWays(step, index) {
  const next = steps[index + 1];
  const ways = element("p", { className: "part-ways" });
  if (next) {
    const title = next.head.firstChild?.textContent ?? "";
    ways.append(way(gettext("Next: {title}", { title }), "md-button--primary", step, next));
  }
  ways.append(way(gettext("Back to the parts"), "", step, step));
  step.part.append(ways);
}

/** @param {string} words @param {string} look @param {Step} from @param {Step} to */
const way = (words, look, from, to) =>
  element(
    "button",
    { type: "button", className: `md-button ${look}`, onclick: () => leave(from, to) },
    words,
  );

/** Open the part that the address leads into. */
function openPlace() {
  // A program may have broken the address.
  const id = asked(() => decodeURIComponent(location.hash.slice(1)), "");
  const place = document.getElementById(id);
  const step = place && steps.find(({ head, part }) => head === place || part.contains(place));
  if (!step || step.fold.ariaExpanded === "true") return;
  show(step, true);
  place.scrollIntoView();
}

/** Fold all, or none. */
function fit() {
  for (const step of steps) show(step, !narrow.matches);
  if (narrow.matches) openPlace();
}

steps.forEach(addWays);
fit();
narrow.addEventListener("change", fit);
addEventListener("hashchange", openPlace);
