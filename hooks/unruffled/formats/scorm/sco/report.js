// What a platform is told, and in which order: each answer, the score, then the status, then what is
// to be remembered. A worse result never takes the place of a better one.

/**
 * What a result is called, passed and not passed, by the organisation's choice.
 *
 * @type {Record<string, string[]>}
 */
const WORDS = {
  "passed-failed": ["passed", "failed"],
  "passed-incomplete": ["passed", "incomplete"],
  "completed-incomplete": ["completed", "incomplete"],
  "completed-failed": ["completed", "failed"],
};

/** What platforms have where nobody has reached a score. */
const NOTHING = ["", "null", "undefined", "nan"];
const DONE = ["passed", "completed", "pass", "complete", "p", "c"];
const BEGIN = [
  "",
  "not attempted",
  "notattempted",
  "unknown",
  "browsed",
  "n",
  "b",
  "null",
  "undefined",
];

/** @param {unknown} words */
const plain = (words) => String(words).trim().toLowerCase().replaceAll("_", " ");

/**
 * @param {unknown} raw
 * @returns {number} a score as platforms write it: `85`, `85,00`, `85 %`; -1 for none, NaN for one that cannot be read
 */
export function scoreOf(raw) {
  const words = plain(raw);
  if (NOTHING.includes(words)) return -1;
  const [, number] =
    /^\+?(\d+(?:[.,]\d+)?)\s*(?:%|\/\s*100(?:[.,]0+)?)?$/.exec(words.normalize("NFKC")) ?? [];
  return number === undefined ? NaN : Number(number.replace(",", "."));
}

const clock = () => new Date().toTimeString().slice(0, 8);

export class Report {
  #lms;
  #words;
  #interactions;
  #best;
  #done;
  #looking;
  /** @type {string} */
  #told;
  #next;
  /** Answers that were told; whether others may have been told under the same names, too. */
  #ids;
  #again;

  /**
   * @param {import("./lms.js").Lms} lms
   * @param {{status: string, interactions: boolean, answered: number, open: string[]}} options
   *   `answered`: how many answers were told in earlier sessions; `open`: the names of those that
   *   belong to what is gone on with
   */
  constructor(lms, { status, interactions, answered, open }) {
    this.#lms = lms;
    this.#next = answered;
    this.#words = WORDS[status];
    this.#interactions = interactions;
    // Somebody who only looks at the course changes nothing in the books.
    this.#looking = ["browse", "review"].includes(plain(lms.get("cmi.core.lesson_mode")));
    this.#best = scoreOf(lms.get("cmi.core.score.raw"));
    const before = plain(lms.get("cmi.core.lesson_status"));
    this.#done = DONE.includes(before);
    this.#again = Math.max(this.#counted() ?? 0, answered) > open.length;
    this.#ids = new Set(open);
    if (!this.#looking && BEGIN.includes(before)) {
      lms.set("cmi.core.lesson_status", "incomplete");
      lms.save();
    }
  }

  /** Whether nothing is recorded, because the learner only looks. */
  get looking() {
    return this.#looking;
  }

  /** Tell one answer. @param {string} id @param {ReturnType<typeof import("./interaction.js").interaction>} done what `interaction` returned */
  answer(id, { type, response, patterns, result, weighting }) {
    if (!this.#interactions || this.#looking) return;
    const number = this.#counted() ?? this.#next;
    /** @param {string} name @param {unknown} value */
    const put = (name, value) => this.#lms.set(`cmi.interactions.${number}.${name}`, value);
    // A platform that has the name already may refuse it. Of an answer that it does not take it wants
    // nothing more; the result and the memory say all that counts.
    if (!put("id", this.#again || this.#ids.has(id) ? `${id}.${number}` : id)) return;
    this.#ids.add(id);
    this.#next = number + 1;
    put("type", type);
    put("time", clock());
    put("student_response", response);
    for (const [index, pattern] of patterns.entries())
      put(`correct_responses.${index}.pattern`, pattern);
    put("result", result);
    put("weighting", weighting);
  }

  /** @returns {number | undefined} how many answers the platform has; some do not count them */
  #counted() {
    const counted = Number.parseInt(this.#lms.get("cmi.interactions._count"), 10);
    return Number.isInteger(counted) && counted >= 0 ? counted : undefined;
  }

  /** Tell the outcome of a run. @param {{percent: number, passed: boolean}} outcome */
  outcome({ percent, passed }) {
    // The same again is told again: some platforms begin with a score of 0 that nobody has reached.
    // One that cannot be read may be better than this one.
    const unknown = Number.isNaN(this.#best) && !(passed && !this.#done);
    if (this.#looking || unknown || percent < this.#best) return;
    this.#best = percent;
    this.#lms.set("cmi.core.score.min", 0);
    this.#lms.set("cmi.core.score.max", 100);
    this.#lms.set("cmi.core.score.raw", percent);
    // Some platforms know that somebody has passed, and no score.
    if (passed || !this.#done) this.#lms.set("cmi.core.lesson_status", this.#words[passed ? 0 : 1]);
  }

  /** @param {string} text what is to be remembered @param {string} place where the learner is */
  remember(text, place) {
    if (this.#looking) return;
    if (text !== this.#told) {
      this.#told = text;
      this.#lms.set("cmi.suspend_data", text);
      this.#lms.set("cmi.core.lesson_location", place);
    }
    this.#lms.save();
  }
}
