// When a question comes back: FSRS-6 with its default weights, by ts-fsrs. Computed from the
// reviews in a question's view each time, without chance, so the same record gives the same dates.

import { fsrs } from "../vendor/ts-fsrs/index.js";
import { daysBetween, daysLater, endOfDay } from "./days.js";
import { sameRev } from "./revision.js";

// No steps of minutes: a question comes back on another day or not at all.
const algorithm = fsrs({
  request_retention: 0.9,
  enable_fuzz: false,
  learning_steps: [],
  relearning_steps: [],
});

/**
 * Say when a question is to be asked again.
 *
 * @param {any} view of the record; what is not readable in its `reviews` is passed over
 * @param {number} now in milliseconds
 * @returns {{due: number, stability: number, difficulty: number}} `due` in milliseconds, Infinity
 *   where there is nothing to go by. A review that lies in the future was dated by a wrong clock:
 *   then it is due now
 */
export function due(view, now) {
  let memory = null;
  let [last, grade] = [0, 0];
  for (const review of readable(view?.reviews)) {
    // A clock that was put back makes time run backwards: then no time has passed. Nights count, and
    // not hours: who comes a little earlier every morning has still slept.
    const days = memory ? Math.max(0, daysBetween(last, review[0])) : 0;
    [last, grade] = review;
    memory = algorithm.next_state(memory, days, grade);
  }
  if (!memory) return { due: Infinity, stability: 0, difficulty: 0 };
  // Wrong at the last answer of that day, or at the first: tomorrow, whatever was known before.
  const wrong = grade === 1 || view.last < 1;
  const interval = wrong ? 1 : algorithm.next_interval(memory.stability, 0);
  return { ...memory, due: last > endOfDay(now) ? now : daysLater(last, interval) };
}

/**
 * List what the record holds of the course's questions, the one that is due first in front.
 *
 * A question that has changed since its answer is due now; one that is gone is left out, and so is
 * a hard conversation: it comes back to nobody who has not chosen it.
 *
 * @param {Course} data course.json
 * @param {Map<string, View>} views
 * @param {number} now
 * @returns {{key: string, due: number}[]}
 */
export function upcoming(data, views, now) {
  /** @type {{key: string, due: number}[]} */
  const all = [];
  for (const [key, view] of views) {
    const [quiz, question] = String(key).split("/");
    const { hard, questions } = data.quizzes[quiz] ?? {};
    const rev = questions?.[question]?.[0];
    if (rev && !hard) all.push({ key, due: sameRev(view.rev, rev) ? due(view, now).due : now });
  }
  return all.filter((each) => each.due < Infinity).sort((one, other) => one.due - other.due);
}

/** Is this a conversation? They are played on pages of their own. @param {{key: string}} of */
export const isPlay = ({ key }) => key.startsWith("scenario:");

/** Is this an exercise for the voice? They are done on pages of their own, too. @param {{key: string}} of */
export const isVoice = ({ key }) => key.startsWith("voice:");

/**
 * @param {Course} data
 * @param {Map<string, View>} views
 * @param {number} now
 * @returns {{key: string, due: number}[]} those of `upcoming` that are due today
 */
export const dueToday = (data, views, now) =>
  upcoming(data, views, now).filter((each) => each.due <= endOfDay(now));

/** @param {any} reviews @returns {[time: number, grade: number][]} */
function readable(reviews) {
  if (!Array.isArray(reviews)) return [];
  return reviews.filter(
    (each) => Array.isArray(each) && Number.isFinite(each[0]) && [1, 2, 3].includes(each[1]),
  );
}
