// Statements on their way to a store. Each waits in `localStorage` under its own id until the store has
// it: a tab that closes, a network that fails and a store that refuses lose none. No token is kept there.

import { crc } from "./crc.js";
import { root } from "./root.js";

/** How many statements go in one request, and how long it may take, in milliseconds. */
const BATCH = 50;
const PATIENCE = 20_000;

/** @typedef {import("./launch.js").Launch} Launch */
/** @typedef {import("./statements.js").Statement} Statement */

/**
 * Why statements still wait. `token`: the store does not know the token, or no more; `silent`: no
 * answer; `fault`: it answers that something is wrong on its side. These are tried again. `large`:
 * too large for it; `conflict`: it has another statement of this id; `refused`: it takes none of this
 * form. These wait until somebody asks.
 *
 * @typedef {"token" | "silent" | "fault" | "large" | "conflict" | "refused"} Trouble
 */

/** @typedef {{n: number, statement: Statement, trouble?: Trouble}} Waiting */

/** What waits where `localStorage` cannot be written. @type {Map<string, string>} */
const here = new Map();
/** When the last one was put in: they go out in this order. */
let last = 0;

/** @param {Pick<Launch, "endpoint" | "account">} launch what the names of its statements begin with */
const prefix = ({ endpoint, account }) =>
  `unruffled statements ${root.pathname} ${crc(JSON.stringify([endpoint, account.homePage, account.name]))} `;

/**
 * Put statements into the box; one that is there already stays as it is.
 *
 * @param {Launch} launch
 * @param {Statement[]} statements
 */
export function put(launch, statements) {
  const begin = prefix(launch);
  for (const statement of statements) {
    const name = begin + statement.id;
    if (get(name)) continue;
    last = Math.max(last + 0.001, Date.now());
    set(name, { n: last, statement });
  }
}

/** @param {string} name @returns {Waiting | undefined} */
function get(name) {
  try {
    return JSON.parse(here.get(name) ?? localStorage[name]);
  } catch {
    return undefined;
  }
}

/** @param {string} name @param {Waiting} value */
function set(name, value) {
  const text = JSON.stringify(value);
  try {
    localStorage[name] = text;
    here.delete(name);
  } catch {
    here.set(name, text);
  }
}

/** @param {string} name */
function drop(name) {
  here.delete(name);
  try {
    delete localStorage[name];
  } catch {
    // Where it cannot be reached, nothing was put there.
  }
}

/** @returns {string[]} */
function names() {
  try {
    return [...new Set([...Object.keys(localStorage), ...here.keys()])];
  } catch {
    return [...here.keys()];
  }
}

/**
 * @param {Pick<Launch, "endpoint" | "account">} launch
 * @returns {[name: string, waiting: Waiting][]} what waits, the oldest first
 */
export function waiting(launch) {
  const begin = prefix(launch);
  const found = names()
    .filter((name) => name.startsWith(begin))
    .map((name) => /** @type {[string, Waiting]} */ ([name, get(name)]))
    .filter(([, each]) => each?.statement);
  return found.sort(([, a], [, b]) => a.n - b.n);
}

/** Whether some of it is not in the browser's store: then it goes with the page. */
export const isAtRisk = () => here.size > 0;

/** Forget what waits. @param {Pick<Launch, "endpoint" | "account">} launch */
export function forget(launch) {
  for (const [name] of waiting(launch)) drop(name);
}

/**
 * Send what waits.
 *
 * @param {Launch} launch
 * @param {{again?: boolean, request?: typeof fetch}} [how] `again`: also what the store has refused
 * @returns {Promise<{sent: number, left: number, trouble?: Trouble}>} `trouble`: why some is left
 */
export async function send(launch, { again = false, request = fetch } = {}) {
  const all = waiting(launch);
  const open = again ? all : all.filter(([, { trouble }]) => !trouble);
  /** @type {Trouble | undefined} */
  let trouble;
  for (let at = 0; at < open.length && !trouble; at += BATCH)
    trouble = await deliver(launch, open.slice(at, at + BATCH), request);
  const left = waiting(launch);
  return {
    sent: all.length - left.length,
    left: left.length,
    trouble: trouble ?? left.find((each) => each[1].trouble)?.[1].trouble,
  };
}

/**
 * Send statements together; where the store refuses some of them, find out which.
 *
 * @param {Launch} launch
 * @param {[name: string, waiting: Waiting][]} batch
 * @param {typeof fetch} request
 * @returns {Promise<Trouble | undefined>} why nothing more can be sent now
 */
async function deliver(launch, batch, request) {
  const status = await post(
    launch,
    batch.map(([, { statement }]) => statement),
    request,
  );
  if (status >= 200 && status < 300) {
    for (const [name] of batch) drop(name);
    return;
  }
  const trouble = TROUBLES[status] ?? (status ? "fault" : "silent");
  if (["token", "fault", "silent"].includes(trouble)) return trouble;
  if (batch.length > 1) {
    const half = Math.ceil(batch.length / 2);
    return (
      (await deliver(launch, batch.slice(0, half), request)) ??
      (await deliver(launch, batch.slice(half), request))
    );
  }
  const [[name, value]] = batch;
  set(name, { ...value, trouble });
}

/** What an answer means; every other one is a fault of the store. @type {Record<number, Trouble>} */
const TROUBLES = {
  400: "refused",
  401: "token",
  403: "token",
  409: "conflict",
  413: "large",
  422: "refused",
};

/**
 * @param {Launch} launch
 * @param {Statement[]} statements
 * @param {typeof fetch} request
 * @returns {Promise<number>} the status; 0 without an answer
 */
async function post({ endpoint, auth }, statements, request) {
  try {
    const answer = await request(`${endpoint}statements`, {
      method: "POST",
      headers: {
        Authorization: auth,
        "Content-Type": "application/json",
        "X-Experience-API-Version": "1.0.3",
      },
      body: JSON.stringify(statements),
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(PATIENCE),
    });
    return answer.status;
  } catch {
    return 0;
  }
}
