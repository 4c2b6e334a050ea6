// A launch link: to which store of the organisation answers go, as whom, and until when. Pure.
//
// It is written as launch links of other programs are (endpoint, auth, actor, registration). Ours have
// a last day and a checksum besides, and stand behind `#`, so that no host sees them.

import { crc } from "./crc.js";

/** @typedef {{name: string, endpoint: string}} RecordStore a store that organisation.yml names */

/**
 * @typedef {object} Launch
 * @property {string} endpoint ends in a slash
 * @property {string} store its name
 * @property {string} auth the header that lets a learner write
 * @property {{homePage: string, name: string}} account the learner's pseudonym
 * @property {string} registration a UUID, or ""
 * @property {string} until a day, or ""
 * @property {string} assignment as its link has it, or ""
 */

/**
 * @typedef {"none" | "cut" | "plain" | "foreign" | "over" | "named" | "token"} Problem
 *   `plain`: over http; `foreign`: a store that the organisation does not name; `named`: it tells who
 *   the learner is; `token`: no token that a store could know
 */

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TOKEN = /^(Basic|Bearer) [\w+/=.~-]{1,4000}$/;
const DAY = 86_400_000;
const SUM = "&sum=";

/**
 * @param {string} text what stands behind `#`, or behind `?`
 * @param {RecordStore[]} stores
 * @param {number} [now]
 * @returns {{launch?: Launch, problem?: Problem, host?: string}} `host`: where a refused link leads
 */
export function readLaunch(text, stores, now = Date.now()) {
  const given = new URLSearchParams(text);
  if (!given.has("endpoint")) return { problem: "none" };
  if (isCut(text, given)) return { problem: "cut" };
  const endpoint = address(slashed(said(given, "endpoint")));
  if (!endpoint) return { problem: "cut" };
  const { host } = endpoint;
  if (endpoint.protocol !== "https:") return { problem: "plain", host };
  const store = stores.find((each) => slashed(each.endpoint) === endpoint.href);
  if (!store) return { problem: "foreign", host };
  const until = said(given, "until");
  if (isOver(until, now)) return { problem: "over", host };
  const actor = actorOf(said(given, "actor"));
  if (!actor.account) return { problem: actor.problem, host };
  // A plus is a space in an address, where whoever wrote the link has forgotten that.
  const auth = said(given, "auth").replaceAll(" ", "+").replace("+", " ");
  if (!TOKEN.test(auth)) return { problem: "token", host };
  const registration = said(given, "registration");
  return {
    launch: {
      endpoint: endpoint.href,
      store: store.name,
      auth,
      account: actor.account,
      registration: UUID.test(registration) ? registration.toLowerCase() : "",
      until,
      assignment: said(given, "a"),
    },
  };
}

/** @param {URLSearchParams} given @param {string} name */
const said = (given, name) => given.get(name) ?? "";

/** @param {string} text */
export const slashed = (text) => (text.endsWith("/") ? text : `${text}/`);

/** @param {string} text @returns {URL | undefined} */
function address(text) {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** @param {string} text @param {URLSearchParams} given */
function isCut(text, given) {
  const at = text.lastIndexOf(SUM);
  if (at >= 0) return crc(text.slice(0, at)) !== text.slice(at + SUM.length);
  // One of ours ends in its sum; those of others have no day.
  return given.has("until") || !["auth", "actor"].every((name) => given.has(name));
}

/** @param {string} until a day, or "" @param {number} now */
export const isOver = (until, now) => until !== "" && !(Date.parse(`${until}T00:00Z`) + DAY > now);

/** @param {string} text @returns {{account?: Launch["account"], problem?: Problem}} */
function actorOf(text) {
  try {
    const actor = JSON.parse(text);
    // Some programs give a list.
    const account = [actor?.account].flat()[0];
    const homePage = account?.homePage ?? account?.accountServiceHomePage;
    const name = account?.name ?? account?.accountName;
    if (actor?.mbox || String(name).includes("@")) return { problem: "named" };
    if (typeof name === "string" && name.trim() && address(homePage))
      return { account: { homePage, name: name.trim() } };
  } catch {
    // No JSON: a part of it is missing.
  }
  return { problem: "cut" };
}
