// The one way to copy: by the clipboard, by the old command, or by the reader's own keys.

/**
 * Put a text on the clipboard.
 *
 * @param {string} text
 * @param {HTMLElement} shown where the text stands, or a field that holds it; its text becomes `text`
 *   if it was another one
 * @returns {Promise<boolean>} false when the browser refuses both ways; then the text is selected, so
 *   that the reader can copy it with the keyboard
 */
export async function copyText(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // It is missing on plain http, and may be refused by a policy or a person.
    select(shown, text);
    return byCommand();
  }
}

/** @param {HTMLElement | HTMLTextAreaElement | HTMLInputElement} shown @param {string} text */
function select(shown, text) {
  shown.hidden = false;
  if ("select" in shown) {
    if (shown.value !== text) shown.value = text;
    shown.focus();
    shown.select();
    return;
  }
  if (shown.textContent !== text) shown.textContent = text;
  getSelection()?.selectAllChildren(shown);
}

function byCommand() {
  try {
    return document.execCommand?.("copy") ?? false;
  } catch {
    return false;
  }
}
