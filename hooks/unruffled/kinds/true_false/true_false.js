// True stands above false, always.
export { gap, key, prepare, response, restore, score, show } from "../shared/choices.js";
