// BLAKE2s without a key (RFC 7693), which browsers do not have themselves. Pure.

const START = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];
const ORDERS = [
  "0123456789abcdef",
  "ea489fd61c02b753",
  "b8c052fdae367194",
  "7931dcbe265a40f8",
  "905724afe1bc683d",
  "2c6a0b834d75fe19",
  "c51fed4a0763928b",
  "db7ec13950f4862a",
  "6fe9b308c2d714a5",
  "a2847615fb9e3cd0",
].map((line) => [...line].map((digit) => Number.parseInt(digit, 16)));
/** The four words that each of the eight steps of a round mixes. */
const STEPS = ["048c", "159d", "26ae", "37bf", "05af", "16bc", "278d", "349e"].map((line) =>
  [...line].map((digit) => Number.parseInt(digit, 16)),
);
const BLOCK = 64;

/** @param {number} word @param {number} by */
const turned = (word, by) => (word >>> by) | (word << (32 - by));

/**
 * @param {Uint32Array} v the sixteen words that are mixed
 * @param {number[]} places of the four
 * @param {number} x
 * @param {number} y
 */
function mix(v, [a, b, c, d], x, y) {
  v[a] += v[b] + x;
  v[d] = turned(v[d] ^ v[a], 16);
  v[c] += v[d];
  v[b] = turned(v[b] ^ v[c], 12);
  v[a] += v[b] + y;
  v[d] = turned(v[d] ^ v[a], 8);
  v[c] += v[d];
  v[b] = turned(v[b] ^ v[c], 7);
}

/**
 * @param {Uint32Array} state is changed
 * @param {Uint8Array} block of 64 bytes
 * @param {number} count of all bytes so far
 * @param {boolean} last
 */
function compress(state, block, count, last) {
  const view = new DataView(block.buffer, block.byteOffset, BLOCK);
  const v = Uint32Array.from([...state, ...START]);
  v[12] ^= count;
  if (last) v[14] = ~v[14];
  for (const order of ORDERS) {
    STEPS.forEach((step, index) => {
      const [x, y] = order.slice(2 * index).map((place) => view.getUint32(4 * place, true));
      mix(v, step, x, y);
    });
  }
  for (let at = 0; at < 8; at += 1) state[at] ^= v[at] ^ v[at + 8];
}

/**
 * @param {string} text
 * @param {number} size in bytes, up to 32
 * @returns {string} its hash, hexadecimal
 */
export function blake2s(text, size) {
  const bytes = new TextEncoder().encode(text);
  const state = Uint32Array.from(START);
  state[0] ^= 0x01010000 ^ size;
  const blocks = Math.max(1, Math.ceil(bytes.length / BLOCK));
  for (let at = 0; at < blocks; at += 1) {
    const block = new Uint8Array(BLOCK);
    block.set(bytes.subarray(at * BLOCK, (at + 1) * BLOCK));
    compress(state, block, Math.min((at + 1) * BLOCK, bytes.length), at === blocks - 1);
  }
  return [...new Uint8Array(state.buffer, 0, size)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
