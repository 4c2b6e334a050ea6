// Which phrases are taken, and the file that they make. Python writes every part of it; here they
// are only put side by side.

/**
 * Choose phrases by filters.
 *
 * @param {Record<string, Record<string, string[]>>} choice what each phrase has, by filter
 * @param {[string, string][]} wanted filter and value, all of which must fit
 * @returns {string[]} ids, in their order
 */
export const chosen = (choice, wanted) =>
  Object.keys(choice).filter((id) =>
    wanted.every(([name, value]) => choice[id][name]?.includes(value)),
  );

/**
 * Put a file together: the same bytes that `unruffled export` writes for the same phrases.
 *
 * @param {{head: string, separator: string, tail: string, entries: Record<string, string>}} parts
 * @param {string[]} ids
 */
export const joined = ({ head, separator, tail, entries }, ids) =>
  head + ids.map((id) => entries[id]).join(separator) + tail;
