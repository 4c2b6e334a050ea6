// Copy an element's text, also where the page is not served over https.

/**
 * Put the text of `element` on the clipboard.
 *
 * @param {HTMLElement} element
 * @returns {Promise<boolean>} false when the browser refuses; then the text is left selected, so
 *   that the reader can copy it with the keyboard
 */
export async function copyText(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    // navigator.clipboard is missing on plain http and may be refused by a policy.
    getSelection().selectAllChildren(element);
    return document.execCommand?.("copy") ?? false;
  }
}
