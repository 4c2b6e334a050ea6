export * from "../shared/choices.js";
