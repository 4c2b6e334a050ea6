// How far a learner is with a quiz. Computed from the record, never stored.

import { sameRev } from "./revision.js";
import { gettext, pgettext } from "./words.js";

/**
 * @param {Quiz} quiz of course.json, with its `id`
 * @param {Map<string, View>} views of the record, by "quiz/question"
 * @param {Result[]} results of the record
 * @returns {{answered: number, need: number, share: number, changed: number,
 *   state: "new"|"begun"|"done", at: number}} `answered` at the present revision; `share` of the
 *   points, by the best answers; `changed`: answered before, and the question has changed since;
 *   `at`: when something of it was done last, in milliseconds
 */
export function progress(quiz, views, results = []) {
  const { id, need, pass } = quiz;
  let [answered, changed, counted, sum, at] = [0, 0, 0, 0, 0];
  for (const question in quiz.questions) {
    const view = views.get(`${id}/${question}`);
    const [rev, , points] = quiz.questions[question];
    if (!view) continue;
    at = Math.max(at, view.t || 0);
    if (!sameRev(view.rev, rev)) {
      changed += 1;
      continue;
    }
    answered += 1;
    // What learners judge themselves is worth nothing: answering it is enough.
    counted += points;
    sum += points * view.best;
  }
  const mine = results.filter((result) => result.quiz === id);
  at = mine.reduce((latest, { t }) => Math.max(latest, t || 0), at);
  // Shares such as 2/3 do not add up exactly.
  const good = answered >= need && 100 * sum >= pass * counted - 1e-6;
  const done = quiz.mode === "test" ? mine.some(({ passed }) => passed === true) : good;
  const state = done ? "done" : answered || changed || mine.length ? "begun" : "new";
  return { answered, need, share: counted ? sum / counted : 0, changed, state, at };
}

/**
 * Say in words how far it is; empty where nothing is begun.
 *
 * @param {Quiz} quiz as above
 * @param {Pick<ReturnType<typeof progress>, "state" | "answered" | "need">} far
 */
export function inWords(quiz, { state, answered, need }) {
  if (state === "new") return "";
  if (state === "done")
    return quiz.mode === "test" ? pgettext("a test", "passed") : pgettext("a quiz", "done");
  if (quiz.mode === "test") return pgettext("a test", "not passed yet");
  if (quiz.mode === "scenario") return gettext("played, not resolved yet");
  return answered < need
    ? gettext("{answered} of {total} answered", { answered, total: need })
    : gettext("all answered, not passed yet");
}
