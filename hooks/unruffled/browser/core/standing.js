// Where a learner stands: the record and the course, read once until the record changes. Only what is
// stored counts: a menu must not say that something is done which a reload would forget.

import { course, root } from "./course.js";
import { inWords, progress } from "./progress.js";
import { NAME } from "./request.js";
import { onchange, rows } from "./store.js";

/** @type {Promise<Stands> | undefined} */
let reading;
/** @type {Promise<Fars> | undefined} */
let saying;
// Before those who ask again because of the change.
onchange(() => (reading = saying = undefined));

/** @typedef {{data?: Course, seen: Map<string, View>, passed: Result[]}} Stands */
/** @typedef {{quizzes: Record<string, Far>, pages: Record<string, Far>}} Fars */

/**
 * @returns {Promise<Stands>} `data` of the
 *   course is missing where the record is empty or the course cannot be had
 */
export const standing = () => (reading ??= read());

/** @returns {Promise<Stands>} */
async function read() {
  // On a page that has read the rows early, they and the course come side by side.
  globalThis.earlyRows?.then((found) => (found?.[0] ? course() : undefined)).catch(() => {});
  // Views and results in one go: with a long record, each reading takes its time.
  const found = [...(await rows())];
  const seen = /** @type {Map<string, View>} */ (new Map(found.filter(([, { type }]) => !type)));
  const passed = /** @type {Result[]} */ (
    found.map(([, each]) => each).filter(({ type }) => type === "result")
  );
  const empty = !seen.size && !passed.length;
  return { seen, passed, data: empty ? undefined : await course().catch(() => undefined) };
}

/**
 * How far something is; `answered` of `need` questions, and when something was done last.
 *
 * @typedef {{state: string, words: string, changed: number, answered: number, need: number,
 *   at: number}} Far
 */

/**
 * Say how far a learner is. A page with several quizzes is done when all are.
 *
 * It is kept for the next page, which shows it until it has read the record: see `last`.
 *
 * @returns {Promise<Fars>} by the id of a
 *   quiz; by the whole address of a page
 */
export const far = () => (saying ??= say());

/** @returns {Promise<Fars>} */
async function say() {
  const { data, seen, passed } = await standing();
  /** @type {Fars} */
  const found = { quizzes: {}, pages: {} };
  if (!data) return found;
  for (const { url, quiz } of data.modules) {
    if (!quiz) continue;
    const { share: _, ...made } = progress(data.quizzes[quiz], seen, passed);
    found.quizzes[quiz] = { ...made, words: inWords(data.quizzes[quiz], made) };
    const { href } = new URL(url, root);
    if ((found.pages[href]?.state ?? "done") === "done") found.pages[href] = found.quizzes[quiz];
  }
  try {
    localStorage[`${NAME} ticks`] = JSON.stringify(found);
  } catch {
    // Forbidden or full: then the next page waits for the record.
  }
  return found;
}

/**
 * What `far` said last. Whoever adds to the record takes it away first, so it is right, but for what
 * a new build of the site has changed.
 *
 * @returns {Awaited<ReturnType<typeof far>>} empty where nothing is known, or it is damaged
 */
export function last() {
  try {
    const { quizzes, pages } = JSON.parse(localStorage[`${NAME} ticks`]);
    return { quizzes: { ...quizzes }, pages: { ...pages } };
  } catch {
    return { quizzes: {}, pages: {} };
  }
}
