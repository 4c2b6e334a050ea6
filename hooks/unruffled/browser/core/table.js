// A table as CSV. Pure.

/**
 * What a spreadsheet would compute: a text gets an apostrophe in front, as OWASP advises.
 *
 * @param {any} value
 */
const safe = (value) =>
  typeof value === "string" && /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : `${value ?? ""}`;

/**
 * @param {any} value
 * @returns {string} a value as a cell of CSV (RFC 4180), safe in a spreadsheet
 */
const cell = (value) => {
  const text = safe(value);
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** @param {any[][]} rows @returns {string} with a mark at the beginning, by which Excel knows UTF-8 */
export const asCsv = (rows) =>
  `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
