// The learning path that a learner has chosen for herself. It is a wish and no answer: it is kept
// beside the record, and nothing is computed from it.

import { keeper } from "./keeper.js";

const kept = keeper("localStorage", "path");

/** @returns {string} the id of a path; empty where none is chosen */
export const chosen = () => String(kept.read() ?? "");

/** @param {string} id of a path; empty for none */
export const choose = (id) => kept.write(id);
