// <unruffled-looked data-due="2027-03-31">: says that something is due for another look, once that
// day has come where the reader is. The words are in the page: a build asks no clock.

class UnruffledLooked extends HTMLElement {
  connectedCallback() {
    // A day with a time and without a zone is one where the reader is.
    const due = Date.parse(`${this.dataset.due}T00:00`);
    for (const late of this.querySelectorAll("[hidden]")) late.hidden = !(due <= Date.now());
  }
}

if (!customElements.get("unruffled-looked")) {
  customElements.define("unruffled-looked", UnruffledLooked);
}
