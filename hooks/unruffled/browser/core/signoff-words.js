// What a sign-off sheet says in words.

import { gettext } from "./words.js";

/** @param {string} kind of contact @returns {string} */
export const kindWords = (kind) =>
  ({
    "role-play": gettext("role-play"),
    call: gettext("call"),
    chat: gettext("chat"),
    mail: gettext("e-mail or letter"),
    "in-person": gettext("in person"),
  })[kind] ?? kind;

/** @param {import("./signoff.js").Verdict} verdict */
export const verdictWords = (verdict) =>
  ({
    "signed-off": gettext("signed off"),
    "not-yet": gettext("not yet signed off"),
    practice: gettext("practice, nothing decided"),
  })[verdict];
