// Why something is not stored, in words: the fact, and what helps.

/** @type {Record<string, string>} */
const WORDS = {
  full: "The storage of this browser is full. Free some space on this device: then your next answer is stored, with all that wait.",
  off: "This browser does not let this site store anything, perhaps because the window is private, or by a setting.",
  blocked:
    "Another tab holds the storage with an older version of this site. Close the other tabs of this site, then go on.",
  slow: "The storage of this browser does not answer. Close the other tabs of this site; if that does not help, start the browser anew.",
  odd: "There is something in it that a browser cannot store.",
  lost: "This browser cannot reach its storage now. It is tried again with your next answer; if that does not help, start the browser anew.",
};

/** @param {string | undefined} reason @returns {string} a sentence or two */
export const why = (reason) => WORDS[reason ?? "lost"] ?? WORDS.lost;
