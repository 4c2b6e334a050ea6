// Where a learner stands: the record and the course, read once until the record changes.

import { course, root } from "./course.js";
import { inWords, progress } from "./progress.js";
import { onchange, rows as readRows } from "./store.js";

let reading;
// Before those who ask again because of the change.
onchange(() => (reading = undefined));

/**
 * @returns {Promise<{data?: object, seen: Map<string, object>, passed: object[]}>} `data` of the
 *   course is missing where the record is empty or the course cannot be had
 */
export const standing = () => (reading ??= read());

async function read() {
  // On a page that has read the rows early, they and the course come side by side.
  globalThis.earlyRows?.then((found) => found?.[0] && course()).catch(() => {});
  // Views and results in one go: with a long record, each reading takes its time.
  const rows = await readRows();
  const seen = new Map(rows.filter(([, { type }]) => !type));
  const passed = rows.map(([, each]) => each).filter(({ type }) => type === "result");
  const empty = !seen.size && !passed.length;
  return { seen, passed, data: empty ? undefined : await course().catch(() => {}) };
}

/**
 * Say of each page of the course how far it is. A page with several quizzes is done when all are.
 *
 * @returns {Promise<Record<string, {state: string, words: string}>>} by the page's whole address
 */
export async function pages() {
  const { data, seen, passed } = await standing();
  const found = {};
  for (const { url, quiz } of data?.modules ?? []) {
    const { href } = new URL(url, root);
    if (!quiz || (found[href]?.state ?? "done") !== "done") continue;
    const far = progress(data.quizzes[quiz], seen, passed);
    found[href] = { state: far.state, words: inWords(data.quizzes[quiz], far) };
  }
  return found;
}
