// What could not be kept for offline, in the line at the lower edge: which file, and why usually.

import { gettext, ngettext, pieces } from "../core/words.js";
import { element } from "../dom/make.js";

const HIDDEN = "unruffled refused";

/**
 * What could not be kept: `told` if the reader is to know, `whole` if the build was refused for it.
 *
 * @typedef {{why: string, status?: number, told: boolean, whole: boolean}} Refused
 */

/** @type {Record<string, string>} */
const CAUSES = {
  changed: gettext(
    "Something else came in its place. Usually your network changes pages: a sign-in page, a filter.",
  ),
  missing: gettext("It did not come. Usually a filter blocks it, or the connection is slow."),
  room: gettext("This browser has no room left for it."),
};

/** @param {Refused} refused @returns {string} what happened, and what usually is behind it */
export const cause = ({ why, status }) =>
  status
    ? gettext("The server answered {status}. {cause}", {
        status: String(status),
        cause: CAUSES[why],
      })
    : CAUSES[why];

/**
 * @param {string} path
 * @param {string} root
 * @returns {HTMLAnchorElement} a file, by the address that readers know it by
 */
export function link(path, root) {
  const shown = path.replace(/(^|\/)index\.html$/, "$1") || "index.html";
  return element("a", { href: root + encodeURI(path), translate: false }, shown);
}

/**
 * @param {Record<string, Refused>} refusals by
 *   path; those to be told are `told`, `whole` if the build was refused for it
 * @param {string} root of the site
 * @param {HTMLElement} note the line, which is emptied when the reader has read it
 * @returns {(Node | string)[]} nothing where there is nothing to tell
 */
export function words(refusals, root, note) {
  const told = Object.entries(refusals).filter(([, each]) => each.told);
  const mark = JSON.stringify(told);
  if (!told.length || sessionStorage[HIDDEN] === mark) return [];
  const [[path, each]] = told.sort(([, a], [, b]) => Number(b.whole) - Number(a.whole));
  const n = told.length - 1;
  const which = n
    ? pieces(ngettext("{file} and {n} more.", "{file} and {n} more.", n), {
        file: link(path, root),
      })
    : [link(path, root), "."];
  const earlier = navigator.serviceWorker.controller
    ? gettext("The earlier version stays.")
    : gettext("Until then, pages need a network.");
  const onclick = () => {
    sessionStorage[HIDDEN] = mark;
    note.replaceChildren();
  };
  return [
    each.whole
      ? gettext("This version could not be kept for offline:")
      : gettext("Not kept for offline:"),
    " ",
    ...which,
    ` ${cause(each)} `,
    each.whole ? earlier : gettext("All else works."),
    " ",
    gettext("The next visit tries again."),
    " ",
    element("button", { type: "button", onclick }, gettext("Hide")),
  ];
}
