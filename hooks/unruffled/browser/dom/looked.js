// <unruffled-looked data-due="2027-03-31">: says that something is due for another look, once that
// day has come where the reader is. The words are in the page: a build asks no clock.

for (const each of document.querySelectorAll("unruffled-looked")) {
  // A day with a time and without a zone is one where the reader is.
  const due = Date.parse(`${each.dataset.due}T00:00`) <= Date.now();
  if (due) /** @type {HTMLElement} */ (each.lastElementChild).hidden = false;
}
