// The learning platform, by the interface of SCORM 1.2. Nothing here throws: a platform that fails
// must not keep anybody from answering.

/** What a result and the way back to it are made of. A platform may refuse all else: nothing is lost. */
const NEEDED = ["cmi.core.score.raw", "cmi.core.lesson_status", "cmi.suspend_data"];

/**
 * The interface of SCORM 1.2, as far as it is used; a platform may lack parts of it.
 *
 * @typedef {{[name: string]: (...values: string[]) => unknown}} Api
 */

/** Frames to climb at most; a platform puts a course into a few. */
const FAR = 50;

/**
 * The interface in a window or in one that it lies in; a window of another host hides nothing above.
 *
 * @param {any} start
 * @returns {Api | null}
 */
function above(start) {
  let here = start;
  for (let step = 0; step < FAR; step += 1) {
    try {
      if (here.API) return here.API;
    } catch {
      // A page of another host.
    }
    if (here.parent === here) break;
    here = here.parent;
  }
  return null;
}

/** The window that opened this one, or the frames it lies in. @param {any} start @returns {any} */
function opener(start) {
  try {
    return start.opener ?? start.top.opener;
  } catch {
    return null;
  }
}

/**
 * @param {any} start
 * @returns {Api | null} the platform's interface, wherever SCORM 1.2 lets it be
 */
export function find(start = window) {
  const from = opener(start);
  return above(start) ?? (from && above(from));
}

/** @param {number} number */
const two = (number) => String(Math.floor(number)).padStart(2, "0");

/**
 * @param {number} milliseconds
 * @returns {string} a span of milliseconds as SCORM 1.2 writes it: 0000:01:02.50
 */
export function timespan(milliseconds) {
  const seconds = Math.max(0, milliseconds) / 1000;
  const hours = String(Math.min(9999, Math.floor(seconds / 3600))).padStart(4, "0");
  const rest = (seconds % 60).toFixed(2).padStart(5, "0");
  return rest === "60.00"
    ? timespan(Math.ceil(seconds) * 1000)
    : `${hours}:${two((seconds / 60) % 60)}:${rest}`;
}

/** One session with a platform: begun once, ended once. */
export class Lms {
  /** @type {Api | null} */
  #api;
  #on = false;
  #new = false;
  #began = Date.now();
  /** What the platform refused first of all that matters, in its own words; empty where it took that. */
  fault = "";

  /** @param {Api | null} api @param {() => void} [onfault] called when something is refused */
  constructor(api, onfault = () => {}) {
    this.#api = api;
    this.onfault = onfault;
    this.#on = Boolean(api) && this.#call("LMSInitialize", "");
  }

  /** Whether the platform listens. */
  get on() {
    return this.#on;
  }

  /**
   * @param {string} name
   * @returns {string} what the platform has under this name; empty where it has nothing
   */
  get(name) {
    if (!this.#on) return "";
    try {
      return String(this.#api?.LMSGetValue(name) ?? "");
    } catch {
      return "";
    }
  }

  /** @param {string} name @param {unknown} value @returns {boolean} whether the platform took it */
  set(name, value) {
    if (!this.#on) return false;
    this.#new = true;
    return this.#call("LMSSetValue", name, String(value));
  }

  /** Have the platform keep what it was told. */
  save() {
    if (!this.#on || !this.#new) return;
    this.#new = false;
    this.#call("LMSCommit", "");
  }

  /** End the session. @param {boolean} unfinished whether the learner will go on with it */
  end(unfinished) {
    if (!this.#on) return;
    this.set("cmi.core.session_time", timespan(Date.now() - this.#began));
    this.set("cmi.core.exit", unfinished ? "suspend" : "");
    this.save();
    this.#call("LMSFinish", "");
    this.#on = false;
  }

  /** @param {string} name @param {...string} values */
  #call(name, ...values) {
    const api = /** @type {Api} */ (this.#api);
    try {
      // Some platforms have no end of a session. What they were told has been kept by then.
      if (name === "LMSFinish" && !api[name]) return true;
      if (String(api[name](...values)) === "true") return true;
      const code = String(api.LMSGetLastError());
      // Some platforms answer with nothing where all is well.
      if (code === "0") return true;
      this.#refused(name, values[0], `${name} ${values[0]}: error ${code}`);
    } catch (/** @type {any} */ error) {
      this.#refused(name, values[0], `${name}: ${error?.message ?? error}`);
    }
    return false;
  }

  /**
   * Remember what was refused, if it is a loss: what has been saved is none, should the end be refused.
   *
   * @param {string} call
   * @param {string} name
   * @param {string} words
   */
  #refused(call, name, words) {
    const extra = call === "LMSFinish" || (call === "LMSSetValue" && !NEEDED.includes(name));
    if (this.fault || extra) return;
    this.fault = words.trim();
    this.onfault();
  }
}
