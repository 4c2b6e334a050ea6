// A certificate to print. The name is asked for here and kept nowhere.

import { course } from "../../browser/core/course.js";
import { longDay } from "../../browser/core/dates.js";
import { gettext, ngettext, pieces } from "../../browser/core/words.js";
import { button, element } from "../../browser/dom/make.js";

/**
 * @param {string} title of the test
 * @param {Passed} result the entry of the record
 * @returns {Element} the button that opens it
 */
export function makeCertificate(title, result) {
  const name = element("input", { type: "text", autocomplete: "name", maxLength: 80 });
  const shown = element("p", { className: "certificate-name", translate: false }, "…");
  name.addEventListener("input", () => (shown.textContent = name.value || "…"));
  const dialog = element(
    "dialog",
    { className: "certificate", ariaLabel: gettext("Certificate") },
    element(
      "div",
      { className: "certificate-form" },
      element("label", {}, gettext("Name on the certificate"), " ", name),
      button(gettext("Print"), () => print()),
      " ",
      button(gettext("Close"), () => dialog.close()),
    ),
    makePaper(title, result, shown),
  );
  dialog.dataset.mdColorScheme = "default"; // paper is white
  return button(gettext("Certificate of {day}", { day: dayOf(result) }), () => {
    if (!dialog.isConnected) document.body.append(dialog);
    dialog.showModal();
  });
}

/**
 * What is printed: the same whoever opens it.
 *
 * @param {string} title of the test
 * @param {Passed} result
 * @param {Node} name the line with the name
 */
export function makePaper(title, result, name) {
  const origin = element("p");
  course().then(
    ({ title: handbook = "", organisation = "" }) =>
      (origin.textContent =
        handbook && organisation
          ? gettext("{handbook}, {organisation}", { handbook, organisation })
          : handbook || organisation),
    () => {},
  );
  return element(
    "div",
    { className: "certificate-paper" },
    element("h2", {}, gettext("Certificate")),
    ...statement(result, dayOf(result), {
      name,
      title: element("p", { className: "certificate-title" }, title),
    }),
    origin,
    element("p", { className: "certificate-small" }, about(result)),
  );
}

/** @param {Passed} result */
const dayOf = ({ t }) => longDay(t ?? Date.now());

/** @typedef {Omit<Result, keyof Stamp> & Partial<Stamp>} Passed */

/**
 * The sentence of a certificate, each part of it a line.
 *
 * @param {Passed} result
 * @param {string} day
 * @param {Record<string, Node>} nodes the lines of name and title
 */
function statement({ percent, points, max }, day, nodes) {
  const words = ngettext(
    "{name} has passed {title} on {day} with {percent} % ({points} of {n} points).",
    "{name} has passed {title} on {day} with {percent} % ({points} of {n} points).",
    max,
    { day, percent, points },
  );
  return pieces(words, nodes)
    .filter(Boolean)
    .map((part) => (typeof part === "string" ? element("p", {}, part.trim()) : part));
}

/** @param {Passed} result */
const about = ({ drawn, edition, run }) =>
  [
    ngettext("{n} question.", "{n} questions.", drawn.length),
    edition
      ? gettext("Course version {edition}, reference {run}.", { edition, run })
      : gettext("Course version not known, reference {run}.", { run }),
    gettext("The answers were checked in the browser in which the test was taken."),
    gettext("It is no badge: nobody has signed it."),
  ].join(" ");
