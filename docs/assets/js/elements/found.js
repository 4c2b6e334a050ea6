// One thing that was found: a card with its first line, or a phrase with why and when not.

import { root } from "../core/root.js";
import { fill, filled } from "../core/fill.js";
import { marks, star } from "../core/marks.js";
import { addCopy } from "./copying.js";
import { element } from "./make.js";

/** @param {object} item of desk.json, with its `kind` */
export function makeItem(item) {
  const words = [item.say].flat()[0];
  const id = `found.${item.id.replace("/", ".")}`;
  const line = element("span", { className: "say", id }, fill(words, filled(), null).text);
  line.dataset.id = item.id;
  line.dataset.words = words;
  const row = element("p", { className: "finder-line" }, line);
  addCopy(line);
  const about = item.kind === "card" ? cardLink(item) : details(item, row);
  return element("li", { className: `finder-${item.kind}` }, ...(item.kind === "card" ? [about, row] : [row, about]));
}

const cardLink = ({ url, label }) =>
  element("a", { className: "finder-open", href: new URL(url, root).href }, label);

function details(item, row) {
  row.append(starButton(item));
  const part = (words, text) => element("p", {}, element("b", {}, words), ` ${text}`);
  return element(
    "details",
    { className: "finder-why" },
    element("summary", {}, "Why, and when not"),
    part("Instead of:", item.avoid),
    part("Why:", item.why),
    part("Not when:", item.not_when),
    element("p", {}, element("a", { href: new URL(item.url, root).href }, "Open its table")),
  );
}

function starButton({ id, say }) {
  const made = element("button", { type: "button", className: "finder-star", ariaLabel: `Favourite: ${say}` });
  const show = (is) => {
    made.ariaPressed = String(is);
    made.textContent = is ? "★" : "☆";
  };
  made.onclick = () => show(star(id));
  show(marks().stars.includes(id));
  return made;
}
