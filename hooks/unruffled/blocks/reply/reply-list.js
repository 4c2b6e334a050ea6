// The list of findings, and the parts of a whole reply with what is good.

import { takenUp } from "../../browser/core/reply-facts.js";
import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";
import { makeItem, severityOf } from "./reply-item.js";

/**
 * @param {ReplyPageData} data
 * @param {import("./reply-field.js").ReplyField} field
 */
export function makeList(data, field) {
  const findings = element("ol", { className: "reply-findings" });
  const parts = element("ul", { className: "reply-parts" });
  const box = element(
    "div",
    { className: "reply-beside" },
    element("h2", {}, gettext("What it does to them")),
    findings,
    element("h2", {}, gettext("The parts of a whole reply")),
    parts,
  );
  /** @type {ReplyResult} */
  let now = { findings: [], rules: [], parts: [], sentences: 0, spans: [] };
  let at = -1;
  let before = "";

  /** @param {ReplyFinding} finding @returns {ReplySaid} */
  const saying = ({ kind, rule }) => {
    const file = data.says[rule.split("/")[0]] ?? data.says[kind];
    return { ...file, ...data.own[rule] };
  };

  /** @param {ReplyFinding} finding @param {string} words */
  function put(finding, words) {
    const [start, end] = now.spans[finding.sentence];
    if (finding.whole) field.put(end, end, ` ${words}`);
    else field.put(start, end, words);
  }

  /** @param {ReplyContext} context */
  function showFindings(context) {
    const items = now.findings.map((each) =>
      makeItem(each, saying(each), context, {
        goTo: () => field.select(each.start, each.end),
        put: (words) => put(each, words),
      }),
    );
    findings.replaceChildren(...items);
  }

  /** @param {ReplyResult} found @param {string} draft @param {string} theirs @param {ReplyContext} context */
  function show(found, draft, theirs, context) {
    now = found;
    // What has not changed stays: a screen reader may be in it.
    const key = JSON.stringify([found.findings, context]);
    if (key !== before) {
      at = -1;
      showFindings(context);
    }
    before = key;
    box.hidden = !draft.trim();
    parts.replaceChildren(
      ...found.parts.map((part) => makePart(part, data, takenUp(theirs, draft))),
    );
  }

  /** Go to the next finding, or the one before. @param {1 | -1} by @returns {string} what it is */
  function walk(by) {
    const { length } = now.findings;
    if (!length) return gettext("Nothing found.");
    at = (at + by + length + Number(at < 0 && by < 0)) % length;
    const each = now.findings[at];
    field.select(each.start, each.end);
    const { title, cost } = saying(each);
    return gettext("{title}. {severity}. {cost}", {
      title,
      severity: severityOf(each.severity),
      cost,
    });
  }

  return { box, show, walk };
}

/** @param {ReplyPart} part @param {ReplyPageData} data @param {string[]} facts */
function makePart({ id, found, text }, data, facts) {
  const { label, good, ask } = data.about[id];
  const has = found || (id.endsWith("/their-fact") && facts.length > 0);
  const quote = id.endsWith("/their-fact") && facts.length ? facts.join(", ") : text;
  const said = has ? gettext("{good} “{quote}”", { good, quote }) : ask;
  const state = has ? gettext("There") : gettext("Missing");
  return element(
    "li",
    { className: has ? "reply-part--there" : "reply-part--missing" },
    element("b", {}, label),
    " ",
    element("span", { className: "reply-state" }, state),
    element("p", {}, said),
  );
}
