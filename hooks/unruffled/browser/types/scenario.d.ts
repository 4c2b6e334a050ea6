// A conversation that answers back: hooks/unruffled/model/scenario.py holds what authors write of it.

/** A reply: what it does, whether it goes against a technique, and where it leads. */
type Reply = [
  calm: number,
  trust: number,
  resolution: number,
  breaks: number,
  jumps: [calm: number, trust: number, to: string][],
];

/** Where a conversation stands. */
interface SceneState {
  at: string;
  calm: number;
  trust: number;
  resolution: number;
}

/** A conversation, as its page has it. */
interface SceneGraph {
  nodes: Record<string, Reply[]>;
  endings: Record<string, number>;
  start: string;
  calm: number;
  trust: number;
}
