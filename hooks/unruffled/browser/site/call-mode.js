// Buttons for call mode: on, off, and a small window of its own. What call mode is, and the mark
// that is set before the page is painted, is in call-mode-mark.js.

import { gettext } from "../core/words.js";
import { button, element } from "../dom/make.js";

/** Several sites may share a host: each has a mode and a small window of its own. */
const KEY = `unruffled call-mode ${new URL("../../../../", import.meta.url).pathname}`;
const WINDOW = "popup,width=380,height=680";

/** Turn it on or off for this tab; where nothing can be kept, for this page. @param {boolean} on */
function turn(on) {
  document.documentElement.toggleAttribute("data-call", on);
  try {
    if (on) sessionStorage[KEY] = "on";
    else delete sessionStorage[KEY];
  } catch {
    // It holds for this page, then.
  }
  const address = new URL(location.href);
  address.searchParams.delete("call");
  history.replaceState(history.state, "", address);
}

function openWindow() {
  const address = new URL(location.href);
  address.searchParams.set("call", "");
  open(address, KEY, WINDOW);
}

const on = button(gettext("Call mode"), () => {
  turn(true);
  scrollTo(0, 0);
  document.querySelector(".call-bar a")?.focus();
});
const small = button(gettext("Open in a small window"), openWindow);
const about = gettext("One column, large buttons, high contrast.");
const offer = element(
  "p",
  { className: "call-offer" },
  on,
  " ",
  small,
  " ",
  element("span", { className: "call-about" }, about),
);
// The guide is where a call begins: there it stands before the cards. On a card, the words come first.
const guide = document.querySelector(".guide");
if (guide) guide.before(offer);
else document.querySelector("article").append(offer);
document.querySelector("[data-call-mode=off]").onclick = () => {
  turn(false);
  on.focus();
};
