export * from "../shared/choices.js";

/** @typedef {Does<Kind<ChoiceQuestion, string[], string[]>, typeof import("./single.js")>} Module */
