// <unruffled-moved>: at the address that a site has left, offers to save the record before it leads
// to the new one. Without this script, or without a record, it only leads there.

import { gettext } from "../core/words.js";
import { dayOf, save } from "../core/saving.js";
import { results, views } from "../core/store.js";
import { announce } from "../dom/announce.js";

class UnruffledMoved extends HTMLElement {
  async connectedCallback() {
    /** @type {HTMLElement} */
    this.go = this.querySelector(".moved-go");
    /** @type {HTMLElement} */
    this.offer = this.querySelector(".moved-record");
    /** @type {HTMLElement} */
    this.said = this.querySelector("[role=status]");
    this.addEventListener("click", (/** @type {Aimed} */ { target }) => {
      const what = /** @type {HTMLElement | null} */ (target.closest("[data-do]"))?.dataset.do;
      if (what === "save") this.#save();
      else if (what === "skip") this.#lead();
    });
    const answered = (await views()).size || (await results()).length;
    this.offer.hidden = !answered;
    this.go.hidden = Boolean(answered);
  }

  async #save() {
    const [{ everything }, { toText }, { why }] = await Promise.all([
      import("../core/everything.js"),
      import("../core/transfer.js"),
      import("../core/trouble.js"),
    ]);
    const { entries, newer, unreadable, reason } = await everything();
    if (reason) {
      announce(this.said, gettext("The record cannot be read now. {why}", { why: why(reason) }));
      return;
    }
    const now = new Date();
    const name = `unruffled-record-${dayOf(now)}.json`;
    save(toText([...entries, ...newer, ...unreadable], this.dataset.site ?? "", now), name);
    announce(
      this.said,
      gettext(
        "Saved as {name}, among your downloads. Add it at the new address, on the page “Your record”.",
        { name },
      ),
    );
    const { record } = this.dataset;
    if (record) this.go.querySelector("a").href = record;
    this.#lead();
  }

  #lead() {
    this.go.hidden = false;
    this.go.querySelector("a").focus();
  }
}

if (!customElements.get("unruffled-moved"))
  customElements.define("unruffled-moved", UnruffledMoved);
