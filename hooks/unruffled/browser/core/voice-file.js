// A recording as the bytes of a WAV file, which every program opens.

const HEAD = 44;

/** @typedef {import("./voice-sound.js").Sound} Sound */

/** @param {Sound} sound @returns {ArrayBuffer} the file: one channel, 16 bits */
export function wav({ samples, rate }) {
  const size = 2 * samples.length;
  const bytes = new DataView(new ArrayBuffer(HEAD + size));
  const text = (/** @type {number} */ at, /** @type {string} */ letters) =>
    letters.split("").forEach((each, index) => {
      bytes.setUint8(at + index, each.charCodeAt(0));
    });
  text(0, "RIFF");
  bytes.setUint32(4, HEAD - 8 + size, true);
  text(8, "WAVEfmt ");
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, rate, true);
  bytes.setUint32(28, 2 * rate, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  text(36, "data");
  bytes.setUint32(40, size, true);
  samples.forEach((value, index) => {
    bytes.setInt16(HEAD + 2 * index, value, true);
  });
  return bytes.buffer;
}
