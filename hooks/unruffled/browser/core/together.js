// What the finder has found and what the pages have, as one list: cards first.

/** How many phrases, and how many pages, stand before the rest of both. */
const [PHRASES, PAGES] = [4, 5];

/**
 * Put what was found into its order: what the finder puts first (risk cards, cards, letters), pages
 * that are called so, a few phrases, a few pages, and then the rest of both.
 *
 * @param {FinderItem[]} found of `Finder.find`
 * @param {PageItem[]} pages of `Pages.find`
 * @returns {FinderItem[]}
 */
export function together(found, pages) {
  /** @param {FinderItem} item */
  const isPhrase = ({ kind }) => kind === "phrase";
  const phrases = found.filter(isPhrase);
  const others = pages.filter(({ named }) => !named);
  return [
    ...found.filter((item) => !isPhrase(item)),
    ...pages.filter(({ named }) => named),
    ...phrases.slice(0, PHRASES),
    ...others.slice(0, PAGES),
    ...phrases.slice(PHRASES),
    ...others.slice(PAGES),
  ];
}

/** Whether two lists show the same. @param {FinderItem[]} one @param {FinderItem[]} other */
export const sameItems = (one, other) =>
  one.length === other.length && one.every(({ id }, at) => id === other[at].id);
