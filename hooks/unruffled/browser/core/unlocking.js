// What was locked by a pass phrase (JWE compact, PBES2-HS512+A256KW with A256GCM: RFC 7518, 4.8), and
// what was signed (JWS compact, ES256: 3.4), by the browser's own WebCrypto. Pure.

import { toBytes, toText } from "./base64url.js";

const ALG = "PBES2-HS512+A256KW";
const ENC = "A256GCM";
/** Rounds of hashing that are made at most: a file must not keep a page busy for hours. */
const MOST = 2_000_000;

/** The pass phrase as it is compared: small letters, one space between words. @param {string} typed */
export const asTyped = (typed) =>
  typed.toLowerCase().replaceAll("-", " ").trim().split(/\s+/).join(" ");

/**
 * @param {string} phrase
 * @param {{p2s: string, p2c: number}} header
 * @returns {Promise<CryptoKey>} the key that wraps the key of the content
 */
async function derived(phrase, { p2s, p2c }) {
  const bytes = new TextEncoder().encode(phrase);
  const base = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveKey"]);
  const salt = await new Blob([`${ALG}\0`, toBytes(p2s)]).arrayBuffer();
  const how = { name: "PBKDF2", hash: "SHA-512", salt, iterations: p2c };
  return crypto.subtle.deriveKey(how, base, { name: "AES-KW", length: 256 }, false, ["unwrapKey"]);
}

/** @param {string} locked */
function parts(locked) {
  const [head, wrapped, iv, body, tag, ...rest] = locked.trim().split(".");
  const header = JSON.parse(toText(head));
  const sound =
    header.alg === ALG && header.enc === ENC && !header.crit && !header.zip && !rest.length;
  if (!sound || !Number.isInteger(header.p2c) || header.p2c > MOST || !tag)
    throw new TypeError("another kind of lock");
  return {
    head,
    header,
    wrapped: toBytes(wrapped),
    iv: toBytes(iv),
    body: toBytes(body),
    tag: toBytes(tag),
  };
}

/**
 * Open what was locked.
 *
 * @param {string} locked
 * @param {string} typed the pass phrase
 * @returns {Promise<{text?: string, problem?: "phrase" | "altered"}>} `altered`: the phrase is right, or
 *   it cannot be told, and what was locked is not whole
 */
export async function unlock(locked, typed) {
  let found;
  try {
    found = parts(locked);
  } catch {
    return { problem: "altered" };
  }
  const { head, header, wrapped, iv, body, tag } = found;
  let key;
  try {
    const wrapper = await derived(asTyped(typed), header);
    key = await crypto.subtle.unwrapKey("raw", wrapped, wrapper, "AES-KW", "AES-GCM", false, [
      "decrypt",
    ]);
  } catch {
    return { problem: "phrase" };
  }
  try {
    const additionalData = new TextEncoder().encode(head);
    const bytes = await new Blob([body, tag]).arrayBuffer();
    const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, bytes);
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(opened) };
  } catch {
    return { problem: "altered" };
  }
}

/**
 * @param {string} text what was signed, as one word
 * @param {string} signer the public key: "x.y"
 * @returns {Promise<boolean>} whether that key has signed it
 */
export async function isSigned(text, signer) {
  try {
    const [head, body, signature, ...rest] = text.split(".");
    if (JSON.parse(toText(head)).alg !== "ES256" || rest.length) return false;
    const [x, y] = signer.split(".");
    const curve = { name: "ECDSA", namedCurve: "P-256" };
    const jwk = { kty: "EC", crv: "P-256", x, y };
    const key = await crypto.subtle.importKey("jwk", jwk, curve, false, ["verify"]);
    const how = { name: "ECDSA", hash: "SHA-256" };
    const said = new TextEncoder().encode(`${head}.${body}`);
    return await crypto.subtle.verify(how, key, toBytes(signature), said);
  } catch {
    return false;
  }
}

/** What a signed word says, whoever signed it; undefined where it says nothing. @param {string} text */
export function saidIn(text) {
  try {
    const said = JSON.parse(toText(text.split(".")[1]));
    return typeof said === "object" && said !== null ? said : undefined;
  } catch {
    return undefined;
  }
}
