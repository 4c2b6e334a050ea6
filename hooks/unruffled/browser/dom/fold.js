// A fold whose content is made when somebody wants it: on the screen when it is opened, and for paper.

import { element } from "./make.js";

/**
 * @param {string} words of the summary
 * @param {() => Node} make what is in it; called once
 * @param {string} [className]
 * @returns {HTMLDetailsElement}
 */
export function fold(words, make, className = "") {
  const made = element("details", { className }, element("summary", {}, words));
  const wanted = new AbortController();
  const fill = () => {
    wanted.abort();
    made.append(make());
  };
  made.addEventListener("toggle", fill, { signal: wanted.signal });
  // What is folded on the screen is open on paper.
  addEventListener("beforeprint", () => made.isConnected && fill(), { signal: wanted.signal });
  return made;
}
