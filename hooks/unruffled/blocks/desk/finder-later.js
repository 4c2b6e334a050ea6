// The finder on a page that is about something else: its field alone. What finds comes when somebody
// goes into the field. Enter that was pressed before waits for it.

import { isComposing } from "../../browser/core/composing.js";
import { listenToKeys } from "../../browser/dom/keys.js";
import { fieldOf } from "./finder-field.js";

/** @param {HTMLElement} finder */
function offer(finder) {
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
    import("./finder-source.js").then(({ names }) => names()).catch(() => {}); // asked for again there
    await import("./finder.js");
    waiting.abort();
    if (entered) field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  };
  field.addEventListener("focus", load, { once: true });
  listenToKeys({ "/": () => field.focus() }, signal);
}

document.querySelectorAll("unruffled-finder").forEach(offer);
