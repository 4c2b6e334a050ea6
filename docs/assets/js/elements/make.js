// Elements in one line.

/**
 * @param {string} tag
 * @param {object} [properties] of the element, and `role`
 * @param {...(Node | string)} children
 */
export function element(tag, { role, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  if (role) made.setAttribute("role", role);
  made.append(...children);
  return made;
}

/** A button of a quiz that does something. */
export const button = (words, onclick) =>
  element("button", { type: "button", className: "quiz-button", onclick }, words);
