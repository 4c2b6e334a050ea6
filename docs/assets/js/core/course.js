// What the course holds, as the build wrote it: modules, quizzes, questions and their revisions.

import { inWords, progress } from "./progress.js";

/** The site's root: an address that ends in a slash. */
export const root = new URL("../../../", import.meta.url);

let loading;

/**
 * Load assets/course.json, once a page.
 *
 * @returns {Promise<object>} the data, each quiz with its `id`; rejected when it cannot be loaded
 */
export function course() {
  loading ??= load();
  loading.catch(() => (loading = undefined));
  return loading;
}

async function load() {
  const data = await (await fetch(new URL("assets/course.json", root))).json();
  for (const id in data.quizzes) data.quizzes[id].id = id;
  return data;
}

/**
 * Say of each page of the course how far it is. A page with several quizzes is done when all are.
 *
 * @param {Map<string, object>} views of the record
 * @param {object[]} results of the record
 * @returns {Promise<Record<string, {state: string, words: string}>>} by the page's whole address;
 *   empty, and nothing loaded, where the record is empty; empty where the course cannot be had
 */
export async function pages(views, results) {
  const found = {};
  if (!views.size && !results.length) return found;
  const { modules, quizzes } = await course().catch(() => ({ modules: [] }));
  for (const { url, quiz } of modules) {
    const { href } = new URL(url, root);
    if (!quiz || (found[href]?.state ?? "done") !== "done") continue;
    const far = progress(quizzes[quiz], views, results);
    found[href] = { state: far.state, words: inWords(quizzes[quiz], far) };
  }
  return found;
}
