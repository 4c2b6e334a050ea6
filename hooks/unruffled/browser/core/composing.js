// Keys that belong to an input method: while it composes a word, Enter takes a suggestion, Escape drops
// it, and arrows go through the list. In Safari the Enter that ends it comes after the end, with the
// number 229 and nothing else to tell it by.

/** Whether a key belongs to an input method, and so to nobody else. @param {KeyboardEvent} event */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;

/** Whether an input is the middle of a word that an input method composes. @param {Event} event */
export const isUnfinished = (event) => /** @type {InputEvent} */ (event).isComposing === true;
