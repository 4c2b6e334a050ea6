// Bytes and texts as base64url without padding (RFC 4648, section 5).

const PIECE = 8192;

/** @param {Uint8Array} bytes */
export function fromBytes(bytes) {
  let letters = "";
  for (let at = 0; at < bytes.length; at += PIECE)
    letters += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>} throws on signs that are none of the alphabet
 */
export function toBytes(text) {
  if (!/^[\w-]*$/.test(text)) throw new TypeError("not base64url");
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );
}

/** @param {string} text */
export const fromText = (text) => fromBytes(new TextEncoder().encode(text));

/** @param {string} text @returns {string} throws on what is not UTF-8 */
export const toText = (text) => new TextDecoder("utf-8", { fatal: true }).decode(toBytes(text));
