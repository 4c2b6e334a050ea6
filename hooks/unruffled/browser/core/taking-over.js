// From the record to the box of statements: what is answered while a session is open, once.

import { course } from "./course.js";
import { isUndone, sends, setSends } from "./launched.js";
import { put } from "./outbox.js";
import { root } from "./root.js";
import { begun, statementsOf } from "./statements.js";
import { past } from "./store.js";

/** @typedef {import("./launch.js").Launch} Launch */

/** @param {Launch} launch @returns {Promise<import("./statements.js").About>} */
async function aboutOf({ account, registration }) {
  /** @type {Partial<Course>} */
  const { title = "", quizzes = {} } = await course().catch(() => ({}));
  return {
    account,
    registration,
    home: root.href,
    site: title,
    title: (quiz) => (Object.hasOwn(quizzes, quiz) ? quizzes[quiz].title : quiz),
  };
}

/**
 * Begin a session: what was answered before is the learner's own, but for what the last page of an
 * earlier session could not take over any more.
 *
 * @param {Launch} launch
 */
export async function begin(launch) {
  const entries = await past();
  const earlier = sends(launch);
  const about = await aboutOf(launch);
  put(launch, [await begun(about, Date.now())]);
  for (const entry of entries)
    if (earlier && isUndone(entry, earlier)) put(launch, await statementsOf(entry, about));
  setSends(launch, { from: entries.at(-1)?.at ?? 0, until: Date.now() });
}

/** Take over what was answered since. @param {Launch} launch */
export async function takeOver(launch) {
  const { from = 0 } = sends(launch) ?? {};
  const entries = (await past()).filter(({ at }) => at > from);
  if (!entries.length) return;
  const about = await aboutOf(launch);
  for (const entry of entries) {
    put(launch, await statementsOf(entry, about));
    setSends(launch, { from: entry.at, until: Date.now() });
  }
}

/** A page of the session is left. @param {Launch} launch */
export function leave(launch) {
  const known = sends(launch);
  if (known) setSends(launch, { ...known, until: Date.now() });
}
