// What a platform is told, and in which order: each answer, the score, then the status, then what is
// to be remembered. A worse result never takes the place of a better one.

/** What a result is called, passed and not passed, by the organisation's choice. */
const WORDS = {
  "passed-failed": ["passed", "failed"],
  "passed-incomplete": ["passed", "incomplete"],
  "completed-incomplete": ["completed", "incomplete"],
  "completed-failed": ["completed", "failed"],
};

const clock = () => new Date().toTimeString().slice(0, 8);

export class Report {
  #lms;
  #words;
  #interactions;
  #best;
  #done;
  #looking;
  #told;
  #next;

  /**
   * @param {import("./lms.js").Lms} lms
   * @param {{status: string, interactions: boolean, answered: number}} options `answered`: how many
   *   answers were told in earlier sessions
   */
  constructor(lms, { status, interactions, answered }) {
    this.#lms = lms;
    this.#next = answered;
    this.#words = WORDS[status];
    this.#interactions = interactions;
    // Somebody who only looks at the course changes nothing in the books.
    this.#looking = ["browse", "review"].includes(lms.get("cmi.core.lesson_mode"));
    const raw = lms.get("cmi.core.score.raw");
    this.#best = raw === "" ? -1 : Number(raw);
    const before = lms.get("cmi.core.lesson_status");
    this.#done = ["passed", "completed"].includes(before);
    if (!this.#looking && ["", "not attempted", "browsed"].includes(before)) {
      lms.set("cmi.core.lesson_status", "incomplete");
      lms.save();
    }
  }

  /** Whether nothing is recorded, because the learner only looks. */
  get looking() {
    return this.#looking;
  }

  /** Tell one answer. @param {string} id @param {object} done what `interaction` returned */
  answer(id, { type, response, patterns, result, weighting }) {
    if (!this.#interactions || this.#looking) return;
    const number = this.#free();
    const put = (name, value) => this.#lms.set(`cmi.interactions.${number}.${name}`, value);
    put("id", id);
    put("type", type);
    put("time", clock());
    put("student_response", response);
    patterns.forEach((pattern, index) => put(`correct_responses.${index}.pattern`, pattern));
    put("result", result);
    put("weighting", weighting);
  }

  /** @returns {number} where the next answer goes; our own count where a platform has none */
  #free() {
    const counted = Number.parseInt(this.#lms.get("cmi.interactions._count"), 10);
    const number = Number.isInteger(counted) ? counted : this.#next;
    this.#next = number + 1;
    return number;
  }

  /** Tell the outcome of a run. @param {{percent: number, passed: boolean}} outcome */
  outcome({ percent, passed }) {
    // The same again is told again: some platforms begin with a score of 0 that nobody has reached.
    if (this.#looking || percent < this.#best) return;
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
