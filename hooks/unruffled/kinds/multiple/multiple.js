export * from "../shared/choices.js";

/** @typedef {Does<Kind<ChoiceQuestion, string[], string[]>, typeof import("./multiple.js")>} Module */
