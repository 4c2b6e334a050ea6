// The search on a page that has no finder of its own: one in a dialog, made when it is wanted.
// Escape, the button, a press beside it, or a way to a place on the same page closes it; the browser puts
// the focus back to where it was.

import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";
import { offer } from "../desk/finder-later.js";
import { begin } from "../desk/finder-source.js";

const STYLES = ["../desk/finder.css", "../../browser/styles/copying.css"];

/** @type {HTMLDialogElement | undefined} */
let dialog;

/** Load the styles of a finder, where the page has none. */
function style() {
  /** @type {NodeListOf<HTMLLinkElement>} */
  const links = document.querySelectorAll("link[rel=stylesheet]");
  const has = new Set([...links].map(({ href }) => href));
  const needed = STYLES.map((path) => new URL(path, import.meta.url).href);
  for (const href of needed)
    if (!has.has(href)) document.head.append(element("link", { rel: "stylesheet", href }));
}

/** Whether a link leads to a place on this page. @param {HTMLAnchorElement | null} link */
const isHere = (link) =>
  link !== null && link.href.split("#")[0] === location.href.split("#")[0] && link.hash !== "";

function make() {
  style();
  /** @type {HTMLTemplateElement} */
  const box = document.querySelector(".search-box");
  const finder = document.createElement("unruffled-finder");
  finder.append(box.content.cloneNode(true));
  finder.toggleAttribute("data-bare", "bare" in box.dataset);
  const close = element("button", { type: "button", className: "search-close" }, gettext("Close"));
  const made = element(
    "dialog",
    { className: "search-dialog md-typeset", ariaLabel: gettext("Search") },
    element("div", { className: "search-inside unruffled" }, close, finder),
  );
  close.onclick = () => made.close();
  made.addEventListener("click", (/** @type {Aimed<Element, MouseEvent>} */ { target }) => {
    if (target === made || isHere(target.closest("a"))) made.close();
  });
  document.body.append(made);
  begin("bare" in box.dataset);
  offer(finder);
  return made;
}

/** Open it, with words to look for. @param {string} [words] */
export function open(words) {
  dialog ??= make();
  /** @type {HTMLInputElement} */
  const field = dialog.querySelector("input");
  if (!dialog.open) dialog.showModal();
  if (words) field.value = words;
  field.focus();
  if (!words) field.select();
  else field.dispatchEvent(new Event("input"));
}
