// The course as pages know it: assets/course.json (hooks/unruffled/render/course.py).
//
// The files in this folder are for the checker of types only: no page gets them.

/** A question as course.json has it: its revision, the name of its objective, and its points. */
type CourseQuestion = [rev: string, objective: string, points: number];

/**
 * A quiz, or a conversation: then its id begins with `scenario:`, and its one question is `play`.
 * That of a file of voice exercises begins with `voice:`.
 */
interface Quiz {
  id: string;
  title: string;
  /** Below the site's root. */
  url: string;
  mode: "practice" | "test" | "scenario" | "voice";
  /** Per cent. */
  pass: number;
  /** How many questions are to be answered. */
  need: number;
  /** Stands for the revisions of its questions; a conversation has none. */
  edition?: string;
  hard?: boolean;
  /** By name: the words, and the address of what teaches it. */
  objectives: Record<string, [text: string, url: string]>;
  questions: Record<string, CourseQuestion>;
}

/** A page of the course, in the order in which it is to be read. */
interface Module {
  title: string;
  url: string;
  part: string;
  minutes: number;
  quiz?: string;
}

/** A learning path: what it asks for, in order, where that is a page. */
interface Path {
  id: string;
  title: string;
  url: string;
  steps: Module[];
}

interface Course {
  title?: string;
  organisation?: string;
  edition: string;
  /** The address of the page that opens assignments, where the site has one. */
  opens?: string;
  modules: Module[];
  /** An earlier build has none. */
  paths?: Path[];
  quizzes: Record<string, Quiz>;
}
