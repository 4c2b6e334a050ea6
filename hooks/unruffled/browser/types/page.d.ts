// What browsers have and the checker's own list does not, and what our pages are sure to hold.

// Our pages are written by our generator, which puts there what their scripts ask for; the tests of the
// builds and of the pages hold the two together. So what is asked for by a selector is taken to be
// there. A script that works on several pages, where a part may be missing, asks with `?.`.
interface ParentNode {
  querySelector<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K];
  querySelector<E extends Element = HTMLElement>(selectors: string): E;
  querySelectorAll<K extends keyof HTMLElementTagNameMap>(
    selectors: K,
  ): NodeListOf<HTMLElementTagNameMap[K]>;
  querySelectorAll<E extends Element = HTMLElement>(selectors: string): NodeListOf<E>;
}

/** An event whose listener hangs on an element that holds no other targets than these. */
type Aimed<T extends Element = HTMLElement, E extends Event = Event> = E & { target: T };

interface Window {
  /** Says what may become markup, and from where a script may come, in browsers that ask. */
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: {
        createHTML(html: string, kind: string, sink: string): string;
        createScriptURL(address: string): string;
      },
    ): unknown;
  };
}

interface Navigator {
  /** Chromium's: files of its own for each bucket. */
  readonly storageBuckets?: {
    open(name: string): Promise<{ indexedDB: IDBFactory }>;
  };
  readonly connection?: { saveData?: boolean };
}
