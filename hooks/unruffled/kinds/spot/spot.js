// The lines of a transcript keep their order.
export { gap, key, prepare, response, restore, score, show } from "../shared/choices.js";
