// The form of an assignment: what it holds, kept over a reload, and filled from an assignment again.

import { LIMITS } from "../../browser/core/assignment.js";
import { editionOf } from "../../browser/core/steps.js";
import { gettext } from "../../browser/core/words.js";
import { ownZone } from "../../browser/core/zones.js";

/** @typedef {HTMLFormElement & {elements: import("./assign.js").AssignForm}} Form */

/** @param {HTMLFormElement} form @returns {[name: string, value: string][]} what is filled in and chosen */
export const filled = (form) =>
  [...new FormData(form)].map(([name, value]) => [name, String(value)]);

/**
 * Fill the form; what is not among the fields is empty, or not chosen.
 *
 * @param {HTMLFormElement} form
 * @param {[name: string, value: string][]} fields
 */
export function fill(form, fields) {
  form.reset();
  for (const control of /** @type {NodeListOf<HTMLInputElement>} */ (
    form.querySelectorAll("input, select, textarea")
  )) {
    const mine = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (["checkbox", "radio"].includes(control.type))
      control.checked = mine.includes(control.value);
    else if (mine.length) control.value = mine[0];
  }
}

/**
 * @param {Assignment} assignment
 * @returns {[name: string, value: string][]} its fields; of several draws the form can hold the first
 */
export function fieldsOf({
  title,
  note,
  steps,
  mode,
  pass,
  attempts,
  due,
  zone,
  minutes,
  fixed,
  key,
}) {
  const names = steps.map(([name]) => name);
  const pool = names.find((name) => name.includes("*")) ?? "";
  const { draw, list } = drawOf(pool);
  const alone = names.filter((name) => !name.includes("*"));
  /** @param {number} value */
  const number = (value) => (value ? `${value}` : "");
  return [
    ...[...(pool ? list.split("+") : []), ...alone].map(
      (name) => /** @type {[string, string]} */ (["step", name]),
    ),
    ...(pool ? /** @type {[string, string][]} */ ([["pool", "on"]]) : []),
    ["draw", pool ? number(Number(draw)) : "10"],
    ["title", title],
    ["note", note],
    ["mode", mode],
    ["pass", `${pass}`],
    ["attempts", number(attempts)],
    ["due", due],
    ["zone", zone],
    ["minutes", number(minutes)],
    ...(fixed ? /** @type {[string, string][]} */ ([["fixed", "on"]]) : []),
    ["key", key],
  ];
}

/** @param {string} pool "10*empathy+stay-calm" @returns {{draw: string, list: string}} */
function drawOf(pool) {
  const parts = pool.split("*");
  return { draw: parts[0], list: parts[1] ?? "" };
}

/** @returns {Record<string, string>} what is wrong with a field */
export const wrongs = () => ({
  title: gettext("Give it a title."),
  steps: gettext("Choose what to do: 1 to {most} things.", { most: LIMITS.steps }),
  note: gettext("The note is longer than {most} characters.", { most: LIMITS.note }),
  pass: gettext("The pass mark is a whole number from 0 to 100."),
  attempts: gettext("Attempts are a whole number from 1 to 20, or none for any number."),
  due: gettext("That day does not exist."),
  minutes: gettext("Minutes are a whole number from 1 to 240, or none for no limit."),
  key: gettext("That is no public key: copy the whole line from the page of results."),
});
/** The controls of fields that are called otherwise. @type {Record<string, string>} */
export const INPUTS = { steps: "step", note: "note", key: "key" };

/** @param {HTMLFormElement} form */
export const boxesOf = (form) =>
  /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("[name=step]")]);

/**
 * @param {Form} form
 * @param {Course} data
 * @returns {[string, string][]} the steps that are chosen, with the editions of their questions
 */
export function stepsIn(form, { quizzes }) {
  const chosen = boxesOf(form).filter(({ checked }) => checked);
  const { pool, draw } = form.elements;
  const pooled = pool.checked
    ? chosen.filter(({ dataset }) => "pooled" in dataset).map(({ value }) => value)
    : [];
  const alone = chosen.map(({ value }) => value).filter((value) => !pooled.includes(value));
  const steps = alone.map(
    (name) => /** @type {[string, string]} */ ([name, editionOf([quizzes[name]], false)]),
  );
  if (!pooled.length) return steps;
  const all = pooled.map((name) => quizzes[name]);
  return [[`${Number(draw.value) || 0}*${pooled.join("+")}`, editionOf(all, true)], ...steps];
}

/**
 * A draw that asks for more than there is cannot be made.
 *
 * @param {{steps: string[][]}} assignment
 * @param {Course} data
 * @returns {string[]} what to tell
 */
export function tooFew({ steps: [[first] = [""]] }, { quizzes }) {
  const [draw, list] = first.split("*");
  if (!list) return [];
  const questions = list.split("+").flatMap((name) => Object.values(quizzes[name].questions));
  const there = questions.filter(([, , points]) => points).length;
  if (Number(draw) <= there) return [];
  return [gettext("These modules have {n} questions to draw from.", { n: there })];
}

/**
 * Offer every zone that the browser knows; the trainer's own is chosen, since one has to be meant.
 *
 * @param {HTMLSelectElement} select
 */
export function fillZones(select) {
  const own = ownZone();
  const known = Intl.supportedValuesOf?.("timeZone") ?? [];
  const names = [...new Set([...(own ? [own] : []), "UTC", ...known])];
  select.append(
    ...names.map((name) => new Option(name.replaceAll("_", " "), name, name === own, name === own)),
  );
}
