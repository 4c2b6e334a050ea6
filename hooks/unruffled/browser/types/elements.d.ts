// What elements hand to each other.

/** A conversation that is played: an <unruffled-scenario>; see blocks/scenario/scenario.js. */
interface Scene extends HTMLElement {
  game: import("../core/scenario.js").Game;
  /** Who is spoken with. */
  name: string;
  route: number[];
  states: SceneState[];
  readonly now: SceneState;
  choices: HTMLElement;
  /** What was said so far. */
  talk: HTMLElement;
  /** How often a way was taken again. */
  helped: number;
  store: Promise<typeof import("../core/store.js") | undefined>;
  text(id: string): HTMLElement;
  copy(id: string, part: string): HTMLElement;
  again(turn: number): void;
}

/** The table of phrases: an <unruffled-phrases>. */
interface Phrases extends HTMLElement {
  form: HTMLFormElement;
  wanted(): [name: string, value: string][];
}

/** An answer with the objective of its question. */
type Scored = Judged & { objective?: string };

/** "unruffled-answer": a question was answered. */
type Answered = CustomEvent<Judged> & { target: Question };

/** What a trainer sees of a team. */
interface Shown extends Standings {
  people: Person[];
  /** What is to know of each. */
  marks: Mark[][];
  decide?: (change: (decisions: Decisions) => unknown) => void;
}

interface Team extends Shown {
  refs: string[];
  answers: FirstAnswers[];
  items: ReturnType<typeof import("../core/items.js").analyse>;
  group: Group;
  data: Course;
  /** Who is on the list and has handed in nothing. */
  missing: Listed[];
  /** Whether there is a list. */
  listed: boolean;
  /** Of those who are on the list. */
  teams: Map<Person, string>;
  /** Opens the page of one person. */
  look?: (person: Person) => void;
  /** What the questions say, by "quiz/question", when it is there. */
  questions: Promise<Map<string, Question>>;
}

interface HTMLElementTagNameMap {
  "unruffled-finder": HTMLElement;
  "unruffled-phrases": Phrases;
}

interface HTMLElementEventMap {
  "unruffled-answer": Answered;
}
