// The learner's record in a package: not in the browser, but with the learning platform. It stands
// in the place of core/store.js and does what that does for quizzes and tests.

import { total } from "../../../browser/core/points.js";
import { interaction } from "./interaction.js";
import { asked, lms, memory, pass, remember, report } from "./session.js";

/** A test is written to the platform when nothing was changed for so long, in milliseconds. */
const PAUSE = 1000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
let resuming = memory.asked.length > 0;

/** @param {string} ref @returns {Question} */
const find = (ref) =>
  /** @type {Question} */ (document.getElementById(`q.${ref.replace("/", ".")}`));

/** Tell the platform one answer. @param {Judged} entry */
function tell(entry) {
  const { quiz, question } = entry;
  report.answer(`${quiz}.${question}`, interaction(find(`${quiz}/${question}`), entry));
}

/**
 * Take the first answer to a question of a practice; with the last one, there is a result.
 *
 * @param {Judged & {run: string}} entry
 */
function practise(entry) {
  const { run, quiz, question, tries } = entry;
  if (run !== memory.run) Object.assign(memory, { run, answers: new Map() });
  if (tries > 1) return;
  const ref = `${quiz}/${question}`;
  const again = memory.answers.has(ref); // put back as it was, after a pause
  memory.answers.set(ref, entry);
  memory.asked = asked().map((each) => each.ref);
  if (again) return;
  tell(entry);
  if (memory.answers.size === memory.asked.length)
    report.outcome(total(/** @type {Judged[]} */ ([...memory.answers.values()]), pass));
  remember(ref);
}

/**
 * Take a test that is handed in.
 *
 * @param {Judged[]} attempts
 * @param {{percent: number, passed: boolean, run: string, drawn: string[]}} result
 */
function handIn(attempts, result) {
  for (const each of attempts) tell(each);
  report.outcome(result);
  memory.results.push({ ...result, at: Date.now() });
  memory.draft = null;
  clearTimeout(waiting);
  remember("");
}

/** Add entries to the record; as `append` of core/store.js. @param {any[]} entries */
export async function append(entries) {
  const result = entries.find(({ type }) => type === "result");
  if (result)
    handIn(
      entries.filter((each) => each !== result),
      result,
    );
  else entries.forEach(practise);
  return { kept: true, reason: "kept" };
}

/**
 * What is known of each question. A practice that goes on asks what it asked before: everything
 * else counts as asked after it, so it is not drawn.
 */
export async function views() {
  const seen = [...memory.answers].map(([ref, { rev, share }]) => [
    ref,
    { rev, best: share, t: 1 },
  ]);
  if (!resuming) return new Map(/** @type {[string, Partial<View>][]} */ (seen));
  resuming = false;
  const others = asked().filter(({ ref }) => !memory.asked.includes(ref));
  return new Map(others.map(({ ref }) => [ref, { t: 1 }]));
}

const quiz = document.querySelector("unruffled-quiz").dataset.quiz;

export const results = async () =>
  memory.results.map((each) => ({ type: "result", quiz, t: each.at, ...each }));

export const draft = async () => memory.draft ?? undefined;

/** @param {string} _key @param {Draft | null} value */
export async function saveDraft(_key, value) {
  memory.draft = value;
  clearTimeout(waiting);
  waiting = setTimeout(remember, PAUSE);
  return { kept: lms.on };
}

export const keeps = async () => lms.on;

/** A platform gives no single answers back, but the first ones: those are shown already. */
export const past = undefined;

/** Nobody else writes to this record. */
export const onchange = () => () => {};

export const state = () => (lms.on ? "kept" : "off");
