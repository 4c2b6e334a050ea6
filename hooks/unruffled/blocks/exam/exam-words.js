// What an exam says when something is wrong, in plain words: what it is, and what helps.

import { gettext } from "../../browser/core/words.js";

/** @returns {Record<string, string>} */
export const problems = () => ({
  insecure: gettext(
    "This page cannot open an exam: the browser opens locked papers on secure pages (https) only. Tell your trainer.",
  ),
  ticket: gettext(
    "This is no ticket, or it is not whole. Open the link that your trainer sent you once more, or paste all of it here.",
  ),
  other: gettext(
    "This ticket is for another exam than this paper. Ask your trainer which one is yours.",
  ),
  unsigned: gettext(
    "The trainer who made this exam has not signed this ticket. Use the ticket that was given to you, and change nothing in it.",
  ),
  paper: gettext(
    "This file is no paper of an exam, or it is cut off. Ask your trainer for it again.",
  ),
  away: gettext(
    "The paper cannot be fetched now. Check your connection and try again, or take the file that your trainer gives you.",
  ),
  phrase: gettext(
    "The paper does not open with these words. There are five, in the order in which they were said. Listen again, and look for slips.",
  ),
  altered: gettext(
    "The paper was changed or damaged on its way. Nothing of it can be used: ask your trainer for another copy.",
  ),
  seal: gettext(
    "Your answers cannot be sealed on this page. They are kept in this browser. Call your trainer, and do not close this window.",
  ),
});
