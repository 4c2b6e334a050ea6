// Figures of several people together: a team beside others, and over the assignments it was given. Pure.

import { isDone } from "./cohort.js";

/**
 * @typedef {object} Figures
 * @property {string} name
 * @property {number} people who should have handed in, as far as it is known
 * @property {number} handed who did
 * @property {number} done of them, who has done and passed every step, in what counts
 * @property {number} late
 * @property {number} [best] the mean of the best results, in per cent
 * @property {number} [first] the share that was right at the first try
 */

/** @param {number[]} list @returns {number | undefined} */
const mean = (list) =>
  list.length ? list.reduce((sum, each) => sum + each, 0) / list.length : undefined;

/** @param {Standing[]} standing @returns {number | undefined} */
const bestOf = (standing) =>
  mean(standing.flatMap(({ percent }) => (percent === undefined ? [] : [percent])));

/**
 * @param {string} name
 * @param {Pick<Team, "people" | "standings" | "answers" | "late">} team
 * @param {number[]} members where they stand among `people`
 * @param {number} missing
 * @returns {Figures}
 */
export function figuresOf(name, { people, standings, answers, late }, members, missing) {
  const files = members.filter((index) => !people[index].summary);
  const bests = files.map((index) => bestOf(standings[index])).filter((each) => each !== undefined);
  const shares = files.flatMap((index) => [...answers[index].values()].map(({ share }) => share));
  return {
    name,
    people: members.length + missing,
    handed: members.length,
    done: files.filter((index) => isDone(standings[index])).length,
    late: members.filter((index) => late[index]).length,
    best: mean(bests),
    first: mean(shares),
  };
}

/**
 * @param {Pick<Team, "people" | "standings" | "answers" | "late" | "teams" | "missing">} team
 * @returns {Figures[]} of each team of the list, by its name; those without one have ""
 */
export function besideOthers(team) {
  /** @type {Map<string, {members: number[], missing: number}>} */
  const all = new Map();
  /** @param {string} name */
  const of = (name) => {
    if (!all.has(name)) all.set(name, { members: [], missing: 0 });
    return /** @type {{members: number[], missing: number}} */ (all.get(name));
  };
  for (const [index, person] of team.people.entries())
    of(team.teams.get(person) ?? "").members.push(index);
  for (const { team: name } of team.missing) of(name).missing += 1;
  return [...all]
    .map(([name, { members, missing }]) => figuresOf(name, team, members, missing))
    .sort((a, b) => Number(!a.name) - Number(!b.name) || a.name.localeCompare(b.name));
}

/** @typedef {Pick<Team, "people" | "standings" | "answers" | "late" | "days" | "group" | "missing">} Read one assignment */

/**
 * @param {Read[]} all
 * @returns {(Figures & {from: string, to: string})[]} of each assignment, in the order of time; `from`
 *   and `to`: the days on which the first and the last handed in
 */
export const overTime = (all) =>
  all
    .map((team) => {
      const days = [...team.days].sort();
      const members = team.people.map((_, index) => index);
      return {
        ...figuresOf(team.group.title, team, members, team.missing.length),
        from: days[0] ?? "",
        to: days.at(-1) ?? "",
      };
    })
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
