// A recording as a file, for whoever spoke. Loaded when they want one.

import { wav } from "../../browser/core/voice-file.js";
import { element } from "../../browser/dom/make.js";

/** @param {import("../../browser/core/voice-file.js").Sound} sound @param {string} name of the file */
export function save(sound, name) {
  const href = URL.createObjectURL(new Blob([wav(sound)], { type: "audio/wav" }));
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
