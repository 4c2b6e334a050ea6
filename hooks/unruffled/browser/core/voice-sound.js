// How loud a voice was, and where it paused: from samples of sound to one figure for each hundredth
// of a second. Nothing here knows a page or a microphone.

/** Seconds between two figures. */
export const STEP = 0.01;
/** Silence of this many seconds is a pause; shorter ones stand within words. */
export const PAUSE = 0.25;
/** A sound that is shorter than this is a click, and no speech. */
const SOUND = 0.08;
/** How far below the loudest part speech goes, in decibels. */
const RANGE = 25;
/** How far above the noise of the room speech is, in decibels. */
const CLEAR = 8;
/** What no microphone hears, in decibels below the loudest that one can carry. */
const LEAST = -90;
/** Where nothing is louder than this, nothing was said. */
const SILENCE = -55;
/** As loud as a microphone can carry; and how many such samples in a row are no chance. */
const [FULL, ROW] = [0.985, 3];
/** How quickly a constant part is noticed, a second: far more slowly than any voice swings. */
const SLOW = 24;

/**
 * What was heard of a voice.
 *
 * @typedef {object} Heard
 * @property {Float32Array} levels loudness at each step, in decibels below the loudest possible
 * @property {number} start when speech begins, in seconds
 * @property {number} end when it ends
 * @property {[from: number, to: number][]} pauses between them
 * @property {number} loudness of the speech without its pauses, in decibels
 * @property {number} range between loud and quiet parts of the speech, in decibels
 */

/** Takes samples as they come, and keeps one figure for each step. */
export class Meter {
  /** Energy at each step. @type {number[]} */
  energies = [];
  /** How many times the sound was cut off at the top. */
  clipped = 0;
  /** The constant part that some microphones add. @type {number | undefined} */
  #base;
  #sum = 0;
  #count = 0;
  #row = 0;

  /** @param {number} rate samples a second */
  constructor(rate) {
    this.size = Math.round(rate * STEP);
    this.slow = SLOW / rate;
  }

  /** @param {ArrayLike<number>} samples from -1 to 1 */
  add(samples) {
    this.#base ??= samples[0];
    for (let index = 0; index < samples.length; index += 1) {
      const value = samples[index] - this.#base;
      this.#base += value * this.slow;
      this.#sum += value * value;
      this.#row = Math.abs(samples[index]) >= FULL ? this.#row + 1 : 0;
      if (this.#row === ROW) this.clipped += 1;
      this.#count += 1;
      if (this.#count === this.size) this.#step();
    }
  }

  #step() {
    this.energies.push(this.#sum / this.size);
    this.#sum = this.#count = 0;
  }

  /** Loudness just now, for who is looking while speaking. */
  get now() {
    return decibels(this.energies.at(-1) ?? 0);
  }

  /** @returns {Float32Array} loudness at each step: each with its neighbours */
  levels() {
    const at = (/** @type {number} */ index) => this.energies[index] ?? 0;
    return Float32Array.from(this.energies, (own, index) =>
      decibels((at(index - 1) + 2 * own + at(index + 1)) / 4),
    );
  }
}

/** @param {number} energy */
const decibels = (energy) => (energy > 0 ? Math.max(LEAST, 10 * Math.log10(energy)) : LEAST);

/** @param {Float32Array} sorted @param {number} share */
const quantile = (sorted, share) => sorted[Math.floor(share * (sorted.length - 1))] ?? LEAST;

/**
 * Find where somebody speaks.
 *
 * @param {Float32Array} levels
 * @returns {Heard | null} null where nothing was said that stands out
 */
export function hear(levels) {
  const sorted = levels.slice().sort();
  const [floor, top] = [quantile(sorted, 0.05), quantile(sorted, 1)];
  if (top < SILENCE || top - floor < CLEAR) return null;
  const least = Math.max(top - RANGE, Math.min(floor + CLEAR, top - CLEAR));
  const parts = joined(runs(levels, least));
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return null;
  const spoken = parts.flatMap(([from, to]) => [...levels.subarray(from, to)]);
  return {
    levels,
    start: first[0] * STEP,
    end: last[1] * STEP,
    pauses: parts.slice(1).map(([from], index) => [parts[index][1] * STEP, from * STEP]),
    loudness: mean(spoken),
    range: spread(spoken),
  };
}

/** Stretches at least this loud. @param {Float32Array} levels @param {number} least */
function runs(levels, least) {
  /** @type {[from: number, to: number][]} */
  const found = [];
  levels.forEach((level, index) => {
    if (level < least) return;
    const last = found.at(-1);
    if (last?.[1] === index) last[1] = index + 1;
    else found.push([index, index + 1]);
  });
  return found;
}

/**
 * Stretches with what is between words taken in. A short sound does not end a pause: it is the release
 * of a last consonant, or a click.
 *
 * @param {[from: number, to: number][]} found
 */
function joined(found) {
  /** @type {[from: number, to: number][]} */
  const parts = [];
  for (const [from, to] of found.filter(([from, to]) => (to - from) * STEP >= SOUND)) {
    const last = parts.at(-1);
    if (last && (from - last[1]) * STEP < PAUSE) last[1] = to;
    else parts.push([from, to]);
  }
  return parts;
}

/** The mean of energies, as decibels. @param {number[]} levels */
const mean = (levels) =>
  decibels(levels.reduce((sum, level) => sum + 10 ** (level / 10), 0) / levels.length);

/** @param {number[]} levels */
function spread(levels) {
  const sorted = Float32Array.from(levels).sort();
  return quantile(sorted, 0.95) - quantile(sorted, 0.25);
}

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
