// What the rules for replies find in a learner's version. It comes after the learner's own comparison, and
// counts for nothing.

import { makeReply } from "../../browser/core/reply.js";
import { root } from "../../browser/core/root.js";
import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";

/** @type {Promise<ReplyPageData> | undefined} */
let rules;

/** @returns {Promise<ReplyPageData>} */
const load = async () => (await fetch(new URL("assets/reply.json", root))).json();

/**
 * @param {HTMLElement} answer gets a list at its end, in place of an earlier one
 * @param {string} text the learner's version
 */
export async function showFindings(answer, text) {
  rules ??= load();
  const data = await rules.catch(() => undefined);
  answer.querySelector(".rewrite-findings")?.remove();
  if (!data) {
    rules = undefined;
    return;
  }
  const { findings } = makeReply(data)(text, { line: true });
  answer.append(findings.length ? listOf(findings, data) : nothing());
}

const nothing = () =>
  element(
    "p",
    { className: "rewrite-findings" },
    gettext("The check of replies finds nothing in your version."),
  );

/** @param {ReplyFinding[]} findings @param {ReplyPageData} data */
function listOf(findings, data) {
  const items = findings.map(({ rule, kind, text }) => {
    const { title, cost } = data.says[rule.split("/")[0]] ?? { title: kind, cost: "" };
    return element("li", {}, gettext("{title}: “{text}” {cost}", { title, text, cost }));
  });
  return element(
    "div",
    { className: "rewrite-findings" },
    element("p", {}, gettext("The check of replies finds this in your version. You decide.")),
    element("ul", {}, ...items),
  );
}
