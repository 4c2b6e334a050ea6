// Runs beside the page, where browsers hand out sound: passes samples on, many at a time. It is a
// processor of an AudioWorklet, and keeps nothing.

/** How many samples are passed on at once: about forty milliseconds. */
const SIZE = 2048;

class Capture extends AudioWorkletProcessor {
  #samples = new Float32Array(SIZE);
  #filled = 0;

  /** @param {Float32Array[][]} inputs of 128 samples each @returns {boolean} whether to go on */
  process([input]) {
    // Without a channel, the device has given nothing.
    if (!input[0]) return true;
    this.#samples.set(input[0], this.#filled);
    this.#filled += input[0].length;
    if (this.#filled >= SIZE) {
      this.port.postMessage(this.#samples);
      this.#samples = new Float32Array(SIZE);
      this.#filled = 0;
    }
    return true;
  }
}

registerProcessor("unruffled-capture", Capture);
