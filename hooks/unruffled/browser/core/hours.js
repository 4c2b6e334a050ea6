// Minutes as people say them.

import { gettext } from "./words.js";

/** @param {number} total minutes @returns {string} 1 h 25 min */
export function inHours(total) {
  const [hours, minutes] = [Math.floor(total / 60), Math.round(total % 60)];
  if (hours && minutes) return gettext("{hours} h {minutes} min", { hours, minutes });
  return hours ? gettext("{hours} h", { hours }) : gettext("{minutes} min", { minutes });
}
