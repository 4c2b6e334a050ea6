// What comes behind the questions of a module, for who has chosen a path: its next step, and not that
// of the course. Without a path it loads nothing.
//
// Markup it enhances: .quiz-after with a .quiz-next, a paragraph with one link.

import { chosen } from "../../browser/core/chosen.js";

const mine = chosen();
if (mine) import("./on-path.js").then(({ lead }) => lead(mine)).catch(() => {}); // the course's stays
