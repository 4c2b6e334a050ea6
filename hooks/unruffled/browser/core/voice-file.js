// A recording as the bytes of a WAV file, which every program opens.

const HEAD = 44;

/** @typedef {{samples: Int16Array, rate: number}} Sound */

/** Samples from -1 to 1 in half the room. @param {Float32Array[]} pieces @param {number} rate @returns {Sound} */
export function packed(pieces, rate) {
  const samples = new Int16Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces)
    for (const value of piece) samples[at++] = Math.max(-1, Math.min(1, value)) * 32767;
  return { samples, rate };
}

/** @param {Sound} sound @returns {Float32Array<ArrayBuffer>} */
export const unpacked = ({ samples }) => Float32Array.from(samples, (value) => value / 32767);

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
