// Entries of the record as statements (Experience API 1.0.3). Each has an id that is made of the
// learner, the entry and the verb: what is sent twice is there once. Pure, but for the browser's digest.

import { LOCALE } from "./words.js";

/** Under this name a statement holds the entry that it was made of, so that it can be read back. */
export const ENTRY = "urn:uuid:0d4f8c0e-6a1b-5d0c-9b52-7f6f2f2a9e11";
/** What the ids of statements begin with, before they are made short. */
const SPACE = "unruffled statement";
const VERBS = "http://adlnet.gov/expapi/verbs/";
const ACTIVITIES = "http://adlnet.gov/expapi/activities/";

/**
 * What kinds of questions are called there.
 *
 * @type {Record<string, string>}
 */
const INTERACTIONS = {
  single: "choice",
  multiple: "choice",
  spot: "choice",
  true_false: "true-false",
  choose_in_text: "matching",
  matching: "matching",
  sorting: "matching",
  ordering: "sequencing",
  fill_in: "fill-in",
  rewrite: "long-fill-in",
};

/**
 * @typedef {object} About whose statements they are, and of which site
 * @property {{homePage: string, name: string}} account
 * @property {string} registration a UUID, or ""
 * @property {string} home the address of the site
 * @property {string} site its title
 * @property {(quiz: string) => string} title of a quiz
 */

/** @typedef {{id: string, timestamp: string} & Record<string, any>} Statement */

/** @param {About} about @param {number} time @returns {Promise<Statement>} that the course was begun */
export const begun = (about, time) =>
  statement("initialized", { id: about.registration || String(time), t: time }, about, {
    object: course(about),
  });

/**
 * @param {Entry} entry
 * @param {About} about
 * @returns {Promise<Statement[]>} in their order; the first one holds the entry
 */
export function statementsOf(entry, about) {
  if (entry.type === "attempt") return Promise.all([answered(entry, about)]);
  const object = activity(entry.quiz, about);
  const extensions = { [ENTRY]: entry };
  if (entry.type === "begun")
    return Promise.all([
      statement("initialized", entry, about, { object, result: { extensions } }),
    ]);
  const result = {
    ...scored(entry, entry.percent / 100),
    success: entry.passed,
    completion: true,
    ...lasting(entry),
  };
  const verb = entry.passed ? "passed" : "failed";
  return Promise.all([
    statement(verb, entry, about, { object, result: { ...result, extensions } }),
    statement("completed", entry, about, { object, result }),
  ]);
}

/** A conversation is one question, and with it the whole is done. @param {any} entry @param {About} about */
function answered(entry, about) {
  const { quiz, question, response, share, self } = entry;
  const whole = question === "play";
  const object = whole ? activity(quiz, about) : asked(entry, about);
  const result = {
    ...scored(entry, share),
    ...(self ? {} : { success: share === 1 }),
    ...(whole ? { completion: true } : {}),
    response: JSON.stringify(response ?? null),
    extensions: { [ENTRY]: entry },
  };
  const parent = whole ? [] : [activity(quiz, about)];
  return statement(whole ? "completed" : "answered", entry, about, { object, result, parent });
}

/**
 * @param {string} verb
 * @param {{id: string, t: number}} entry
 * @param {About} about
 * @param {{object: any, result?: any, parent?: any[]}} parts
 * @returns {Promise<Statement>}
 */
async function statement(verb, { id, t }, about, { object, result, parent = [] }) {
  const { account, registration, home, site } = about;
  return {
    id: await idOf([account.homePage, account.name, home, id, verb]),
    actor: { objectType: "Agent", account: { homePage: account.homePage, name: account.name } },
    verb: { id: VERBS + verb, display: { en: verb } },
    object,
    ...(result ? { result } : {}),
    context: {
      ...(registration ? { registration } : {}),
      platform: site,
      language: LOCALE,
      contextActivities: {
        ...(parent.length ? { parent } : {}),
        grouping: [course(about)],
      },
    },
    timestamp: new Date(t).toISOString(),
  };
}

/** @param {About} about */
const course = ({ home, site }) => thing(home, "course", site);

/** @param {string} quiz @param {About} about */
const activity = (quiz, { home, title }) =>
  thing(`${home}#${encodeURIComponent(quiz)}`, "assessment", title(quiz));

/** @param {Attempt} entry @param {About} about */
function asked({ quiz, question, kind }, { home }) {
  const made = thing(
    `${home}#${encodeURIComponent(quiz)}/${encodeURIComponent(question)}`,
    "cmi.interaction",
    question,
  );
  const interactionType = Object.hasOwn(INTERACTIONS, kind) ? INTERACTIONS[kind] : "other";
  return { ...made, definition: { ...made.definition, interactionType } };
}

/** @param {string} id @param {string} type @param {string} name */
const thing = (id, type, name) => ({
  objectType: "Activity",
  id,
  definition: { type: ACTIVITIES + type, name: { [LOCALE]: name } },
});

/** What can be had for nothing has no score. @param {{points: number, max: number}} entry @param {number} scaled */
const scored = ({ points, max }, scaled) =>
  max > 0 ? { score: { scaled: between(scaled, 1), raw: between(points, max), min: 0, max } } : {};

/** @param {number} value @param {number} most */
const between = (value, most) => Math.min(most, Math.round(Math.max(0, value) * 1e4) / 1e4);

/** @param {{began?: number, t: number}} entry */
const lasting = ({ began, t }) =>
  began && began <= t ? { duration: `PT${((t - began) / 1000).toFixed(2)}S` } : {};

/**
 * An id that follows from names: a UUID of the form of version 5 (RFC 9562, 5.5), made with SHA-256.
 *
 * @param {string[]} names
 */
async function idOf(names) {
  const text = new TextEncoder().encode(JSON.stringify([SPACE, ...names]));
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", text)).subarray(0, 16);
  bytes[6] = (bytes[6] & 15) | 80;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
