// One button that records and stops, a strip that runs along, and what was recorded. The microphone is
// asked for when somebody presses record, and let go when they stop.

import { Meter, hear, packed, unpacked } from "../../browser/core/voice-sound.js";
import { gettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { button, element } from "../../browser/dom/make.js";
import { makeStrip } from "./picture.js";

/** Seconds that a recording may have. */
const LONGEST = 120;
/** So many times a second cut off at the top is no chance. */
const CLIPPED = 5;

const RECORD = gettext("Record");
const STOP = gettext("Stop");
export const FAILED = gettext("It could not be loaded. Check your connection, then try again.");

/**
 * A recording, with what was heard in it.
 *
 * @typedef {object} Take
 * @property {import("../../browser/core/voice-sound.js").Sound} sound
 * @property {import("../../browser/core/voice-sound.js").Heard} heard
 * @property {import("../../browser/core/voice-pitch.js").Direction} ending
 */

/** Sound as it is: a device that evens out loudness or takes away noise changes what is to be heard. */
const AS_IT_IS = {
  audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
};

/** What is missing before anybody is asked; "" where nothing is. */
function missing() {
  if (!window.isSecureContext) return "http";
  return navigator.mediaDevices && "AudioWorkletNode" in window ? "" : "none";
}

/**
 * Open the microphone.
 *
 * @param {(samples: Float32Array) => void} take gets the sound, piece by piece
 * @param {(why: "gone" | "taken") => void} lost told when the device is gone, or has nothing to give now
 * @returns {Promise<{rate: number, evened: boolean | undefined, close: () => void,
 *   ending: typeof import("../../browser/core/voice-pitch.js").ending}>} `evened`: whether the device
 *   makes loud and quiet alike, where the browser says so; `ending`: what tells how a line ends;
 *   rejects with the name of what keeps it from being used, as trouble.js has it
 */
async function open(take, lost) {
  const lack = missing();
  if (lack) throw lack;
  // Made by the press itself: later, a browser may not let it run.
  const context = new AudioContext();
  /** @param {string} why @returns {never} */
  const fail = (why) => {
    context.close();
    throw why;
  };
  const [{ ending }] = await Promise.all([
    import("../../browser/core/voice-pitch.js"),
    context.audioWorklet.addModule(new URL("./capture.js", import.meta.url)),
  ]).catch(() => fail("load"));
  const stream = await navigator.mediaDevices
    .getUserMedia(AS_IT_IS)
    .catch(({ name }) =>
      fail(name === "NotAllowedError" && window.top !== window ? "frame" : name),
    );
  const [track] = stream.getAudioTracks();
  const close = () => {
    track.stop();
    context.close();
  };
  const node = new AudioWorkletNode(context, "unruffled-capture");
  node.port.onmessage = ({ data }) => take(data);
  context.createMediaStreamSource(stream).connect(node).connect(context.destination);
  track.onended = () => lost("gone");
  track.onmute = () => lost("taken");
  return { rate: context.sampleRate, evened: track.getSettings().autoGainControl, close, ending };
}

/** @type {(() => void) | undefined} What ends the sound that is heard now. */
let quiet;

/** End the sound that is heard now. */
export const hush = () => quiet?.();

/**
 * Let a recording be heard; one at a time.
 *
 * @param {Take["sound"]} sound
 * @param {() => void} ended called once, when it is over or something else is heard
 */
export function play(sound, ended) {
  hush();
  const context = new AudioContext();
  const buffer = context.createBuffer(1, sound.samples.length, sound.rate);
  buffer.copyToChannel(unpacked(sound), 0);
  const source = new AudioBufferSourceNode(context, { buffer });
  source.connect(context.destination);
  quiet = () => {
    quiet = undefined;
    source.onended = null;
    context.close();
    ended();
  };
  source.onended = quiet;
  source.start();
}

/** @type {Recorder | undefined} The one that records now. */
let busy;

export class Recorder {
  /** @type {Awaited<ReturnType<typeof open>> | undefined} */
  #microphone;
  /** @type {Float32Array[]} */
  #pieces = [];
  /** @type {Meter} */
  #meter;
  /** Between the press and the microphone's first sound, another press says nothing. */
  #opening = false;
  /** What is to be told of the recording, by the names of trouble.js. @type {Set<string>} */
  #notes = new Set();

  /**
   * @param {(take: Take) => void} done gets each recording in which something was said
   * @param {boolean} [alone] whether the page itself says what works without a microphone
   */
  constructor(done, alone) {
    this.done = done;
    this.alone = alone;
    this.button = button(RECORD, () => (this.#microphone ? this.stop() : this.start()));
    this.button.classList.add("voice-record");
    this.clock = element("span", { className: "voice-clock", ariaHidden: "true" });
    this.strip = makeStrip();
    this.told = element("p", { className: "voice-told", role: "status" });
    this.parts = [this.button, " ", this.clock, this.strip.drawing, this.told];
  }

  /** @param {string} words */
  tell(words) {
    announce(this.told, words);
  }

  /** Tell what went wrong. @param {Iterable<string>} names */
  async #explain(names) {
    const trouble = await import("./trouble.js").catch(() => {});
    this.tell(trouble ? trouble.inWords(names) : FAILED);
  }

  async start() {
    if (this.#opening) return;
    this.#opening = true;
    busy?.stop();
    hush();
    this.#pieces = [];
    this.#notes.clear();
    try {
      const microphone = await open(this.#take.bind(this), this.#lost.bind(this));
      this.#meter = new Meter(microphone.rate);
      this.#microphone = microphone;
      busy = this;
      this.#show(true);
      this.tell(gettext("Recording."));
    } catch (name) {
      await this.#explain([`${name}`, ...(this.alone ? [] : ["without"])]);
    }
    this.#opening = false;
  }

  stop() {
    if (!this.#microphone) return;
    const { rate, evened, close, ending } = this.#microphone;
    close();
    this.#microphone = busy = undefined;
    this.#show(false);
    const heard = hear(this.#meter.levels());
    if (evened !== false) this.#notes.add(evened ? "evened" : "unknown");
    if (!heard) this.#notes.add("silent");
    else if (this.#meter.clipped > CLIPPED * heard.end) this.#notes.add("cut");
    this.tell("");
    if (this.#notes.size) this.#explain(this.#notes);
    if (!heard) return;
    if (evened) heard.loudness = NaN;
    const sound = packed(this.#pieces, rate);
    this.#pieces = [];
    this.done({ sound, heard, ending: ending(unpacked(sound), rate, heard.end).direction });
  }

  /** @param {Float32Array} samples */
  #take(samples) {
    if (!this.#microphone) return;
    this.#pieces.push(samples);
    this.#meter.add(samples);
    this.strip.add(this.#meter.now);
    const n = Math.floor(this.#meter.energies.length / 100);
    this.clock.textContent = gettext("{n} s", { n });
    if (n < LONGEST) return;
    this.#notes.add("enough");
    this.stop();
  }

  /** @param {"gone" | "taken"} why */
  #lost(why) {
    this.#notes.add(why);
    if (why === "gone") this.stop();
    else this.#explain([why]);
  }

  /** @param {boolean} running */
  #show(running) {
    this.button.textContent = running ? STOP : RECORD;
    this.button.classList.toggle("voice-recording", running);
    this.clock.textContent = "";
    this.strip.clear();
  }
}
