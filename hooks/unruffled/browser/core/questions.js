// Questions from the pages they stand on, for a page that puts them together anew.

import { course, root } from "./course.js";

const STYLES = ".unruffled:has(unruffled-question) > link[rel=stylesheet]";

/**
 * Fetch questions from their pages, each page once.
 *
 * @param {string[]} refs "quiz/question"
 * @param {boolean} [shown] whether they are to be seen: else only their words are wanted
 * @returns {Promise<(Question | null)[]>} in the order of `refs`; null where the question is not
 *   on its page any more, or the page cannot be had
 */
export async function load(refs, shown = true) {
  const { quizzes } = await course();
  /** @type {Map<string, Promise<Document | null>>} */
  const pages = new Map();
  return Promise.all(
    refs.map(async (ref) => {
      const [quiz, question] = ref.split("/");
      if (!quizzes[quiz]) return null;
      const address = new URL(quizzes[quiz].url, root).href.replace(/#.*/, "");
      if (!pages.has(address)) pages.set(address, page(address, shown));
      const found = (await pages.get(address))?.getElementById(`q.${quiz}.${question}`);
      return found ? document.importNode(/** @type {Question} */ (found), true) : null;
    }),
  );
}

/**
 * Return a page as a document whose links hold anywhere; its styles for questions come over, if
 * they are to be seen. (A browser lays out all of its page anew for a style.)
 *
 * @param {string} address
 * @param {boolean} shown
 * @returns {Promise<Document | null>}
 */
async function page(address, shown) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return null;
    const other = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const name of ["href", "src"]) {
      for (const each of other.querySelectorAll(`.unruffled [${name}]`)) {
        each.setAttribute(
          name,
          new URL(/** @type {string} */ (each.getAttribute(name)), address).href,
        );
      }
    }
    /** @type {NodeListOf<HTMLLinkElement>} */
    const styles = other.querySelectorAll(STYLES);
    if (shown) await Promise.all([...styles].map(style));
    return other;
  } catch {
    return null;
  }
}

/** @param {HTMLLinkElement} link */
function style({ href }) {
  if (
    [
      .../** @type {NodeListOf<HTMLLinkElement>} */ (
        document.querySelectorAll("link[rel=stylesheet]")
      ),
    ].some((each) => each.href === href)
  )
    return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  // A question without its style would jump when the style comes.
  return new Promise((ready) => {
    link.onload = link.onerror = ready;
    document.head.append(link);
  });
}
