// The lines of a transcript keep their order.
export { gap, key, prepare, response, restore, score, show } from "../shared/choices.js";

/** @typedef {Does<Kind<ChoiceQuestion, string[], string[]>, typeof import("./spot.js")>} Module */
