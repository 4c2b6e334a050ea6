// Slips of the finger: which words one slip leads to.

/**
 * Whether one letter more, less, other, or two in the other order lead from a word to another.
 *
 * @param {string} word
 * @param {string} other
 */
export function oneSlip(word, other) {
  if (Math.abs(word.length - other.length) > 1) return false;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at++;
  const [rest, others] = [word.slice(at), other.slice(at)];
  if (rest.length > others.length) return rest.slice(1) === others;
  if (rest.length < others.length) return rest === others.slice(1);
  return (
    rest.slice(1) === others.slice(1) ||
    (rest[0] === others[1] && rest[1] === others[0] && rest.slice(2) === others.slice(2))
  );
}
