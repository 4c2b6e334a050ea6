// The search on a page that has no finder of its own: one in a dialog, made when it is wanted.
// Escape, the button, a press beside it, or a way to a place on the same page closes it; the browser puts
// the focus back to where it was.

import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";

const STYLES = ["../desk/finder.css", "../../browser/styles/copying.css"];

/** @type {Promise<HTMLDialogElement> | undefined} */
let made;

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

/** @returns {Promise<HTMLDialogElement>} */
async function make() {
  style();
  /** @type {HTMLTemplateElement} */
  const box = document.querySelector(".search-box");
  const finder = document.createElement("unruffled-finder");
  finder.append(box.content.cloneNode(true));
  finder.toggleAttribute("data-bare", "bare" in box.dataset);
  const close = element("button", { type: "button", className: "search-close" }, gettext("Close"));
  const dialog = element(
    "dialog",
    { className: "search-dialog md-typeset", ariaLabel: gettext("Search") },
    element("div", { className: "search-inside" }, close, finder),
  );
  close.onclick = () => dialog.close();
  dialog.addEventListener("click", (/** @type {Aimed<Element, MouseEvent>} */ { target }) => {
    if (target === dialog || isHere(target.closest("a"))) dialog.close();
  });
  document.body.append(dialog);
  await import("../desk/finder-later.js"); // puts its field in
  return dialog;
}

/** Open it, with words to look for. @param {string} [words] */
export async function open(words) {
  made ??= make();
  const dialog = await made;
  /** @type {HTMLInputElement} */
  const field = dialog.querySelector("input");
  if (!dialog.open) dialog.showModal();
  if (words) field.value = words;
  field.focus();
  field.select();
  if (words) field.dispatchEvent(new Event("input"));
}
