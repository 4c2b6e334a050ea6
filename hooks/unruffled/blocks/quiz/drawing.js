// A quiz that asks some of its questions: those never answered first, then those of long ago.

import { draw } from "../../browser/core/draw.js";
import { newSeed } from "../../browser/core/random.js";

/**
 * Hide the questions that are not drawn.
 *
 * @param {Question[]} questions
 * @param {string | number | undefined} count how many to ask
 * @param {Map<string, {t: number}>} known views of the record
 */
export function hideOthers(questions, count, known) {
  const times = new Map(questions.map(({ ref }) => [ref, known.get(ref)?.t]));
  const drawn = draw([...times.keys()], Number(count), times, newSeed());
  for (const question of questions) question.hidden = !drawn.includes(question.ref);
}
