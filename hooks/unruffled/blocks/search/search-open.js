// On every page: the way into the search, by the header's button, by the keys "/", "f" and "s", and by
// ?q=words in the address. Where a page has a finder, it is that; else a dialog with one, which is loaded
// when somebody wants it. Until this runs, and without scripts, the button is a link to all phrases.

const link = document.querySelector(".search-open");
const site = new URL("../../../../", import.meta.url).pathname;
const asked = new URLSearchParams(location.search).get("q");

/** What is typed while the dialog is on its way. @type {string | undefined} */
let typed;

/** @param {string} [words] */
const go = (words) => {
  /** @type {HTMLInputElement} */
  const field = document.querySelector("unruffled-finder:not(dialog *) input");
  if (!field) {
    typed ??= words ?? "";
    import("../desk/finder.js"); // beside the dialog, which needs it soon
    return import("./search-dialog.js")
      .then(({ open }) => open(typed))
      .finally(() => (typed = undefined));
  }
  if (words) field.value = words;
  field.focus();
  field.dispatchEvent(new Event("input"));
};

/** Single keys can be switched off: dom/keys.js. */
const areOff = () => {
  try {
    return localStorage[`unruffled keys ${site}`] === '"off"';
  } catch {}
};

if (link) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.append(...link.childNodes);
  button.onclick = () => go();
  link.replaceWith(button);
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const { key, target, isComposing, ctrlKey, altKey, metaKey } = event;
    const typing = /** @type {Element} */ (target).closest?.(
      "input:not([type=checkbox]), textarea, select, [contenteditable], dialog",
    );
    if (typing || isComposing || ctrlKey || altKey || metaKey) return;
    if (typed !== undefined && (!key[1] || key === "Backspace")) {
      // The theme's keys would go to another page.
      event.stopImmediatePropagation();
      typed = key[1] ? typed.slice(0, -1) : typed + key;
    } else if (!"/fs".includes(key) || areOff()) return;
    else go();
    event.preventDefault();
  };
  addEventListener("keydown", onKey, { capture: true }); // a closed finder listens to "/", too
  if (asked) go(asked);
}
