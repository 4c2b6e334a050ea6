// Ticks in the navigation: what is begun or done. Without a record it loads nothing.

const start = () => import("./tick-marks.js");

// Not awaited: who imports this file does not wait.
const record = `unruffled ${new URL("../../../../", import.meta.url).pathname}`;
const exists = async () => (await indexedDB.databases()).some(({ name }) => name === record);
/** @type {Promise<unknown>} */ (globalThis.earlyRows ?? exists().catch(() => true)).then((is) =>
  is ? void start() : addEventListener("unruffled-answer", start, { once: true }),
);
