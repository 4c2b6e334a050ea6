// What is told of a voice: sounds that are made here, so that it is known what is in them, and
// recordings of made voices as figures, beside what Praat says of the same sound (tests/bench/voice.py).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { wav } from "#unruffled/browser/core/voice-file.js";
import { fold } from "#unruffled/browser/core/log.js";
import { due, isPlay, isVoice } from "#unruffled/browser/core/schedule.js";
import { inWords, said, wordsIn } from "#unruffled/browser/core/voice-line.js";
import { beside, usual } from "#unruffled/browser/core/voice-own.js";
import { direction, ending } from "#unruffled/browser/core/voice-pitch.js";
import { Meter, STEP, hear, packed, unpacked } from "#unruffled/browser/core/voice-sound.js";

const RATE = 16_000;

/** Noise that is the same at each run, from -1 to 1. */
function* noise() {
  for (let seed = 7; ; seed = (seed * 48_271) % 2_147_483_647) yield seed / 1_073_741_823.5 - 1;
}

/**
 * A voice: stretches of a humming tone with overtones, and of silence.
 *
 * @param {[seconds: number, loudness: number, from?: number, to?: number][]} parts loudness of the
 *   peaks from 0 to 1; pitch at the beginning and at the end, in hertz
 * @param {number} [hiss] of the room
 */
function sound(parts, hiss = 0.00005) {
  const room = noise();
  const samples = [];
  let turn = 0;
  for (const [seconds, loudness, from = 120, to = from] of parts)
    for (let index = 0; index < seconds * RATE; index += 1) {
      turn += (from * (to / from) ** (index / (seconds * RATE))) / RATE;
      const wave = [1, 2, 3, 4].reduce((sum, n) => sum + Math.sin(2 * Math.PI * n * turn) / n, 0);
      samples.push((loudness * wave) / 2.1 + hiss * room.next().value);
    }
  return Float32Array.from(samples);
}

/** @param {Float32Array} samples @param {number} [size] of the pieces in which it comes */
function heardIn(samples, size = 2048) {
  const meter = new Meter(RATE);
  for (let at = 0; at < samples.length; at += size) meter.add(samples.subarray(at, at + size));
  return { meter, heard: hear(meter.levels()) };
}

/** @param {number} found @param {number} wanted @param {number} by */
const near = (found, wanted, by) =>
  assert.ok(Math.abs(found - wanted) <= by, `${found} is not within ${by} of ${wanted}`);

/** @param {number[][]} found @param {number[][]} wanted @param {number} by */
function alike(found, wanted, by) {
  assert.equal(found.length, wanted.length);
  for (const [index, pause] of wanted.entries())
    for (const side of [0, 1]) near(found[index][side], pause[side], by);
}

test("pauses are found where they are, and silence around the line is none", () => {
  const { heard } = heardIn(
    sound([
      [0.7, 0],
      [1, 0.4],
      [0.6, 0],
      [0.8, 0.4],
      [0.3, 0],
      [0.5, 0.4],
      [1, 0],
    ]),
  );
  near(heard.start, 0.7, 0.03);
  near(heard.end, 3.9, 0.03);
  alike(
    heard.pauses,
    [
      [1.7, 2.3],
      [3.1, 3.4],
    ],
    0.03,
  );
});

test("what is shorter than a pause stands within words, and a click ends no pause", () => {
  const { heard } = heardIn(
    sound([
      [0.5, 0],
      [1, 0.4],
      [0.15, 0],
      [1, 0.4],
      [0.4, 0],
      [0.03, 0.4],
      [0.4, 0],
      [1, 0.4],
      [0.5, 0],
    ]),
  );
  assert.equal(heard.pauses.length, 1);
  near(heard.pauses[0][0], 2.65, 0.03);
  near(heard.pauses[0][1], 3.48, 0.03);
});

test("half of the pressure is six decibels, in whatever pieces the sound comes", () => {
  const loud = heardIn(
    sound([
      [0.5, 0],
      [2, 0.5],
      [0.5, 0],
    ]),
  ).heard;
  const soft = heardIn(
    sound([
      [0.5, 0],
      [2, 0.25],
      [0.5, 0],
    ]),
    777,
  ).heard;
  near(loud.loudness - soft.loudness, 6.02, 0.1);
});

test("a constant part of the sound is no loudness", () => {
  const plain = sound([
    [0.5, 0],
    [2, 0.1],
    [0.5, 0],
  ]);
  const { heard } = heardIn(plain.map((each) => each + 0.2));
  near(heard.loudness, heardIn(plain).heard.loudness, 0.1);
  near(heard.start, 0.5, 0.03);
});

test("silence and the noise of a room are nothing that was said", () => {
  assert.equal(heardIn(sound([[2, 0]])).heard, null);
  assert.equal(heardIn(sound([[2, 0]], 0.05)).heard, null);
  assert.equal(heardIn(new Float32Array(0)).heard, null);
});

test("in a noisy room, pauses are found in a voice that stands out", () => {
  const { heard } = heardIn(
    sound(
      [
        [0.5, 0],
        [1, 0.4],
        [0.6, 0],
        [1, 0.4],
        [0.5, 0],
      ],
      0.02,
    ),
  );
  assert.equal(heard.pauses.length, 1);
  near(heard.pauses[0][1] - heard.pauses[0][0], 0.6, 0.06);
});

test("what is cut off at the top is counted", () => {
  assert.equal(heardIn(sound([[1, 0.4]])).meter.clipped, 0);
  const cut = sound([[1, 3]]).map((each) => Math.max(-1, Math.min(1, each)));
  assert.ok(heardIn(cut).meter.clipped > 100);
});

for (const [about, from, to, wanted] of [
  ["a deep voice that falls", 110, 75, "falls"],
  ["a deep voice that rises", 90, 140, "rises"],
  ["a high voice that falls", 280, 200, "falls"],
  ["a high voice that rises", 220, 330, "rises"],
  ["a voice that stays", 180, 180, "stays"],
]) {
  test(`the end: ${about}`, () => {
    const samples = sound([
      [0.3, 0],
      [1, 0.3, 150],
      [0.4, 0.3, from, to],
      [0.5, 0],
    ]);
    assert.equal(ending(samples, RATE, heardIn(samples).heard.end).direction, wanted);
  });
}

test("an end without a pitch is unclear, and so is one that moves a little", () => {
  const room = noise();
  const whisper = Float32Array.from({ length: RATE }, () => 0.2 * room.next().value);
  assert.equal(ending(whisper, RATE, 1).direction, "unclear");
  assert.equal(
    direction(Array.from({ length: 36 }, (_, index) => 100 * 1.13 ** (index / 35))).direction,
    "unclear",
  );
  assert.equal(direction([]).direction, "unclear");
});

test("a pitch that jumps by octaves is not taken for a fall", () => {
  const pitches = Array.from({ length: 36 }, (_, index) => (index > 30 ? 60 : 240));
  assert.equal(direction(pitches).direction, "stays");
});

const file = new URL("../vectors/voice.json", import.meta.url);
const recordings = JSON.parse(readFileSync(file, "utf8"));

test("there are recordings to compare with Praat", () => assert.ok(recordings.length >= 6));

for (const { about, levels, praat } of recordings)
  test(`Praat hears the same: ${about}`, () => {
    const heard = hear(Float32Array.from(levels, (each) => each / 10));
    alike(heard.pauses, praat.pauses, 0.06);
    near(heard.loudness, praat.loudness, 1.5);
    const seconds = praat.end - praat.start;
    near((heard.end - heard.start) / seconds, 1, 0.05);
    assert.equal(STEP, 0.01);
  });

test("words are counted without the marks for breath", () => {
  assert.equal(wordsIn("He's four stops from you. / I'm calling him now – at 5."), 11);
  assert.equal(wordsIn(" / "), 0);
});

const heard = {
  levels: new Float32Array(),
  start: 1,
  end: 4,
  pauses: [[2, 2.54]],
  loudness: -24,
  range: 6,
};

test("a line is told in sentences, and nothing is told of words that nobody knows", () => {
  assert.deepEqual(inWords(said(heard, "falls", 8), 2), [
    "3 seconds.",
    "160 words a minute.",
    "1 pause, in seconds: 0.5.",
    "The line has 2 marks for breath.",
    "The end falls.",
  ]);
  assert.deepEqual(inWords(said({ ...heard, pauses: [] }, "unclear", 0), 0), [
    "3 seconds.",
    "No pause.",
    "How it ends is unclear.",
  ]);
});

test("a line stands beside the speaker's own warm-up, and beside nothing else", () => {
  const own = usual([said(heard, "falls", 8), said({ ...heard, loudness: -22 }, "falls", 8)]);
  const line = said({ ...heard, loudness: -29, end: 3 }, "falls", 8);
  assert.deepEqual(beside(line, own), [
    "6 decibels quieter than your warm-up.",
    "50 % faster than your warm-up.",
  ]);
  assert.deepEqual(beside(said({ ...heard, loudness: NaN }, "falls", 0), own), []);
});

test("a recording is saved as a file that says how long it is", () => {
  const sound = packed([Float32Array.of(0, 0.5), Float32Array.of(-2)], 48_000);
  assert.deepEqual([...sound.samples], [0, 16_383, -32_767]);
  near(unpacked(sound)[1], 0.5, 0.001);
  const bytes = new DataView(wav(sound));
  const letters = (/** @type {number} */ at) =>
    String.fromCharCode(...new Uint8Array(bytes.buffer, at, 4));
  assert.deepEqual([letters(0), letters(8), letters(36)], ["RIFF", "WAVE", "data"]);
  assert.deepEqual(
    [bytes.getUint32(4, true), bytes.getUint32(24, true), bytes.getUint32(40, true)],
    [42, 48_000, 6],
  );
  assert.equal(bytes.getInt16(46, true), 16_383);
  assert.equal(bytes.byteLength, 50);
});

/** @param {Partial<NewEntry>} more */
const judged = (more) =>
  fold(undefined, {
    type: "attempt",
    quiz: "voice:stay-calm",
    question: "half-as-loud",
    kind: "voice",
    rev: "a",
    share: 1,
    t: Date.parse("2027-03-01T10:00"),
    hints: 0,
    self: true,
    ...more,
  });

test("what learners say of their voice brings it back in the review, and nothing else that they judge", () => {
  const later = Date.parse("2027-03-01T11:00");
  assert.ok(due(judged({}), later).due < Infinity);
  assert.equal(due(judged({ kind: "rewrite" }), later).due, Infinity);
  assert.ok(due(judged({ share: 0 }), later).due <= due(judged({}), later).due);
  assert.deepEqual([isVoice(judged({})), isPlay(judged({}))], [true, false]);
});
