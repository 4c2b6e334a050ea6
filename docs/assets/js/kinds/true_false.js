// True stands above false, always.
export { gap, key, prepare, prompt, response, restore, score, show } from "./shared/choices.js";
