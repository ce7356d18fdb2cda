import type { Measure } from "../../market/index.ts";
import type { Study } from "../../study/index.ts";
import type { Figure, Note } from "../document.ts";
import { type Part, plain } from "../prose.ts";
import { longDay } from "../words.ts";
import { unborneWord } from "./lexicon.ts";
import { measurePaths } from "./measurePaths.ts";
import { saysValue } from "./saysValue.ts";
import { figuresOf, type Placed, textsOf } from "./textsOf.ts";
import { withoutNames } from "./withoutNames.ts";

/** What a note is bound to: the study, what it says of earlier notes, and the check of an article, where it holds one. */
export interface Bonds {
  study: Study;
  earlier: readonly object[];
  check?: object | undefined;
}

/**
 * The note itself, once every number in it is a measure of the study and says its value, every word is borne by the evidence, and every chart says what
 * it shows, from where and as of when.
 *
 * @throws Error that names every place where one of these does not hold: such a note is not written
 */
export function bound(note: Note, { study, earlier, check }: Bonds): Note {
  const paths = new Map([...measurePaths(study), ...earlier.flatMap((one, k) => [...measurePaths(one, `earlier.${k}`)]), ...measurePaths(check, "check")]);
  const faults = [
    ...textsOf(note).flatMap((placed) => [...numberFaults(placed, paths), ...wordFaults(placed, study)]),
    ...figuresOf(note).flatMap((figure) => figureFaults(figure, study)),
  ];
  if (faults.length > 0) throw new Error(`the note does not hold: ${faults.join("; ")}`);
  return { ...note, paths };
}

function numberFaults({ place, text }: Placed, paths: ReadonlyMap<Measure, string>): string[] {
  return text.flatMap((part): string[] => {
    if (part.kind === "words") return /\p{Nd}/u.test(part.text) ? [`${place}: unbound digit in ${JSON.stringify(part.text)}`] : [];
    if (part.kind !== "number") return [];
    if (!paths.has(part.measure)) return [`${place}: ${JSON.stringify(part.text)} is bound to no measure of the study`];
    return saysValue(part.text, part.measure)
      ? []
      : [`${place}: ${JSON.stringify(part.text)} is not what ${paths.get(part.measure)} holds (${part.measure.value})`];
  });
}

// Names and quotations are words of others; a reference stands between words that are not one phrase.
const OWN: Readonly<Record<Part["kind"], boolean>> = { words: true, number: false, day: false, name: false, aside: false, quote: false, graded: false };

function wordFaults({ place, text }: Placed, { catchUp }: Study): string[] {
  const own = text.map((part) => (OWN[part.kind] ? plain([part]) : " \u2026 ")).join("");
  const found = unborneWord(own, catchUp.verdict.evidence);
  return found ? [`${place}: ${JSON.stringify(found.word)} says ${found.why}`] : [];
}

function figureFaults({ id, alt, svg, data }: Figure, { asOf, catchUp, group, markets }: Study): string[] {
  const faults: string[] = [];
  if (alt.trim() === "") faults.push(`${id}: no alternative text`);
  if (data.rows.length === 0) faults.push(`${id}: no table behind the chart`);
  for (const [layout, drawing] of Object.entries(svg)) {
    const read = drawing
      .replaceAll(/<style[\s\S]*?<\/style>/g, "")
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/\s+/g, " ");
    if (!read.includes("Source:")) faults.push(`${id}, ${layout}: no source`);
    if (!read.includes(`As of ${longDay(asOf)}`)) faults.push(`${id}, ${layout}: no day as of which it is drawn`);
  }
  const names = [group.name, group.question?.text ?? "", ...markets.flatMap((market) => [market.id, market.name])];
  const found = unborneWord(withoutNames(alt, names), catchUp.verdict.evidence);
  if (found) faults.push(`${id}: ${JSON.stringify(found.word)} says ${found.why}`);
  return faults;
}
