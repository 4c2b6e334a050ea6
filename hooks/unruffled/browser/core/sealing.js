// Sealing for one reader: JWE compact (RFC 7516) with ECDH-ES on P-256 and A256GCM (RFC 7518, 4.6
// and 5.3), by the browser's own WebCrypto. That exists on https and on localhost only.

import { fromBytes, fromText, toBytes, toText } from "./base64url.js";

const CURVE = { name: "ECDH", namedCurve: "P-256" };
const ENC = "A256GCM";

/** Can this page seal and open? */
export const able = () => Boolean(globalThis.crypto?.subtle);

/** Does this text look like something sealed? @param {string} text */
export const isSealed = (text) => /^\s*eyJ[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+\s*$/.test(text);

/** @returns {Promise<CryptoKeyPair>} a new pair; the private key can be saved to a file */
export const makeKeys = () => crypto.subtle.generateKey(CURVE, true, ["deriveBits"]);

/**
 * @param {CryptoKey} key
 * @returns {Promise<CryptoKey>} the same private key, which nobody can read out any more
 */
export const locked = async (key) =>
  crypto.subtle.importKey("jwk", await crypto.subtle.exportKey("jwk", key), CURVE, false, [
    "deriveBits",
  ]);

/**
 * @param {CryptoKey} key
 * @returns {Promise<string>} the public key as assignments carry it: "x.y"
 */
export async function publicText(key) {
  const { x, y } = await crypto.subtle.exportKey("jwk", key);
  return `${x}.${y}`;
}

/**
 * @param {JsonWebKey} jwk
 * @returns {Promise<{key: CryptoKey, text: string}>} from a private JWK; `text` is its public key
 */
export async function privateKey(jwk) {
  const key = await crypto.subtle.importKey(
    "jwk",
    { kty: "EC", crv: "P-256", x: jwk.x, y: jwk.y, d: jwk.d },
    CURVE,
    true,
    ["deriveBits"],
  );
  return { key, text: `${jwk.x}.${jwk.y}` };
}

/** @param {JsonWebKey} jwk */
const publicKey = ({ x, y }) =>
  crypto.subtle.importKey("jwk", { kty: "EC", crv: "P-256", x, y }, CURVE, false, []);

/** A number as four bytes, the greatest first. @param {number} number */
const word = (number) => [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255];

/**
 * The key of the message: one round of Concat KDF (NIST SP 800-56A, 5.8.1) with SHA-256.
 *
 * @param {CryptoKey} theirs
 * @param {CryptoKey} mine
 * @param {{alg: string, apu?: string, apv?: string}} header
 */
async function agree(theirs, mine, header) {
  const secret = new Uint8Array(
    await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, mine, 256),
  );
  const known = [
    new TextEncoder().encode(ENC),
    toBytes(header.apu ?? ""),
    toBytes(header.apv ?? ""),
  ];
  const info = known.flatMap((each) => [...word(each.length), ...each]);
  const bytes = Uint8Array.from([...word(1), ...secret, ...info, ...word(256)]);
  return crypto.subtle.importKey(
    "raw",
    await crypto.subtle.digest("SHA-256", bytes),
    "AES-GCM",
    false,
    ["encrypt", "decrypt"],
  );
}

/** @param {Uint8Array<ArrayBuffer>} iv @param {string} head */
const cipher = (iv, head) => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(head),
});

/**
 * @param {string} text
 * @param {string} reader the public key, as `publicText` gives it
 * @param {string} [kid] what the key is called, where its owner is to tell it from others
 * @returns {Promise<string>} the text, sealed; rejected where the key is none
 */
export async function seal(text, reader, kid) {
  const [x, y] = reader.split(".");
  const pair = await makeKeys();
  const epk = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const mine = { kty: "EC", crv: "P-256", x: epk.x, y: epk.y };
  const header = { alg: "ECDH-ES", enc: ENC, ...(kid && { kid }), epk: mine };
  const head = fromText(JSON.stringify(header));
  const key = await agree(await publicKey({ x, y }), pair.privateKey, header);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt(cipher(iv, head), key, new TextEncoder().encode(text)),
  );
  const end = sealed.length - 16;
  return [
    head,
    "",
    fromBytes(iv),
    fromBytes(sealed.subarray(0, end)),
    fromBytes(sealed.subarray(end)),
  ].join(".");
}

/**
 * @param {string} sealed
 * @param {CryptoKey} key the private one
 * @returns {Promise<string>} rejected for another key, for one changed byte, and for anything else
 */
export async function unseal(sealed, key) {
  const [head, wrapped, iv, body, tag] = sealed.trim().split(".");
  const header = JSON.parse(toText(head));
  if (header.alg !== "ECDH-ES" || header.enc !== ENC || header.crit || header.zip || wrapped)
    throw new TypeError("another kind of seal");
  const secret = await agree(await publicKey(header.epk), key, header);
  const bytes = await new Blob([toBytes(body), toBytes(tag)]).arrayBuffer();
  const text = await crypto.subtle.decrypt(cipher(toBytes(iv), head), secret, bytes);
  return new TextDecoder("utf-8", { fatal: true }).decode(text);
}
