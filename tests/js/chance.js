// Values by chance that more than one test needs.

import fc from "fast-check";

export const numbers = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

/** Any text, also with signs of several code units, and with halves of them. */
export const texts = fc.string({ unit: "binary", maxLength: 40 });

/** Whatever JSON can hold, in lists and objects with the given names. */
export const junk = (names) =>
  fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(fc.constant(null), fc.boolean(), numbers, names, texts),
      fc.array(tie("any"), { maxLength: 5 }),
      fc.dictionary(names, tie("any"), { maxKeys: 5, noNullPrototype: true }),
    ),
  })).any;

/** Chance from a seed, for tests that count: the same each time. */
export class Chance {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let it = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it;
    return ((it ^ (it >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`. */
  whole(least, most) {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick(list) {
    return list[this.whole(0, list.length - 1)];
  }
}
