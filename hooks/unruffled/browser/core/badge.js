// A badge (Open Badges 3.0, signed as a JWT) checked by the organisation's own keys, without a network.
// What formats/badges/ writes. Pure, but for the browser's WebCrypto.

import { toBytes, toText } from "./base64url.js";

/** What a badge may be in: a picture, or the signed text alone, as a mail program folds it. */
const BAKED = /<(?:\w{1,40}:)?credential\b[^>]{0,400}\bverify\s{0,9}=\s{0,9}["']([^"']+)["']/;
const SIGNED = /eyJ[\w-]+(?:\.[\w-]*){0,2}/;
/** Of a clock that is not quite right, in seconds. */
const LEEWAY = 300;

/**
 * @typedef {object} Known whose badges are checked here
 * @property {string} issuer the organisation's DID
 * @property {string} name
 * @property {string[]} keys "x.y"
 */

/**
 * @typedef {object} Badge
 * @property {string} who
 * @property {string} email
 * @property {string} title
 * @property {string} shown how it was shown
 * @property {string} issuer who says that it has signed it
 * @property {string} awarded a day, or ""
 * @property {number} from in milliseconds
 * @property {number} until the same; 0 for ever
 */

/**
 * @typedef {"empty" | "cut" | "foreign" | "issuer" | "key" | "altered" | "unfit" | "early" | "over" | "subject"} Problem
 *   `foreign`: no badge of this kind; `issuer`: another organisation's; `key`: signed with a key that
 *   is not the organisation's; `altered`: changed after it was signed, or cut; `unfit`: it says two
 *   things; `early`, `over`: not good yet, or no more; `subject`: somebody else's
 */

/**
 * Check a badge.
 *
 * @param {string} text of a file, or what was pasted
 * @param {Known} known
 * @param {{email?: string, now?: number}} [asked] whom it should be for, if that is known
 * @returns {Promise<{badge?: Badge, problem?: Problem}>} a badge with a problem is shown, and not believed
 */
export async function checkBadge(text, known, { email = "", now = Date.now() } = {}) {
  const token = tokenIn(text);
  if (!token) return { problem: text.trim() ? "foreign" : "empty" };
  const parts = token.split(".");
  const head = read(parts[0]);
  const body = read(parts[1]);
  if (parts.length !== 3 || !parts[2]) return { problem: "cut" };
  if (!head || !body) return { problem: "altered" };
  if (head.alg !== "ES256" || !isBadge(body)) return { problem: "foreign" };
  const badge = badgeOf(body);
  if (badge.issuer !== known.issuer) return { badge, problem: "issuer" };
  const problem = (await unsigned(parts, head, known.keys)) ?? unfit(body, badge, email, now);
  return problem ? { badge, problem } : { badge };
}

/** @param {string} text @returns {string} the signed text in it, or "" */
function tokenIn(text) {
  const baked = BAKED.exec(text)?.[1];
  return baked?.replace(/\s/g, "") ?? SIGNED.exec(text.replace(/\s/g, ""))?.[0] ?? "";
}

/** @param {string | undefined} part @returns {any} what it holds; nothing where it is cut */
function read(part) {
  try {
    const data = JSON.parse(toText(part ?? ""));
    return typeof data === "object" && data ? data : undefined;
  } catch {
    return undefined;
  }
}

/** @param {any} body */
const isBadge = ({ type, issuer, credentialSubject }) =>
  Array.isArray(type) &&
  type.includes("OpenBadgeCredential") &&
  typeof issuer?.id === "string" &&
  typeof credentialSubject?.achievement?.name === "string";

/** @param {any} body @returns {Badge} */
function badgeOf(body) {
  const { issuer, credentialSubject: subject } = body;
  const { name, criteria } = subject.achievement;
  return {
    who: said(subject.identifier?.[0]?.identityHash),
    email: said(subject.id).replace(/^mailto:/, ""),
    title: name,
    shown: said(criteria?.narrative),
    issuer: issuer.id,
    awarded: /^\d{4}-\d\d-\d\d/.exec(said(body.awardedDate))?.[0] ?? "",
    from: Date.parse(said(body.validFrom)) || 0,
    until: Date.parse(said(body.validUntil)) || 0,
  };
}

/** @param {any} value */
const said = (value) => (typeof value === "string" ? value : "");

/**
 * @param {string[]} parts
 * @param {any} head
 * @param {string[]} keys
 * @returns {Promise<Problem | undefined>} nothing where one of the keys has signed it
 */
async function unsigned([head64, body64, sign64], head, keys) {
  const content = new TextEncoder().encode(`${head64}.${body64}`);
  for (const key of keys)
    try {
      if (await verified(key, toBytes(sign64), content)) return;
    } catch {
      // No signature has this form.
    }
  // The key that it names says only whether it was cut, or never was the organisation's.
  return keys.includes(`${head.jwk?.x}.${head.jwk?.y}`) ? "altered" : "key";
}

/**
 * @param {string} key
 * @param {Uint8Array<ArrayBuffer>} signature
 * @param {Uint8Array<ArrayBuffer>} content
 */
async function verified(key, signature, content) {
  const [x, y] = key.split(".");
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const jwk = { kty: "EC", crv: "P-256", x, y };
  const trusted = await crypto.subtle.importKey("jwk", jwk, algorithm, false, ["verify"]);
  return crypto.subtle.verify(algorithm, trusted, signature, content);
}

/**
 * @param {any} body
 * @param {Badge} badge
 * @param {string} email
 * @param {number} now
 * @returns {Problem | undefined}
 */
function unfit(body, badge, email, now) {
  const { iss, sub, jti, nbf, exp, id, issuer, credentialSubject } = body;
  if (iss !== issuer.id || sub !== credentialSubject.id || jti !== id || !badge.from)
    return "unfit";
  const seconds = now / 1000;
  if (Math.max(badge.from / 1000, Number(nbf) || 0) > seconds + LEEWAY) return "early";
  const ends = [badge.until / 1000, Number(exp)].filter((end) => end > 0);
  if (Math.min(...ends) < seconds - LEEWAY) return "over";
  const asked = email.trim().toLowerCase();
  return asked && asked !== badge.email.toLowerCase() ? "subject" : undefined;
}
