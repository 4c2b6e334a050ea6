// The words for all that can go wrong with a recording. Loaded when something does.

import { gettext } from "../../browser/core/words.js";

/** By what went wrong: a name that browsers give to it, or one of ours. */
const WORDS = {
  http: gettext(
    "Browsers give a page the microphone only at an address that begins with https. This page has another one.",
  ),
  load: gettext("It could not be loaded. Check your connection, then try again."),
  none: gettext("This browser gives pages no microphone."),
  frame: gettext(
    "This page stands inside another one, which does not pass the microphone on. Open it in a tab of its own.",
  ),
  NotAllowedError: gettext(
    "The microphone was not allowed. Your browser's settings for this site can allow it again.",
  ),
  NotFoundError: gettext("No microphone was found. Is one connected?"),
  NotReadableError: gettext(
    "The microphone could not be used. Another program, such as a call, may have it.",
  ),
  without: gettext(
    "It works without: say the line to somebody and ask what they heard, or count the seconds of your pauses.",
  ),
  silent: gettext(
    "Nothing was heard that stands out. Is the microphone muted, or is another one chosen?",
  ),
  cut: gettext(
    "The sound was cut off at its loudest: the microphone is too near, or set too high. Its loudness tells little.",
  ),
  evened: gettext("This device makes loud and quiet alike, so loudness is not compared."),
  unknown: gettext("This browser does not say whether the device makes loud and quiet alike."),
  gone: gettext("The microphone is gone. What was recorded until then is here."),
  taken: gettext("Another program has the microphone now. What is said meanwhile is not recorded."),
  enough: gettext("A recording has two minutes at the most."),
};

/** @typedef {keyof typeof WORDS} Trouble */

/** @param {Iterable<string>} names @returns {string} */
export const inWords = (names) =>
  [...names]
    .map((name) => WORDS[/** @type {Trouble} */ (name)] ?? WORDS.NotReadableError)
    .join(" ");
