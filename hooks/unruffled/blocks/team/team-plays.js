// Conversations that were played, played again by the rules: does the ending follow from the way?

import { root } from "../../browser/core/course.js";
import { Game } from "../../browser/core/scenario.js";

/** Thirds do not add up exactly. */
const SLACK = 0.001;

/**
 * Fetch the conversations that were played.
 *
 * @param {Person[]} people
 * @param {Course} data course.json
 * @returns {Promise<Map<string, Game>>} by what the record calls them, as far as their pages can be had
 */
export async function playedBy(people, { quizzes }) {
  const names = new Set(
    people.flatMap(({ entries }) =>
      entries.flatMap(({ type, quiz }) =>
        type === "attempt" && quiz.startsWith("scenario:") && quizzes[quiz] ? [quiz] : [],
      ),
    ),
  );
  /** @type {Map<string, Game>} */
  const games = new Map();
  for (const name of names) {
    const game = await gameOf(new URL(quizzes[name].url, root).href).catch(() => undefined);
    if (game) games.set(name, game);
  }
  return games;
}

/** @param {string} address @returns {Promise<Game | undefined>} */
async function gameOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) return undefined;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return new Game(JSON.parse(page.querySelector("unruffled-scenario script").textContent));
}

/**
 * @param {Entry & {route?: unknown, ending?: unknown}} entry of a conversation
 * @param {Game} game
 * @returns {boolean} whether its points, and its ending, follow from the way that was taken
 */
export function playFits({ route, ending, share, points, max }, game) {
  const at = endOf(route, game);
  const worth = game.endings[at];
  if (worth === undefined || (ending !== undefined && ending !== at)) return false;
  const right = worth / Math.max(...Object.values(game.endings));
  return [share, points].every((each) => Number(each) <= right + SLACK) && Number(max) <= 1;
}

/** @param {unknown} route @param {Game} game @returns {string} where a way ends; "" for none of this game's */
function endOf(route, game) {
  try {
    return Array.isArray(route) ? (game.states(route).at(-1)?.at ?? "") : "";
  } catch {
    return "";
  }
}
