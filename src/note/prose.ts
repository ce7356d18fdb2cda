import type { Day, Measure } from "../market/index.ts";
import { percent, whole } from "./format.ts";

/** A piece of text: words, or a reference to a measure, a day or a name; an aside is a name that may stand back, a quote the words of a source as they stand, a graded word what the verdict allows to be said. */
export type Part =
  | { kind: "words"; text: string }
  | { kind: "number"; text: string; measure: Measure }
  | { kind: "day"; day: Day; text?: string }
  | { kind: "name"; text: string }
  | { kind: "aside"; text: string }
  | { kind: "quote"; text: string }
  | { kind: "graded"; text: string };

/** A sentence, a cell, a heading: text in which every number is a reference. */
export type Text = readonly Part[];

/**
 * Text from a template: a number can only come in as a reference.
 *
 * @throws Error when the words themselves hold a digit: a number that is bound to nothing
 */
export function prose(words: TemplateStringsArray, ...references: readonly (Part | Text)[]): Text {
  return words.flatMap((text, k): Part[] => {
    if (/\p{Nd}/u.test(text)) throw new Error(`unbound digit in prose: ${JSON.stringify(text)}`);
    const reference = references[k];
    const before: Part[] = text === "" ? [] : [{ kind: "words", text }];
    return reference === undefined ? before : before.concat(reference);
  });
}

/** A day as a reference. */
export function on(day: Day): Part {
  return { kind: "day", day };
}

/** A name that came from outside (a market, a clock, a file, a group's own words); it may hold digits. */
export function name(text: string): Part {
  return { kind: "name", text };
}

/** Words of a source as they stand; a number in them is its own. */
export function quote(text: string): Part {
  return { kind: "quote", text };
}

/** Words of a source between quotation marks, so that a reader sees whose numbers they hold. */
export function quoted(text: string): Text {
  return [{ kind: "words", text: "\u201c" }, quote(text), { kind: "words", text: "\u201d" }];
}

/** A word of likelihood or strength that the verdict gives: no other may stand in a note. */
export function graded(text: string): Part {
  return { kind: "graded", text };
}

/** A number as a reference, in a form chosen for its place. */
export function number(measure: Measure, text: string): Part {
  return { kind: "number", text, measure };
}

/** A distance below a record, without its sign: "25.8%". */
export function below(measure: Measure, decimals = 1): Part {
  return number(measure, percent({ value: measure.value === null ? null : Math.abs(measure.value) }, { decimals }));
}

/** A distance that was chosen, in as many digits as it has: "20%", "12.5%". */
export function chosenShare(measure: Measure): Part {
  const size = Math.abs(measure.value ?? 0) * 100;
  return below(measure, [0, 1, 2].find((decimals) => Math.abs(Number(size.toFixed(decimals)) - size) < 1e-9) ?? 2);
}

/** A change with its direction: "risen 15.5%", "fallen 21.1%". */
export function moved(measure: Measure): Text {
  const { value } = measure;
  if (value === null) return prose`moved by an ${number(measure, "unknown")} amount`;
  return prose`${{ kind: "words", text: value < 0 ? "fallen" : "risen" }} ${below(measure)}`;
}

/** A count with its noun: "28 record closes", "no record close". */
export function count(measure: Measure, singular: string, plural = `${singular}s`): Text {
  const { value } = measure;
  if (value === null) return prose`an ${number(measure, "unknown")} number of ${{ kind: "words", text: plural }}`;
  return prose`${number(measure, value === 0 ? "no" : whole(measure))} ${{ kind: "words", text: value <= 1 ? singular : plural }}`;
}

/** Texts in a row: "a, b and c". */
export function listed(texts: readonly Text[]): Text {
  return texts.flatMap((text, k): Part[] => {
    if (k === 0) return [...text];
    return [{ kind: "words", text: k === texts.length - 1 ? " and " : ", " }, ...text];
  });
}

/**
 * Text without marks.
 *
 * @param day how a day is written; default ISO, whatever the locale
 *
 * @example
 * import { plain } from "lockstep/note";
 * plain([{ kind: "words", text: "since " }, { kind: "day", day: "2025-12-04" }]); // => "since 2025-12-04"
 */
export function plain(text: Text, day: (part: { day: Day; text?: string }) => string = (part) => part.day): string {
  return text.map((part) => (part.kind === "day" ? day(part) : part.text)).join("");
}
