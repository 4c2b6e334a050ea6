// What waits to be written to the record: the parts of it share this, and nothing else does.

/**
 * Entries that are not written yet, by id. Every read but that of what is stored sees them.
 *
 * @type {Map<string, Entry>}
 */
export const held = new Map();
/** Drafts that are not written yet, by key, each as `[value]`. @type {Map<string, [value: any]>} */
export const unsaved = new Map();
