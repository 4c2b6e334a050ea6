// What customers say, read aloud by a voice of the device: one that works without a network, so that
// no word leaves it.

import { gettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { button, element } from "../../browser/dom/make.js";
import { hush } from "./recorder.js";

/** How long browsers take to say which voices there are, in milliseconds. */
const PATIENCE = 1000;
/** Calm goes from 0 to 4: the less of it, the faster and louder. */
const CALMEST = 4;
const [SLOWEST, FASTER] = [0.95, 0.08];
const [SOFTEST, LOUDER] = [0.6, 0.1];

export const NO_VOICE = gettext(
  "This device has no voice of its own for this language, so nothing is read aloud. The words stay here to be read.",
);

/** @returns {Promise<SpeechSynthesisVoice | undefined>} a voice of the device for the page's language */
export async function localVoice() {
  if (!window.speechSynthesis) return undefined;
  const language = document.documentElement.lang.split("-")[0] || "en";
  const find = () =>
    speechSynthesis
      .getVoices()
      .find(({ localService, lang }) => localService && lang.split(/[-_]/)[0] === language);
  if (!speechSynthesis.getVoices().length)
    await new Promise((ready) => {
      speechSynthesis.addEventListener("voiceschanged", ready, { once: true });
      setTimeout(ready, PATIENCE);
    });
  return find();
}

/** Say no more. */
export const beQuiet = () => window.speechSynthesis?.cancel();

/**
 * @param {string} words
 * @param {SpeechSynthesisVoice} voice
 * @param {number} calm of the customer, from 0 to 4
 */
export function speak(words, voice, calm) {
  beQuiet();
  hush();
  const heat = CALMEST - calm;
  speechSynthesis.speak(
    Object.assign(new SpeechSynthesisUtterance(words), {
      voice,
      lang: voice.lang,
      rate: SLOWEST + FASTER * heat,
      volume: SOFTEST + LOUDER * heat,
    }),
  );
}

/** How calm customers are who say what stands on a card. */
const TENSE = 2;

/**
 * Put a button behind what customers say, or tell that there is no voice for it.
 *
 * @param {HTMLElement[]} items
 * @param {HTMLElement} box
 */
export async function addHear(items, box) {
  const voice = await localVoice();
  const told = element("p", { role: "status" });
  box.append(told);
  if (!voice) return announce(told, NO_VOICE);
  for (const item of items) {
    const words = item.textContent;
    const hear = button(gettext("Hear it"), () => speak(words, voice, TENSE));
    hear.className = "voice-say";
    hear.ariaLabel = gettext("Hear it: {words}", { words });
    item.append(" ", hear);
  }
}
