// What the course holds, as the build wrote it: modules, quizzes, questions and their revisions.

import { root } from "./root.js";

export { root };

/** @type {Promise<Course> | undefined} */
let loading;

/**
 * Load assets/course.json, once a page.
 *
 * @returns {Promise<Course>} the data, each quiz with its `id`; rejected when it cannot be loaded
 */
export function course() {
  loading ??= load();
  loading.catch(() => (loading = undefined));
  return loading;
}

/** @returns {Promise<Course>} */
async function load() {
  const data = await (await fetch(new URL("assets/course.json", root))).json();
  for (const id in data.quizzes) data.quizzes[id].id = id;
  return data;
}
