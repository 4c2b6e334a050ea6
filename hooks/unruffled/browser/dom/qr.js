// A link as a QR code.

import { gettext } from "../core/words.js";
import { encodeQR } from "../vendor/qr/index.js";

const SVG = "http://www.w3.org/2000/svg";
/** The quiet zone that the standard asks for, in modules. */
const BORDER = 4;

/** @param {string} text @returns {SVGElement} black on white, whatever the colours of the page */
export function makeQr(text) {
  const rows = /** @type {boolean[][]} */ (encodeQR(text, "raw", { ecc: "low", border: BORDER }));
  const dark = rows.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${rows.length} ${rows.length}`);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", gettext("The link as a QR code"));
  picture.setAttribute("shape-rendering", "crispEdges");
  for (const [name, fill, d] of [
    ["rect", "#fff"],
    ["path", "#000", dark.join("")],
  ]) {
    const part = document.createElementNS(SVG, name);
    part.setAttribute("fill", fill);
    if (d) part.setAttribute("d", d);
    else for (const side of ["width", "height"]) part.setAttribute(side, `${rows.length}`);
    picture.append(part);
  }
  return picture;
}
