// The finder on a page that is about something else, and in a dialog: its field alone. What finds comes when somebody
// goes into the field. Enter that was pressed before waits for it.

import { isComposing } from "../../browser/core/composing.js";
import { listenToKeys } from "../../browser/dom/keys.js";
import { fieldOf } from "./finder-field.js";

/** Put its field into a finder, until all of it is there. @param {HTMLElement} finder */
export function offer(finder) {
  if (customElements.get("unruffled-finder")) return;
  const field = fieldOf(finder);
  const waiting = new AbortController();
  const { signal } = waiting;
  let entered = false;
  finder.dataset.later = "";
  field.addEventListener(
    "keydown",
    (event) => (entered ||= event.key === "Enter" && !isComposing(event)),
    { signal },
  );
  const load = async () => {
    import("./finder-source.js").then(({ begin }) => begin("bare" in finder.dataset));
    await import("./finder.js");
    waiting.abort();
    if (entered) field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  };
  field.addEventListener("focus", load, { once: true });
  listenToKeys({ "/": () => field.focus() }, signal);
}

document.querySelectorAll("unruffled-finder").forEach(offer);
