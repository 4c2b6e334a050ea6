// A text as a file among the downloads.

/** @param {string} text @param {string} name of the file @param {string} type */
export function save(text, name, type = "application/json") {
  const address = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @param {number | string | Date} time @returns {string} the local day of a time: 2026-11-22 */
export function dayOf(time) {
  const date = new Date(time);
  return new Date(date.getTime() - date.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
}
