// What is said of a finding: one entry of the list, and which words may stand in its place.

import { bracketed, fill } from "../../browser/core/gaps.js";
import { filled } from "../../browser/core/kept.js";
import { root } from "../../browser/core/root.js";
import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";

/** How many words instead are offered at once. */
const OFFERED = 2;

/** @param {ReplyFinding} finding */
export const isGap = ({ kind }) => kind === "gap";

/** @param {ReplyFinding["severity"]} severity */
export const severityOf = (severity) => {
  if (severity === "worse") return gettext("Makes it worse");
  return severity === "unclear" ? gettext("Unclear") : gettext("Style");
};

/** A short piece of the draft. @param {string} text */
const piece = (text) => (text.length > 70 ? `${text.slice(0, 67)}…` : text);

/**
 * Words instead, those for the situation and the channel first.
 *
 * @param {ReplySaid} saying
 * @param {ReplyContext} context
 * @returns {string[]} with the names of the call in them
 */
function wordsFor({ instead }, { channel, situation }) {
  const fits = (/** @type {ReplyWords} */ { channels, situations }) =>
    Number(Boolean(situation && situations?.includes(situation))) * 2 +
    Number(!channel || !channels || channels.includes(channel));
  return [...instead]
    .sort((a, b) => fits(b) - fits(a))
    .slice(0, OFFERED)
    .map(({ say }) => fill(say, filled(), bracketed).text);
}

/**
 * Make the entry of a finding.
 *
 * @param {ReplyFinding} finding
 * @param {ReplySaid} saying
 * @param {ReplyContext} context
 * @param {{goTo: () => void, put: (words: string) => void}} does
 */
export function makeItem(finding, saying, context, { goTo, put }) {
  const { severity, text, whole, sentence } = finding;
  const where = gettext("Sentence {n}", { n: sentence + 1 });
  const kind = element("b", {}, saying.title);
  const mark = element("span", { className: "reply-severity" }, severityOf(severity));
  const place = whole
    ? element("span", { className: "reply-place" }, gettext("The whole draft"))
    : element(
        "button",
        { type: "button", className: "reply-place", onclick: goTo },
        gettext("{where}: “{text}”", { where, text: piece(text) }),
      );
  const parts = [kind, " ", mark, place, element("p", {}, saying.cost), makeWhy(saying)];
  for (const words of wordsFor(saying, context)) parts.push(makeInstead(words, whole, put));
  const item = element("li", { className: `reply-finding reply-finding--${severity}` });
  item.append(...parts);
  return item;
}

/** @param {ReplySaid} saying @returns {Node | string} */
function makeWhy({ module, evidence }) {
  if (!module) return "";
  const link = element("a", { href: new URL(module.url, root).href }, module.title);
  const grade = evidence.length
    ? ` ${gettext("Evidence: {list}", { list: evidence.join(", ") })}`
    : "";
  return element("p", { className: "reply-why" }, link, grade);
}

/** @param {string} words @param {boolean} whole @param {(words: string) => void} put */
function makeInstead(words, whole, put) {
  const called = whole ? gettext("Add at the end") : gettext("Put in for this sentence");
  const press = element(
    "button",
    { type: "button", className: "phrase-copy", onclick: () => put(words) },
    called,
  );
  return element("p", { className: "reply-instead" }, element("q", {}, words), " ", press);
}
