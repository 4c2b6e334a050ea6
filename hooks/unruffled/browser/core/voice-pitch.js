// How a voice ends: whether its pitch falls, stays or rises in the last part that has one.

/** The pitch of voices, in hertz. */
const [LOW, HIGH] = [65, 500];
/** What is enough to hear a pitch by, in samples a second; more costs time and tells nothing. */
const ENOUGH = 8000;
/** How far back from the end is looked, how long a piece is looked at, and how far apart, in seconds. */
const [BACK, PIECE, STEP] = [1, 0.03, 0.01];
/** From here on a piece repeats itself: it has a pitch. */
const VOICED = 0.6;
/** A shorter wave that fits nearly as well is the pitch; the longer is two of it. */
const NEARLY = 0.9;
/** How much of the end is compared, and how little tells nothing, in pieces. */
const [TAIL, FEW] = [36, 12];
/** A pitch that is so far from the usual one was taken for another, in semitones. */
const JUMP = 10;
/** How far it must move to be heard as a fall or a rise, and how far it may to be level: semitones. */
const [MOVED, LEVEL] = [2, 1.2];

/** @typedef {"falls" | "rises" | "stays" | "unclear"} Direction */

/**
 * @param {Float32Array} samples of the whole recording
 * @param {number} rate samples a second
 * @param {number} end when speech ends, in seconds
 * @returns {{direction: Direction, moved: number}} `moved` in semitones
 */
export function ending(samples, rate, end) {
  return direction(track(...tail(samples, rate, end)));
}

/**
 * The last second of speech with fewer samples.
 *
 * @param {Float32Array} samples
 * @param {number} rate
 * @param {number} end
 * @returns {[samples: Float32Array, rate: number]}
 */
export function tail(samples, rate, end) {
  const every = Math.max(1, Math.floor(rate / ENOUGH));
  const from = Math.max(0, Math.floor((end - BACK) * rate));
  const to = Math.min(samples.length, Math.ceil((end + 0.05) * rate));
  const fewer = new Float32Array(Math.max(0, Math.floor((to - from) / every)));
  for (let index = 0; index < fewer.length; index += 1) {
    let sum = 0;
    for (let part = 0; part < every; part += 1) sum += samples[from + index * every + part];
    fewer[index] = sum / every;
  }
  return [fewer, rate / every];
}

/**
 * The pitch of each piece.
 *
 * @param {Float32Array} samples
 * @param {number} rate
 * @returns {number[]} in hertz; 0 where there is none
 */
export function track(samples, rate) {
  const size = Math.round(PIECE * rate);
  const longest = Math.ceil(rate / LOW) + 1;
  const step = Math.round(STEP * rate);
  const energies = sums(samples);
  const pitches = [];
  for (let from = 0; from + size + longest < samples.length; from += step)
    pitches.push(pitchAt(samples, energies, from, size, rate));
  return pitches;
}

/** The energy of all samples before each. @param {Float32Array} samples */
function sums(samples) {
  const found = new Float64Array(samples.length + 1);
  for (let index = 0; index < samples.length; index += 1)
    found[index + 1] = found[index] + samples[index] ** 2;
  return found;
}

/**
 * @param {Float32Array} samples
 * @param {Float64Array} energies
 * @param {number} from
 * @param {number} size
 * @param {number} rate
 */
function pitchAt(samples, energies, from, size, rate) {
  const shortest = Math.floor(rate / HIGH) - 1;
  /** @type {number[]} */
  const fits = [];
  for (let lag = shortest; lag <= Math.ceil(rate / LOW) + 1; lag += 1)
    fits.push(fit(samples, energies, from, size, lag));
  const best = Math.max(...fits);
  if (best < VOICED) return 0;
  const at = fits.findIndex(
    (each, index) =>
      each >= NEARLY * best && each >= (fits[index - 1] ?? 1) && each >= (fits[index + 1] ?? 1),
  );
  if (at < 1) return 0;
  return rate / (shortest + at + between(fits[at - 1], fits[at], fits[at + 1]));
}

/**
 * How well a piece fits the one that is `lag` later: 1 is the same again.
 *
 * @param {Float32Array} samples
 * @param {Float64Array} energies
 * @param {number} from
 * @param {number} size
 * @param {number} lag
 */
function fit(samples, energies, from, size, lag) {
  let both = 0;
  for (let index = from; index < from + size; index += 1)
    both += samples[index] * samples[index + lag];
  const one = energies[from + size] - energies[from];
  const other = energies[from + size + lag] - energies[from + lag];
  return both / (Math.sqrt(one * other) || 1);
}

/** Where between three samples the top is. @param {number} left @param {number} top @param {number} right */
const between = (left, top, right) => (left - right) / (2 * (left - 2 * top + right) || 1);

/**
 * @param {number[]} pitches
 * @returns {{direction: Direction, moved: number}}
 */
export function direction(pitches) {
  const all = pitches.filter((each) => each > 0);
  const usual = median(all);
  const near = all.filter((each) => Math.abs(semitones(usual, each)) < JUMP);
  const voiced = smooth(near).slice(-TAIL);
  if (voiced.length < FEW) return { direction: "unclear", moved: 0 };
  const part = Math.ceil(voiced.length / 4);
  const moved = semitones(median(voiced.slice(0, part)), median(voiced.slice(-part)));
  const size = Math.abs(moved);
  if (size >= MOVED) return { direction: moved < 0 ? "falls" : "rises", moved };
  return { direction: size <= LEVEL ? "stays" : "unclear", moved };
}

/** @param {number} from @param {number} to */
const semitones = (from, to) => 12 * Math.log2(to / from);

/** Each as the middle of five: one that jumps is gone. @param {number[]} values */
const smooth = (values) =>
  values.map((_, index) => median(values.slice(Math.max(0, index - 2), index + 3)));

/** @param {number[]} values */
const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;
