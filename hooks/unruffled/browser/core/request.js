// What every database of ours is asked through: its name, its requests as promises, and patience.

/** Each site has a record of its own, also where several share a host. */
export const NAME = `unruffled ${new URL("../../../../", import.meta.url).pathname}`;

/** An error with a name of its own. @param {string} name */
export const named = (name) => Object.assign(new Error(name), { name });

/**
 * Turn a request or a transaction into a promise.
 *
 * When a transaction fails, its requests only say that they were given up; the reason is its own.
 *
 * @param {any} target
 * @returns {Promise<any>}
 */
export const ask = (target) =>
  new Promise((done, fail) => {
    target.onsuccess = target.oncomplete = () => done(target.result);
    target.onerror = target.onabort = () => fail(target.transaction?.error ?? target.error);
  });

/**
 * Wait for a promise, and no longer than so many milliseconds: then it is rejected.
 *
 * @template T
 * @param {() => string} [cause] the name of that fault
 * @param {Promise<T>} promise
 * @param {number} time
 * @returns {Promise<T>}
 */
export function patient(promise, time, cause = () => "TimeoutError") {
  if (time === Infinity) return promise;
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const over = new Promise((_, fail) => {
    timer = setTimeout(() => fail(named(cause())), time);
  });
  return Promise.race([promise, over]).finally(() => clearTimeout(timer));
}

/** Tells listeners here, and in other tabs; without the browser's own means, only those here. */
export function makeChannel() {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return Object.assign(new EventTarget(), { postMessage() {} });
  }
}
