// What an assignment asks, and how far each step is, in words.

import { longDayOf, longMoment } from "../../browser/core/dates.js";
import { triesLeft } from "../../browser/core/steps.js";
import { gettext, ngettext } from "../../browser/core/words.js";
import { dayIn, endIn, isZone, ownZone } from "../../browser/core/zones.js";

/** What an assignment asks for, in sentences. @param {Assignment} assignment @returns {string[]} */
export function factsOf({ due, zone, pass, attempts, minutes, mode }) {
  const facts = [
    due && dueWords(due, zone),
    gettext("{percent} % is needed to pass.", { percent: pass }),
    mode === "practice" &&
      gettext("Practice: each answer is explained at once, and you can try again."),
    attempts && timesWords(attempts),
    minutes &&
      gettext("Each test has {minutes} minutes. You can take more time if you need it.", {
        minutes,
      }),
  ];
  return /** @type {string[]} */ (facts.filter(Boolean));
}

/** @param {string} due @param {string} zone */
function dueWords(due, zone) {
  const day = longDayOf(due);
  if (dayIn(Date.now(), zone) <= due)
    return `${gettext("Due on {day}.", { day })} ${until(due, zone)}`;
  const still = gettext("You can still do it and hand it in; the date will show.");
  return `${gettext("It was due on {day}.", { day })} ${until(due, zone)} ${still}`;
}

/** @param {number} attempts */
const timesWords = (attempts) =>
  attempts === 1
    ? gettext("Each test can be taken once.")
    : attempts === 2
      ? gettext("Each test can be taken twice.")
      : gettext("Each test can be taken {n} times.", { n: attempts });

/**
 * Until when a day lasts: by the zone that the assignment names, or where the learner is.
 *
 * @param {string} due
 * @param {string} zone
 */
function until(due, zone) {
  if (!zone || !isZone(zone)) return gettext("The day ends at midnight where you are.");
  const words = gettext("The day ends at midnight in {zone}.", { zone });
  if (zone === ownZone()) return words;
  const here = gettext("Where you are, that is {moment}.", {
    moment: longMoment(endIn(due, zone)),
  });
  return `${words} ${here}`;
}

/** @param {Step[]} steps */
export function changes(steps) {
  /** @param {"changed" | "gone"} name */
  const of = (name) =>
    steps
      .filter((each) => each[name])
      .map(({ title }) => title)
      .join("; ");
  const [changed, gone] = [of("changed"), of("gone")];
  return [
    changed && gettext("Changed since this was assigned: {titles}.", { titles: changed }),
    gone && gettext("Not on this site any more: {titles}. Tell your trainer.", { titles: gone }),
  ]
    .filter(Boolean)
    .join(" ");
}

/**
 * How far a step is, in words.
 *
 * @param {Standing} standing
 * @param {Step} step
 * @param {Assignment} assignment
 */
export function inWords(standing, step, assignment) {
  if (step.gone) return gettext("not on this site any more");
  if (step.test) return testWords(standing, assignment);
  const { state, percent, answered = 0, need = 0 } = standing;
  if (state === "new") return gettext("not begun");
  if (state === "done") return joined([gettext("done"), bestWords(percent)]);
  return answered < need
    ? gettext("{n} of {total} answered", { n: answered, total: need })
    : joined([gettext("not passed yet"), bestWords(percent)]);
}

/** @param {(string | false)[]} parts */
const joined = (parts) => parts.filter(Boolean).join(", ");

/** @param {number | undefined} percent */
const bestWords = (percent) =>
  percent === undefined ? "" : gettext("best {percent} %", { percent });

/** @param {Standing} standing @param {Assignment} assignment */
function testWords({ state, percent, tries, begun = 0 }, assignment) {
  const left = triesLeft(assignment, tries);
  const how = !tries
    ? gettext("not taken yet")
    : state === "done"
      ? gettext("passed")
      : gettext("not passed yet");
  return joined([
    how,
    bestWords(percent),
    left !== Infinity && ngettext("{n} attempt left", "{n} attempts left", left),
    begun > tries && gettext("begun {begun}, handed in {done}", { begun, done: tries }),
  ]);
}
