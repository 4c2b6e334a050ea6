// Elements in one line.

/**
 * @param {string} tag
 * @param {object} [properties] of the element, those of ARIA among them: `role`, `ariaLabel`
 * @param {...(Node | string)} children
 */
export function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A button of a quiz that does something. */
export const button = (words, onclick) =>
  element("button", { type: "button", className: "quiz-button", onclick }, words);
