// Words that mean the same, by the lists of synonyms: each list is one mark beside the words, so that
// a name of several words works like one word.

/**
 * @param {string[][]} synonyms lists of words and wordings that mean the same
 * @param {(text: string) => string[]} wordsOf the words of a text, as they are compared
 * @returns {(words: string[]) => string[][]} by the place of a word: the marks that it belongs to
 */
export function makeMeanings(synonyms, wordsOf) {
  /** @type {Map<string, {rest: string[], mark: string}[]>} */
  const found = new Map();
  synonyms.forEach((list, number) => {
    for (const each of list) {
      const [first, ...rest] = wordsOf(each);
      if (!first) continue;
      if (!found.has(first)) found.set(first, []);
      /** @type {{rest: string[], mark: string}[]} */ (found.get(first)).push({
        rest,
        mark: `~${number}`,
      });
    }
  });
  return (words) => {
    const marks = words.map(() => /** @type {string[]} */ ([]));
    words.forEach((word, place) => {
      for (const { rest, mark } of found.get(word) ?? []) {
        if (!rest.every((each, next) => words[place + 1 + next] === each)) continue;
        for (let at = place; at <= place + rest.length; at++) marks[at].push(mark);
      }
    });
    return marks;
  };
}
