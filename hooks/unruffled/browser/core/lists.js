// Lists as the language of the site writes them.

import { LOCALE } from "./words.js";

/** Things side by side: "a, b, c". @param {string[]} parts */
export const sideBySide = (parts) => new Intl.ListFormat(LOCALE, { type: "unit" }).format(parts);

/** Things that belong together: "a, b and c". @param {string[]} parts */
export const together = (parts) => new Intl.ListFormat(LOCALE).format(parts);
