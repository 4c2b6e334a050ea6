// A question on a page, and what a kind of question does: hooks/unruffled/model/quiz.py and kinds/ hold
// what authors write of them.

/** How an answer was judged. */
interface Score {
  /** Of the answer that is right: 0 to 1. */
  share: number;
  /** How much of it is right, in words. */
  note?: string;
  /** Whether the learner has judged it. */
  self?: boolean;
}

/** An answer as its kind has made it: nobody else can tell what is in it. */
// biome-ignore lint/suspicious/noExplicitAny: see above.
type Given = any;

/** What an <unruffled-question> returns for an answer: an attempt that is not recorded yet. */
interface Judged {
  type: "attempt";
  quiz: string;
  question: string;
  kind: string;
  rev: string;
  response: Given;
  share: number;
  points: number;
  max: number;
  tries: number;
  hints: number;
  seed: number;
  self?: boolean;
}

type Hint = HTMLDetailsElement & { taken: boolean };

/** An <unruffled-question>; see blocks/quiz/question.js. */
interface Question extends HTMLElement {
  /** Whether it can be answered, once that is known. */
  ready: Promise<boolean>;
  kind: Kind;
  fields: HTMLFieldSetElement;
  /** The answer with its reasons, folded up. */
  answer: HTMLDetailsElement;
  hints: Hint[];
  button: HTMLButtonElement;
  verdict: HTMLElement;
  form: HTMLFormElement;
  tries: number;
  seed: number;
  /** "quiz/question". */
  readonly ref: string;
  reset(seed?: number): void;
  mixed<T>(list: T[], text?: string): T[];
  check(): void;
  judge(final?: boolean): Judged;
  tell(words: string): void;
  note(
    place: Element,
    reason: Element | null | undefined,
    good: boolean,
    words?: string | false,
    control?: Element,
  ): void;
  clear(): void;
}

/**
 * What a kind of question does: one module for each. `Q` is a question with what `prepare` puts there,
 * `R` an answer as it is recorded, `K` what is right.
 */
// biome-ignore lint/suspicious/noExplicitAny: who has a kind and not its name knows no more of it.
interface Kind<Q extends Question = any, R = Given, K = Given> {
  prepare(q: Q): void;
  /** Put what can be chosen into the order of this run. */
  arrange?(q: Q): void;
  /** Where an answer is not complete. */
  gap(q: Q): HTMLElement | null | undefined;
  response(q: Q): R;
  key(q: Q): K;
  /** Put an answer in. */
  restore(q: Q, response: R): void;
  /** Any answer may come, also one that this kind never made. */
  score(response: unknown, key: K): Score;
  /** Put the reasons beside the parts. */
  show(q: Q, response: R, all: boolean | undefined): void;
  /** What comes before an answer is judged; whether it is to wait. */
  stage?(q: Q): boolean;
}

/** A module that does what a kind has to do; each says it of itself, and the checker looks. */
type Does<K extends Kind, M extends K> = M;

/** What can be chosen: a box or a button, with its line, its reason, and whether it is right. */
interface Part {
  input: HTMLInputElement;
  line: HTMLElement;
  reason: HTMLElement;
  right: boolean;
}

interface ChoiceQuestion extends Question {
  parts: Part[];
}

/** A place that takes one value: a list, or the first of a few buttons. */
interface Slot {
  name: string;
  line: HTMLElement;
  control: HTMLSelectElement | HTMLInputElement;
  /** The slot's own reasons, or those of its values. */
  reasons: HTMLElement[];
  /** Its right value. */
  right: string;
}

interface SlotQuestion extends Question {
  slots: Slot[];
}

/** A question in whose text something is chosen from lists. */
interface ListQuestion extends Question {
  slots: (Slot & { options: HTMLOptionElement[] })[];
}

interface MatchingQuestion extends SlotQuestion {
  bank: HTMLElement[];
}

interface OrderQuestion extends Question {
  list: HTMLElement;
  /** In the right order. */
  steps: HTMLElement[];
}

interface TypedQuestion extends Question {
  field: HTMLInputElement;
}

/** What a typed answer is compared with. */
interface TypedKey {
  accept: string[];
  wrong: string[];
  /** How many letters may differ, where the author says so. */
  typos?: number;
}

interface RewriteQuestion extends Question {
  field: HTMLTextAreaElement;
  ticks: HTMLInputElement[];
}

interface Rewritten {
  text: string;
  ticks: boolean[];
}

/** An <unruffled-quiz>; see blocks/quiz/quiz.js. */
interface QuizElement extends HTMLElement {
  run: string;
  begun: Promise<void>;
}

interface HTMLElementTagNameMap {
  "unruffled-question": Question;
  "unruffled-quiz": QuizElement;
}
