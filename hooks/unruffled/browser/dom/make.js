// Elements in one line.

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} [properties] of the element, those of ARIA among them: `role`, `ariaLabel`
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/**
 * A button of a quiz that does something.
 *
 * @param {string} words
 * @param {(event: MouseEvent) => any} [onclick]
 */
export const button = (words, onclick) =>
  element("button", { type: "button", className: "quiz-button", onclick }, words);
