// The learner's record: see docs/reference/record.md for authors of other programs, and
// core/entries.js for what an entry must hold to be computed with.

/** What every entry has. */
interface Stamp {
  /** The version of this form. */
  v: number;
  id: string;
  /** The order: of two entries the later one has more. */
  at: number;
  /** When it was written, in milliseconds. */
  t: number;
  /** What the record calls the quiz, or the test of an assignment. */
  quiz: string;
}

/** An answer to a question. */
interface Attempt extends Stamp {
  type: "attempt";
  question: string;
  kind: string;
  /** The revision of the question that was answered. */
  rev: string;
  response?: Given;
  /** Of the answer that was right: 0 to 1. */
  share: number;
  points: number;
  max: number;
  tries: number;
  hints: number;
  seed?: number;
  /** Whether the learner has judged it. */
  self?: boolean;
  mode?: string;
  run?: string;
}

/** A test of an assignment that was begun. */
interface Begun extends Stamp {
  type: "begun";
  run: string;
  /** The questions that were asked, as "quiz/question". */
  drawn: string[];
  seed?: number;
  mode?: string;
  edition?: string;
  began?: number;
  limit?: number;
}

/** A test that was handed in. */
interface Result extends Stamp {
  type: "result";
  run: string;
  drawn: string[];
  seed?: number;
  points: number;
  max: number;
  percent: number;
  passed: boolean;
  mode?: string;
  edition?: string;
  began?: number;
  /** In minutes: 0 for none. */
  limit?: number;
  /** Minutes that the learner took on top. */
  extra?: number;
  /** Minutes beyond the limit. */
  late?: number;
}

type KeysOf<U> = U extends unknown ? keyof U : never;
type Whole<U, K extends PropertyKey> = U extends unknown
  ? U & { [P in Exclude<K, keyof U>]?: undefined }
  : never;

/** An entry: `type` tells which fields it has. */
type Entry = Whole<Attempt | Begun | Result, KeysOf<Attempt | Begun | Result>>;

/** An entry that is on its way: the record fills in the rest. */
type NewEntry = { type: Entry["type"]; quiz: string } & Record<string, unknown>;

/** What follows from the entries of one question. */
interface View {
  /** "quiz/question". */
  key: string;
  v: 1;
  rev: string;
  /** Answers to this revision. */
  n: number;
  best: number;
  last: number;
  t: number;
  reviews: [time: number, grade: number][];
  type?: undefined;
  drawn?: undefined;
}

/** A row of what follows from the record: a question's view, or a result. */
type Row = View | (Result & { key: string });

/** A test that is not handed in. */
interface Draft {
  run: string;
  seed: number;
  edition: string;
  drawn: string[];
  began: number;
  limit: number;
  /** In milliseconds; 0 for none. */
  deadline: number;
  extra: number;
  /** By "quiz/question". */
  answers: Record<string, Given>;
  hints: Record<string, number>;
}

/** How a write went: where it is not kept, why. */
interface Kept {
  kept: boolean;
  reason: "kept" | import("../core/database.js").Reason;
}

/** The stores of a database, within a transaction. */
type Stores = (name: string) => IDBObjectStore;

/** What is handed in: see schemas/result.json. */
interface HandedResult {
  format: string;
  version: number;
  site: string;
  edition: string;
  made: string;
  assignment: string;
  name: string;
  entries: Entry[];
  sum?: string;
}

/** What a short code says. */
interface Summary {
  id: string;
  title: string;
  name: string;
  made: Date;
  /** Its day where its maker was: 2026-11-22. */
  day: string;
  steps: Standing[];
}

/** How far a learner is with a step of an assignment. */
interface Standing {
  state: "new" | "begun" | "done" | "unsure";
  /** The best so far, rounded down. */
  percent?: number;
  /** Of a test. */
  tries: number;
  /** Of a test: those that were begun, in this browser. */
  begun?: number;
  answered?: number;
  need?: number;
}

/** The record of a site that a page has begun to read before its scripts were there. */
declare var earlyRows: Promise<[count: number, rows: Row[]] | undefined> | undefined;

/** A result file and what was found in it: one that was altered has both. */
interface Read {
  result?: HandedResult;
  problem?: "empty" | "foreign" | "newer" | "damaged" | "altered";
  /** How many of its entries cannot be computed with. */
  unread?: number;
}

/** A short code and what it says. */
interface Code {
  code: string;
  summary?: Summary;
  problem?: "newer" | "damaged" | "cut" | "none";
}

/** What was handed in for one assignment. */
interface Group {
  id: string;
  title: string;
  /** As its link has it; missing where only codes are there. */
  text?: string;
  handed: Handed[];
}

/** Of one person: what was answered first, by "quiz/question". */
type FirstAnswers = Map<string, { share: number; response?: Given }>;

/** How far each person is. */
interface Standings {
  assignment?: Assignment;
  steps: Step[];
  standings: Standing[][];
  /** On which day each handed in. */
  days: string[];
  made: Date[];
  late: boolean[];
  again: boolean[];
  passedLate: boolean[];
}
