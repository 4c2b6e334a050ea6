// What a finder looks through, fetched when somebody goes to its field, once a page: first the names
// of pages, which are few; then cards, phrases and letters with all that customers say; then the words
// of the pages. What could not be fetched is asked for again the next time.

import { root } from "../../browser/core/root.js";
import { together } from "../../browser/core/together.js";

/** @typedef {import("../../browser/core/find.js").Finder} Finder */
/** @typedef {import("../../browser/core/pages.js").Pages} Pages */

/** @param {string} name @returns {Promise<any>} */
async function data(name) {
  const answer = await fetch(new URL(`assets/${name}.json`, root));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

/** @template T @param {() => Promise<T>} make @returns {() => Promise<T>} */
function once(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () =>
    (made ??= make().catch((error) => {
      made = undefined;
      throw error;
    }));
}

/** Pages and their headings, by name. */
const names = once(async () => {
  const [{ Pages }, found] = await Promise.all([
    import("../../browser/core/pages.js"),
    data("search"),
  ]);
  return new Pages(found);
});

/** The same pages, by the words in them, too. */
const words = once(async () => {
  const [pages, found] = await Promise.all([names(), data("search-words")]);
  pages.learn(found);
  return pages;
});

/** What a desk has: the finder of cards, phrases and letters, and what gaps are called. */
const desk = once(async () => {
  const [{ Finder }, found] = await Promise.all([
    import("../../browser/core/find.js"),
    data("desk"),
  ]);
  return { finder: await new Finder(found).ready(), gaps: found.gaps };
});

/** Ask for all that ranks before somebody can use it; what fails is asked for again. @param {boolean} bare */
export function begin(bare) {
  names().catch(() => {});
  if (!bare) desk().catch(() => {});
}

/** A handbook without cards, letters and phrases. */
const NOTHING = { finder: { items: [], find: () => [] }, gaps: {} };

export class Source {
  /** Whether cards and risks are known, so that what is first is first. */
  ready = false;
  /** @type {Pages | undefined} */
  #pages;
  /** @type {Pick<Finder, "items" | "find">} */
  #finder = NOTHING.finder;

  /** @param {boolean} bare whether there are only pages */
  constructor(bare) {
    this.bare = bare;
  }

  /** Get all that ranks. @returns {Promise<{items: FinderItem[], gaps: Record<string, Gap>}>} */
  async load() {
    if (this.bare) this.#pages = await names();
    const { finder, gaps } = this.bare ? NOTHING : await desk();
    this.#finder = finder;
    this.ready = true;
    return { items: finder.items, gaps };
  }

  /** Get the pages: their names first, and then their words. Without them, the rest is found.
   *  @param {() => void} onmore called when more is known */
  async loadPages(onmore) {
    /** @param {Pages} pages */
    const know = (pages) => {
      this.#pages = pages;
      onmore();
    };
    know(await names());
    if (!this.bare) await desk();
    know(await words());
  }

  /** Pages and cards that are called so: what is known before cards and risks are. @param {string} words */
  named(words) {
    return (this.#pages?.find(words) ?? []).filter(({ named }) => named);
  }

  /**
   * @param {string} words
   * @param {(item: FinderItem) => boolean} [fits] leaves out what does not fit; no page has what it asks for
   */
  find(words, fits) {
    const found = this.#finder.find(words, fits);
    const shown = new Set(found.map(({ url }) => url));
    const pages = fits ? [] : (this.#pages?.find(words) ?? []);
    return together(
      found,
      pages.filter(({ url }) => !shown.has(url)),
    );
  }
}

/**
 * Make the question whether an item fits the filters of a table, where it has any.
 *
 * @param {Phrases | undefined} table
 */
export function fitting(table) {
  const wanted = table?.wanted() ?? [];
  if (!wanted.length) return undefined;
  return (/** @type {FinderItem} */ item) =>
    wanted.every(([name, value]) =>
      [item[/** @type {keyof FinderItem} */ (name)] ?? []].flat().some((each) => each === value),
    );
}
