// Copy a text, also where the page is not served over https.

/**
 * Put `text` on the clipboard.
 *
 * @param {string} text
 * @param {HTMLElement} element where it is shown
 * @returns {Promise<boolean>} false when the browser refuses; then what is shown is left selected,
 *   so that the reader can copy it with the keyboard
 */
export async function copyText(text, element) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // navigator.clipboard is missing on plain http and may be refused by a policy.
    getSelection().selectAllChildren(element);
    return text === element.textContent && (document.execCommand?.("copy") ?? false);
  }
}
