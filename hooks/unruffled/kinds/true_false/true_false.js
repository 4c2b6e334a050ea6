// True stands above false, always.
export { gap, key, prepare, response, restore, score, show } from "../shared/choices.js";

/** @typedef {Does<Kind<ChoiceQuestion, string[], string[]>, typeof import("./true_false.js")>} Module */
