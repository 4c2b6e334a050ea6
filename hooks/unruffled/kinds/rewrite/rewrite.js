import { gettext } from "../../browser/core/words.js";

/** @typedef {Does<Kind<RewriteQuestion, Rewritten, number>, typeof import("./rewrite.js")>} Module */

/** @param {RewriteQuestion} q */
export function prepare(q) {
  q.field = q.fields.querySelector("textarea");
  q.ticks = [...q.answer.querySelectorAll("input")];
}

/** @param {RewriteQuestion} q @returns {Rewritten} */
export const response = (q) => ({
  text: q.field.value,
  ticks: q.ticks.map((each) => each.checked),
});

/** @param {RewriteQuestion} q */
export const key = (q) => q.ticks.length;

/** @param {RewriteQuestion} q */
export const gap = (q) => (q.field.value.trim() ? null : q.field);

/**
 * Show the good versions first, and judge when the list is ticked. Return whether to wait.
 *
 * @param {RewriteQuestion} q
 */
export function stage(q) {
  if (q.answer.open) return false;
  q.answer.hidden = false;
  q.answer.open = true;
  q.button.textContent = gettext("Save my ticks");
  q.answer.after(q.button, q.verdict);
  q.button.focus(); // moving an element takes the focus away
  setTimeout(() => q.tell(gettext("Compare the two, tick what your version has, and save.")));
  return true;
}

/** Back to writing: the button stands above the good versions again. @param {RewriteQuestion} q */
export function arrange(q) {
  q.button.textContent = gettext("Compare");
  q.answer.before(q.button, q.verdict);
}

/** @param {RewriteQuestion} q @param {Rewritten} rewritten */
export function restore(q, { text, ticks }) {
  q.field.value = text;
  for (const [index, each] of q.ticks.entries()) each.checked = ticks[index];
}

/**
 * The share that the learner ticked: a judgement of one's own, and recorded as such.
 *
 * @param {any} value
 * @param {number} length
 * @returns {Score}
 */
export function score(value, length) {
  const ticks = Array.isArray(value?.ticks) ? value.ticks : [];
  const ticked = ticks.slice(0, length).filter(Boolean).length;
  const note = gettext("You ticked {ticked} of {total}.", { ticked, total: length });
  return { share: ticked / (length || 1), self: true, note };
}

/**
 * Behind the learner's own comparison, what the rules for replies find in their version.
 *
 * @param {RewriteQuestion} q
 * @param {Rewritten} rewritten
 */
export function show(q, { text }) {
  // A package for a learning platform has no rules with it.
  if (!("reply" in q.field.dataset) || !document.querySelector(".md-content")) return;
  import("./findings.js").then(({ showFindings }) => showFindings(q.answer, text));
}
