// The rules of a scenario: what a reply does, which way is best. Pure. The build has the same rules
// in hooks/unruffled/model/game.py, which says what each is for; tests hold the two together.

const MOST = 4;
const A_POINT = 1e6;
const A_BREAK = 1e3;
const NOWHERE = -1e12;

/** @param {number} value @param {number} change */
const step = (value, change) => Math.min(MOST, Math.max(0, value + change));
/** @param {Reply} reply */
const sum = ([calm, trust, resolution]) => calm + trust + resolution;
/** @param {SceneState} state */
const key = ({ at, calm, trust }) => `${at} ${calm} ${trust}`;

/** A reply of the route that is none: the customer was kept waiting. */
export const WAIT = -1;

export class Game {
  /** @param {SceneGraph} graph the data that the build writes into the page */
  constructor({ nodes, endings, start, calm, trust }) {
    this.nodes = nodes;
    this.endings = endings;
    this.start = { at: start, calm, trust, resolution: 0 };
  }

  /**
   * @param {SceneState} state
   * @param {number} index
   * @returns {SceneState} the state after the reply with this number, or after WAIT
   */
  after({ at, calm, trust, resolution }, index) {
    if (index === WAIT) return { at, calm: step(calm, -1), trust, resolution };
    const [c, t, r, , jumps] = this.nodes[at][index];
    calm = step(calm, c);
    trust = step(trust, t);
    const [, , go] =
      jumps.find(([least, most]) => calm >= least && trust >= most) ??
      /** @type {(typeof jumps)[0]} */ (jumps.at(-1));
    return { at: go, calm, trust, resolution: step(resolution, r) };
  }

  /** @param {number[]} route @returns {SceneState[]} the states of a route, the start first */
  states(route) {
    const found = [this.start];
    for (const index of route)
      found.push(this.after(/** @type {SceneState} */ (found.at(-1)), index));
    return found;
  }

  /**
   * What each state is worth that can come after one of these: see `worth` in model/game.py.
   *
   * @param {SceneState[]} from
   */
  #worth(from) {
    /** @type {Map<string, {at: string, following: SceneState[]}>} */
    const moves = new Map();
    for (const state of from) {
      if (moves.has(key(state))) continue;
      const following = (this.nodes[state.at] ?? []).map((_, index) => this.after(state, index));
      moves.set(key(state), { at: state.at, following });
      from.push(...following);
    }
    const worth = new Map(
      [...moves].map(([name, { at }]) => [
        name,
        at in this.endings ? this.endings[at] * A_POINT : NOWHERE,
      ]),
    );
    const back = [...moves].reverse();
    for (let changed = true; changed; ) {
      changed = false;
      for (const [name, { at, following }] of back) {
        following.forEach((after, index) => {
          const there = /** @type {number} */ (worth.get(key(after)));
          const value = there - 1 - A_BREAK * this.nodes[at][index][3];
          if (there > NOWHERE && value > /** @type {number} */ (worth.get(name))) {
            worth.set(name, value);
            changed = true;
          }
        });
      }
    }
    return worth;
  }

  /**
   * Look a route over.
   *
   * @param {number[]} route
   * @returns {{best: number[], turns: {best: number, left: number}[], left: number}} `best`: the
   *   replies of the best way; of each turn the best reply there, and the points of the best ending
   *   that was still open after what was said; `left`: those at the start
   */
  review(route) {
    const states = this.states(route);
    const worth = this.#worth([...states]);
    /** @param {SceneState} state */
    const points = (state) => Math.round(/** @type {number} */ (worth.get(key(state))) / A_POINT);
    /** @param {SceneState} state */
    const best = (state) => {
      const all = this.nodes[state.at].map((reply, index) => [
        /** @type {number} */ (worth.get(key(this.after(state, index)))) - A_BREAK * reply[3],
        sum(reply),
        index,
      ]);
      return all.sort((a, b) => b[0] - a[0] || b[1] - a[1] || a[2] - b[2])[0][2];
    };
    /** @type {number[]} */
    const way = [];
    for (
      let state = this.start;
      state.at in this.nodes;
      state = this.after(state, /** @type {number} */ (way.at(-1)))
    )
      way.push(best(state));
    const turns = route.map((_, turn) => ({
      best: best(states[turn]),
      left: points(states[turn + 1]),
    }));
    return { best: way, turns, left: points(this.start) };
  }
}
