// What comes next for a learner, of steps in their order: a course, a path, a list. Pure.

/**
 * A step with how far it is. `hard`: a hard conversation, to which nobody is led.
 *
 * @typedef {{title?: string, url?: string, minutes?: number, quiz?: string | null, hard?: boolean,
 *   mode?: string, state?: string, answered?: number, need?: number, at?: number}} Step
 */

/** @param {Step} step */
const isOpen = ({ state, hard }) => state !== "done" && !hard;

/**
 * What was begun and is not done, that of the last answer first.
 *
 * @template {Step} S
 * @param {S[]} steps
 * @returns {S[]}
 */
export const begun = (steps) =>
  steps
    .filter((each) => isOpen(each) && each.state === "begun")
    .sort((one, other) => (other.at ?? 0) - (one.at ?? 0));

/**
 * The step to go on with: what was begun last; else what follows on what was done last; else the
 * first one that is open.
 *
 * @template {Step} S
 * @param {S[]} steps
 * @returns {S | undefined} nothing where all is done
 */
export function next(steps) {
  const [latest] = begun(steps);
  if (latest) return latest;
  const done = steps.filter(({ state }) => state === "done");
  const last = done.reduce((at, each) => Math.max(at, each.at ?? 0), 0);
  const from = last ? steps.findIndex(({ at }) => at === last) : -1;
  return steps.slice(from + 1).find(isOpen) ?? steps.find(isOpen);
}

/**
 * Count what is done.
 *
 * @param {Step[]} steps
 * @returns {{done: number, total: number, answered: number, asked: number, left: number}} steps;
 *   questions to practise with, a conversation being none; minutes of what is not done
 */
export function sum(steps) {
  const asking = steps.filter(({ mode }) => mode === "practice");
  return {
    done: steps.filter(({ state }) => state === "done").length,
    total: steps.length,
    answered: asking.reduce((all, { answered = 0, need = 0 }) => all + Math.min(answered, need), 0),
    asked: asking.reduce((all, { need = 0 }) => all + need, 0),
    left: steps.reduce((all, { state, minutes = 0 }) => all + (state === "done" ? 0 : minutes), 0),
  };
}

/**
 * Put together what is known of some steps.
 *
 * @template {{quiz?: string | null}} S
 * @param {S[]} steps
 * @param {Course} data
 * @param {Record<string, object>} far by the id of a quiz
 * @returns {(S & Step)[]} those that the site can see done, in their order
 */
export const known = (steps, data, far) =>
  steps.flatMap((step) => {
    const quiz = data.quizzes[step.quiz ?? ""];
    if (!quiz) return [];
    const { mode, hard, need } = quiz;
    return [{ ...step, mode, hard, need, ...far[quiz.id] }];
  });
