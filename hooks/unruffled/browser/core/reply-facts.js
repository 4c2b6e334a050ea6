// Which facts of a customer's message a draft takes up. Pure.

const WORD = /[£$€]?\d+(?:[.,:]\d+)*[a-z%€]*|[a-z\u00df-\u024f]{4,}/g;
/** They stand in any message. */
const PLAIN = new Set(
  "about after again already also always another because been before being could does doing done each even ever every from give going have having hello here into just know last like long make many more most much must need never next only other over please really said same should since some still such take tell than thank thanks that their them then there these they thing this those though time told until very want were what when where which while will with within without would write your yours yourself regards dear kind sorry customer service email message contact reply answer".split(
    " ",
  ),
);
const MOST = 6;

/** A word without its commonest endings. @param {string} word */
const stem = (word) => word.replace(/(?:ing|ed|es|s)$/, "").replace(/(.)\1$/, "$1");

/** @param {string} text */
const wordsOf = (text) => (text.toLowerCase().match(WORD) ?? []).filter((each) => !PLAIN.has(each));

/**
 * @param {string} theirs what the customer wrote
 * @param {string} draft
 * @returns {string[]} their words that the draft has, too, in the order of their message
 */
export function takenUp(theirs, draft) {
  const ours = new Set(wordsOf(draft).map(stem));
  return [...new Set(wordsOf(theirs))].filter((each) => ours.has(stem(each))).slice(0, MOST);
}
