// A certificate to print. The name is asked for here and kept nowhere.

import { course } from "../../browser/core/course.js";
import { longDay } from "../../browser/core/dates.js";
import { button, element } from "../../browser/dom/make.js";

/**
 * @param {string} title of the test
 * @param {Omit<Result, keyof Stamp> & Partial<Stamp>} result the entry of the record
 * @returns {Element} the button that opens it
 */
export function makeCertificate(title, result) {
  const name = element("input", { type: "text", autocomplete: "name", maxLength: 80 });
  const shown = element("p", { className: "certificate-name", translate: false }, "…");
  name.addEventListener("input", () => (shown.textContent = name.value || "…"));
  const day = longDay(result.t ?? Date.now());
  const origin = element("p");
  course().then(
    ({ title: handbook = "", organisation = "" }) =>
      (origin.textContent = [handbook, organisation].filter(Boolean).join(", ")),
    () => {},
  );
  const paper = element(
    "div",
    { className: "certificate-paper" },
    element("h2", {}, "Certificate"),
    shown,
    element("p", {}, "has passed"),
    element("p", { className: "certificate-title" }, title),
    element(
      "p",
      {},
      `on ${day} with ${result.percent} % (${result.points} of ${result.max} points).`,
    ),
    origin,
    element(
      "p",
      { className: "certificate-small" },
      `${result.drawn.length} questions. Course version ${result.edition || "not known"}, reference ${result.run}. ` +
        "The answers were checked in the browser in which the test was taken.",
    ),
  );
  const dialog = element(
    "dialog",
    { className: "certificate", ariaLabel: "Certificate" },
    element(
      "div",
      { className: "certificate-form" },
      element("label", {}, "Name on the certificate ", name),
      button("Print", () => print()),
      " ",
      button("Close", () => dialog.close()),
    ),
    paper,
  );
  dialog.dataset.mdColorScheme = "default"; // paper is white
  return button(`Certificate of ${day}`, () => {
    if (!dialog.isConnected) document.body.append(dialog);
    dialog.showModal();
  });
}
