// What the parts of sw.js find there: the lists that the build writes in front of them
// (hooks/unruffled/offline.py), and what a service worker has.

/** By path: the SHA-256 of every file of the build. */
declare const kept: Record<string, string>;
/** By the ending of a file: its type. */
declare const types: Record<string, string>;
/** By group and path: how many bytes. */
declare const groups: Record<"desk" | "rest" | "optional" | "opened", Record<string, number>>;

declare const registration: ServiceWorkerRegistration;
declare const clients: Clients;
declare function skipWaiting(): Promise<void>;

interface DedicatedWorkerGlobalScopeEventMap {
  install: ExtendableEvent;
  activate: ExtendableEvent;
  fetch: FetchEvent;
}

/** Why a file is not kept: see keeping.js. */
interface Refused {
  why: string;
  status?: number;
  digest: string;
  told: boolean;
  whole: boolean;
}

/** A build puts the sentence itself in the place of the call (words/scripts.py). */
declare function gettext(message: string): string;
