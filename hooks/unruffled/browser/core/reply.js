// What a draft does to its reader: findings, the parts that a whole reply has, and what is good. Pure, and
// the same in a page and for `unruffled check`.

import { makePatterns, standing, stands } from "./reply-pattern.js";
import { sentencesOf } from "./reply-text.js";

/** @typedef {import("./reply-text.js").Sentence} Sentence */
/** @typedef {import("./reply-pattern.js").Pattern} Pattern */
/** @typedef {{start: number, end: number, sentence: number}} Spot a place in the draft */

/** What a rule has for each list of patterns. */
const LISTS = /** @type {const} */ ([
  "find",
  "with",
  "unless",
  "near",
  "unless_near",
  "unless_anywhere",
  "missing",
  "when",
]);
/** How many sentences are remembered. */
const MOST = 600;

/**
 * @typedef {Omit<ReplyRule, typeof LISTS[number]> & Partial<Record<typeof LISTS[number], Pattern>>} Compiled
 */

/** @param {ReplyRule} rule @param {(patterns: string[]) => Pattern} compile @returns {Compiled} */
function compiled(rule, compile) {
  const made = LISTS.filter((name) => rule[name]?.length).map((name) => [
    name,
    compile(rule[name] ?? []),
  ]);
  return { ...rule, ...Object.fromEntries(made) };
}

/** A function that remembers what it found for a sentence. @template T @param {(sentence: Sentence) => T} find */
function remembering(find) {
  /** @type {Map<string, T>} */
  const known = new Map();
  return (/** @type {Sentence} */ sentence) => {
    const before = known.get(sentence.written);
    if (before !== undefined) return before;
    if (known.size > MOST) known.clear();
    const now = find(sentence);
    known.set(sentence.written, now);
    return now;
  };
}

/** A rule's lists as questions to a sentence. @param {Compiled} rule */
function questions(rule) {
  const asked = Object.fromEntries(
    LISTS.filter((name) => rule[name]).map((name) => [
      name,
      remembering((sentence) => stands(/** @type {Pattern} */ (rule[name]), sentence)),
    ]),
  );
  const spots = remembering((sentence) => spotsIn(rule, sentence));
  return { rule, asked, spots };
}

/** @param {Compiled} rule @param {Sentence} sentence @returns {number[][]} */
function spotsIn(rule, sentence) {
  if (rule.words_over) return sentence.words > rule.words_over ? [[0, sentence.text.length]] : [];
  return rule.find ? [...standing(rule.find, sentence)] : [];
}

/** The sentences before and behind, and the one itself. @param {Sentence[]} all @param {number} at */
const around = (all, at) => all.slice(Math.max(0, at - 1), at + 2);

/** @typedef {ReturnType<typeof questions>} Asking */

/** Whether the rule holds for a sentence. @param {Asking} asking @param {Sentence[]} all @param {number} at */
function holds({ rule, asked }, all, at) {
  if (rule.place && !isAt(rule.place, all, at)) return false;
  if (asked.unless?.(all[at]) || (asked.with && !asked.with(all[at]))) return false;
  if (asked.unless_near && around(all, at).some(asked.unless_near)) return false;
  return !asked.near || around(all, at).some(asked.near);
}

/** @param {string} place @param {Sentence[]} all @param {number} at */
function isAt(place, all, at) {
  const body = all.flatMap(({ role }, index) => (role ? [] : [index]));
  if (place === "first") return at === body[0];
  return place === "last" ? at === body.at(-1) : body.length === 1;
}

/** @param {Asking} asking @param {Sentence[]} all @returns {Spot[]} */
function spotsOf(asking, all) {
  /** @type {Spot[]} */
  const found = [];
  for (const [index, sentence] of all.entries()) {
    const spots = asking.spots(sentence);
    if (!spots.length || !holds(asking, all, index)) continue;
    for (const [from, to] of spots)
      found.push({ start: sentence.start + from, end: sentence.start + to, sentence: index });
  }
  return found;
}

/** Spots in sentences that follow each other, with one between at most. @param {Spot[]} spots @param {number} least */
function inRow(spots, least) {
  const at = [...new Set(spots.map(({ sentence }) => sentence))];
  const rows = at.map((each, index) => (each - at[index - 1] <= 2 ? 0 : index));
  const rowOf = (/** @type {number} */ index) => Math.max(...rows.slice(0, index + 1));
  const sizes = at.map((_, index) => at.filter((_, other) => rowOf(other) === rowOf(index)).length);
  return spots.filter(({ sentence }) => sizes[at.indexOf(sentence)] >= least);
}

/** The whole draft as a spot, for what is not in it. @param {Sentence[]} all @returns {Spot} */
const whole = (all) => {
  const body = all.filter(({ role }) => !role);
  const last = body.at(-1) ?? all[all.length - 1];
  return { start: last.start, end: last.start + last.text.length, sentence: all.indexOf(last) };
};

/** @param {Asking} asking @param {Sentence[]} all @param {ReplyContext} context @returns {Spot[]} */
function found(asking, all, context) {
  const { rule, asked } = asking;
  if (asked.unless_anywhere && all.some(asked.unless_anywhere)) return [];
  if (asked.when && !all.some(asked.when)) return [];
  if (asked.missing) {
    if (context.line || all.some(asked.missing)) return [];
    if (rule.least_words && all.reduce((sum, { words }) => sum + words, 0) < rule.least_words)
      return [];
    return [whole(all)];
  }
  let spots = spotsOf(asking, all);
  if (rule.in_a_row) spots = inRow(spots, rule.in_a_row);
  const sentences = new Set(spots.map(({ sentence }) => sentence));
  return sentences.size < (rule.least ?? 1) ? [] : spots;
}

/** @param {{channels?: string[], situations?: string[], whole?: boolean}} rule @param {ReplyContext} context */
const fits = ({ channels, situations, whole }, { channel, situation, line }) =>
  !(whole && line) &&
  (!channels?.length || !channel || channels.includes(channel)) &&
  (!situations?.length || (situation !== undefined && situations.includes(situation)));

const WEIGHT = { worse: 0, unclear: 1, style: 2 };

/** One finding a place and kind: the heaviest. @param {ReplyFinding[]} all */
function apart(all) {
  /** @type {ReplyFinding[]} */
  const kept = [];
  for (const each of all.sort(
    (a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || a.start - b.start || b.end - a.end,
  )) {
    const same = kept.some(
      (other) =>
        other.kind === each.kind && (other.whole || each.whole || other.sentence === each.sentence),
    );
    if (!same) kept.push(each);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Make the checker of drafts.
 *
 * @param {ReplyData} data
 * @returns {(draft: string, context?: ReplyContext) => ReplyResult} findings in the order of the draft
 */
export function makeReply({ words, rules, parts }) {
  const { compile } = makePatterns(words);
  const asking = rules.map((rule) => questions(compiled(rule, compile)));
  const having = parts.map((part) => questions(compiled(/** @type {any} */ (part), compile)));
  return (draft, context = {}) => {
    const all = sentencesOf(draft);
    if (!all.length) return { findings: [], rules: [], parts: [], sentences: 0, spans: [] };
    /** @type {ReplyFinding[]} */
    const findings = [];
    for (const each of asking) {
      const { rule } = each;
      if (
        !fits(rule, context) ||
        rule.unless_found?.some((kind) => findings.some((one) => one.kind === kind))
      )
        continue;
      for (const spot of found(each, all, context))
        findings.push({
          ...spot,
          kind: rule.kind,
          severity: rule.severity,
          rule: rule.id,
          whole: Boolean(rule.missing),
          text: draft.slice(spot.start, spot.end),
        });
    }
    const shown = having
      .filter(({ rule }) => fits(rule, context))
      .map((each) => partOf(each, all, draft));
    const spans = all.map(
      ({ start, written }) => /** @type {[number, number]} */ ([start, start + written.length]),
    );
    const ids = [...new Set(findings.map(({ rule }) => rule))];
    return { findings: apart(findings), rules: ids, parts: shown, sentences: all.length, spans };
  };
}

/** @param {Asking} asking @param {Sentence[]} all @param {string} draft @returns {ReplyPart} */
function partOf(asking, all, draft) {
  const [spot] = spotsOf(asking, all);
  return {
    id: asking.rule.id,
    found: Boolean(spot),
    text: spot ? draft.slice(spot.start, spot.end) : "",
    start: spot?.start ?? 0,
    end: spot?.end ?? 0,
  };
}
