// A trainer's key pair: made here, kept in this browser, saved to a file, taken from one. What is kept
// can be used, and not be read: another site on the same host could read what a browser keeps.

import { save } from "../../browser/core/saving.js";
import { able, locked, makeKeys, privateKey, publicText } from "../../browser/core/sealing.js";
import { keep, kept } from "../../browser/core/trainer-store.js";
import { gettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";

/**
 * @param {HTMLElement} place the section with its controls
 * @param {AbortSignal} signal
 * @param {() => void} onkey what follows when there is another key
 * @returns {{private: () => Promise<CryptoKey | undefined>}}
 */
export function startKeys(place, signal, onkey) {
  const told = place.querySelector(".team-key-told");
  const shown = place.querySelector(".team-public");
  /** @type {HTMLInputElement} */
  const file = place.querySelector("[name=key]");
  /** @param {string} name @returns {HTMLButtonElement} */
  const button = (name) => place.querySelector(`[data-do=${name}]`);
  /** @type {{key: CryptoKey, text: string} | undefined} */
  let current;

  const show = () => {
    button("make-key").hidden = Boolean(current);
    button("drop-key").hidden = !current;
    button("save-key").hidden = !current?.key.extractable;
    shown.hidden = !current;
    shown.querySelector("textarea").value = current?.text ?? "";
  };

  /** @param {{key: CryptoKey, text: string} | undefined} next @param {string} words */
  const take = async (next, words) => {
    current = next;
    const done = await keep("key", next && { ...next, key: await locked(next.key) });
    announce(
      told,
      done || !next
        ? words
        : `${words} ${gettext("This browser does not keep it: you need the file.")}`,
    );
    show();
    onkey();
  };

  const toFile = async () => {
    const { kty, crv, x, y, d } = await crypto.subtle.exportKey(
      "jwk",
      /** @type {CryptoKey} */ (current?.key),
    );
    save(`${JSON.stringify({ kty, crv, x, y, d }, null, 1)}\n`, "trainer-private.jwk");
  };

  /** @type {Record<string, () => Promise<void>>} */
  const actions = {
    "make-key": async () => {
      const pair = await makeKeys();
      const text = await publicText(pair.publicKey);
      await take(
        { key: pair.privateKey, text },
        gettext(
          "Made, and saved as trainer-private.jwk. Keep the file in a safe place. This browser opens sealed results with the key, but once you have left this page it cannot save it again.",
        ),
      );
      await toFile();
    },
    "save-key": async () => {
      await toFile();
      await take(
        current,
        gettext("Saved as trainer-private.jwk. Give it to nobody, and put it into no repository."),
      );
    },
    "drop-key": () =>
      take(
        undefined,
        gettext("The key is gone from this browser. Results sealed for it need the file."),
      ),
  };

  place.addEventListener(
    "click",
    (/** @type {Aimed} */ { target }) =>
      actions[
        /** @type {HTMLElement | null} */ (target.closest("[data-do]"))?.dataset.do ?? ""
      ]?.(),
    { signal },
  );
  file.addEventListener(
    "change",
    async () => {
      const [chosen] = file.files ?? [];
      if (!chosen) return;
      try {
        await take(
          await privateKey(JSON.parse(await chosen.text())),
          gettext("Taken from {file}.", { file: chosen.name }),
        );
      } catch {
        announce(told, gettext("{file} is no private key of this site.", { file: chosen.name }));
      }
      file.value = "";
    },
    { signal },
  );

  const ready = kept("key").then((found) => {
    current = found;
    show();
  });
  if (!able()) {
    for (const control of /** @type {NodeListOf<HTMLButtonElement | HTMLInputElement>} */ (
      place.querySelectorAll("button, input")
    ))
      control.disabled = true;
    announce(told, gettext("Browsers make and use keys on secure pages (https) only."));
  }
  return { private: () => ready.then(() => current?.key) };
}
