// Copy a text, also where the page is not served over https.

/**
 * Put `text` on the clipboard.
 *
 * @param {string} text
 * @param {HTMLElement} element where it is shown
 * @returns {Promise<boolean>} false when the browser refuses; then `text` is shown and left selected,
 *   so that the reader can copy it with the keyboard, and gets no braces, either
 */
export async function copyText(text, element) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // navigator.clipboard is missing on plain http and may be refused by a policy.
    if (element.textContent !== text) element.textContent = text;
    getSelection().selectAllChildren(element);
    return document.execCommand?.("copy") ?? false;
  }
}
