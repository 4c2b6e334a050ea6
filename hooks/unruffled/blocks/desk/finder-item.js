// One thing that the finder has found: a card with its first line and its phrases, a risk card, a letter
// or a page that is only opened, or a phrase with what it is said instead of, why and when not.

import { gettext } from "../../browser/core/words.js";
import { bracketed, fill } from "../../browser/core/gaps.js";
import { filled, marks, star } from "../../browser/core/kept.js";
import { root } from "../../browser/core/root.js";
import { addCopy, showFilled } from "../../browser/dom/copying.js";
import { makeFields } from "../../browser/dom/gaps.js";
import { element } from "../../browser/dom/make.js";

/** Where the arrow keys stop. */
export const STOP = "finder-stop";

/** The line that is copied for an item. @param {FinderItem} item @returns {string} */
const lineOf = ({ say = [] }) => [say].flat()[0];

/**
 * The line that is copied, with the names of the call in it, and the labels of what is open.
 *
 * @param {FinderItem} item
 */
export const copiedLine = (item) => fill(lineOf(item), filled(), bracketed).text;

/** The address of an item's page. @param {Pick<FinderItem, "url">} item */
export const addressOf = ({ url }) => new URL(url, root).href;

/** Go to an item's page. @param {FinderItem} item */
export function open(item) {
  location.href = addressOf(item);
}

/**
 * Make the entry of a list for an item of `Finder.find`.
 *
 * @param {FinderItem} item
 * @returns {HTMLLIElement}
 */
export function makeItem(item) {
  if (item.kind === "phrase")
    return element("li", { className: "finder-phrase" }, ...phraseParts(item));
  if (item.risk)
    return element(
      "li",
      { className: "finder-card finder-risk" },
      kindMark(gettext("Risk")),
      cardLink(item, STOP),
    );
  if (item.kind === "page") return element("li", { className: "finder-page" }, ...pageParts(item));
  if (item.kind === "letter")
    return element("li", { className: "finder-letter" }, ...letterParts(item));
  const parts = [kindMark(gettext("Card")), cardLink(item), makeLine(item)];
  if (item.letters?.length) parts.push(makeLetters(item));
  if (item.phrases?.length) parts.push(makeFiled(item));
  return element("li", { className: "finder-card" }, ...parts);
}

/** @param {string} words */
const kindMark = (words) => element("span", { className: "finder-kind" }, words);

/** @param {FinderItem} item @param {string} more */
const cardLink = (item, more = "") =>
  element("a", { className: `finder-open ${more}`, href: addressOf(item) }, item.label ?? "");

/** @param {FinderItem} item */
const letterParts = (item) => [
  kindMark(gettext("Letter")),
  cardLink(item, STOP),
  element("p", {}, item.about ?? ""),
];

/** @param {FinderItem} item */
function pageParts(item) {
  const about = [item.where, item.about].filter(Boolean).join(" · ");
  return [
    kindMark(item.what ?? ""),
    cardLink(item, STOP),
    ...(about ? [element("p", {}, about)] : []),
  ];
}

/** Ways to the letters that are filed under a card. @param {FinderItem} card */
function makeLetters({ letters }) {
  const links = (letters ?? []).flatMap((item) => [
    ", ",
    element("a", { href: addressOf(item) }, item.label ?? ""),
  ]);
  return element(
    "p",
    { className: "finder-letters" },
    gettext("In writing:"),
    " ",
    ...links.slice(1),
  );
}

/** @param {FinderItem} item */
function makeLine(item) {
  const id = `found.${item.id.replace("/", ".")}`;
  const line = element("span", { className: "say", id }, lineOf(item));
  line.dataset.id = item.id;
  line.dataset.words = lineOf(item);
  const row = element(
    "div",
    { className: "finder-line" },
    line,
    ...(item.kind === "phrase" ? [starButton(item)] : []),
  );
  if (item.kind === "phrase") row.prepend(kindMark(gettext("Phrase")));
  showFilled(row);
  addCopy(line).classList.add(STOP);
  row.append(makeFields(line));
  return row;
}

/** @param {FinderItem} item */
function phraseParts(item) {
  return [makeLine(item), folded(gettext("Why, and when not"), "finder-why", () => about(item))];
}

/**
 * The phrases that are filed under a card: made when they are asked for, as most never are.
 *
 * @param {FinderItem} card
 */
const makeFiled = ({ phrases = [] }) =>
  folded(
    gettext("Phrases for it ({count})", { count: phrases.length }),
    "finder-why finder-filed",
    () => [element("ul", {}, ...phrases.map(makeItem))],
  );

/** @param {FinderItem} item */
function about({ example, avoid, why, not_when: notWhen, url }) {
  /** @param {string} words @param {string | undefined} text */
  const part = (words, text) => element("p", {}, element("b", {}, words), " ", text ?? "");
  return [
    ...(example ? [part(gettext("For example:"), example)] : []),
    part(gettext("Instead of:"), avoid),
    part(gettext("Why:"), why),
    part(gettext("Not when:"), notWhen),
    element("a", { href: addressOf({ url }) }, gettext("Open its table")),
  ];
}

/** @param {string} words @param {string} className @param {() => HTMLElement[]} makeParts */
function folded(words, className, makeParts) {
  const made = element("details", { className }, element("summary", {}, words));
  made.addEventListener("toggle", () => made.append(...makeParts()), { once: true });
  return made;
}

/** @param {FinderItem} item */
function starButton(item) {
  const { id } = item;
  const made = element("button", {
    className: "finder-star",
    ariaLabel: gettext("Favourite: {line}", { line: copiedLine(item) }),
  });
  /** @param {boolean} is */
  const show = (is) => {
    made.ariaPressed = String(is);
    made.textContent = is ? "★" : "☆";
  };
  made.onclick = () => show(star(id));
  show(marks().stars.includes(id));
  return made;
}
