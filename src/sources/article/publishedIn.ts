import type { Day } from "../../market/index.ts";
import { type WrittenDay, writtenDays } from "./writtenDays.ts";

const HEAD = 6; // lines: headline, its subtitle, author, date, a picture's caption, the first of the text
const TAIL = 4;
const LONGEST = 300; // units of a line that are looked at

const LABEL = /(?:^|\s)(?:first |originally )?(?:published|posted|issued|released|dated?|publication date)(?: on| at)?\s*(:?)\s*$/i;
const BYLINE = /^(?:by [^.;]{2,60},\s*)?(?:\p{Lu}[\p{L}.' -]{1,40},\s*)?$/iu;
const TIME = /^(?:(?:,|\s|T|at|-)*\d{1,2}(?:[:.]\d{2}){0,2}(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{1,5}\)?)?\s*(?:[+-]\d{2}:?\d{2})?)?\.?\s*$/i;
const WIRE = /^\s*(?:\(|-|\u2013|\u2014|:|\/|$)/;

/**
 * The day of publication that a text says of itself; null when it says none.
 *
 * It is taken from the first and last lines only, and only where the line is made to say it: "Published: 12 December 2025", a line that is a date (with
 * author and time, perhaps), a newswire's "NEW YORK, Dec 12, 2025 (...)". A date inside a sentence is a matter of the article, and the day of an update is not
 * that of publication. Never taken is a day without its year.
 */
export function publishedIn(lines: readonly string[]): Day | null {
  const ends = [...lines.slice(0, HEAD), ...lines.slice(Math.max(HEAD, lines.length - TAIL))];
  const parts = ends.flatMap((line) =>
    line
      .slice(0, LONGEST)
      .split(/\s+[|\u00B7\u2022\u2013\u2014-]\s+|\|/)
      .map((part) => ({ part: part.trim(), short: line.length <= 120 })),
  );
  const label = firstWhere(parts, ({ before }, short) => {
    const colon = LABEL.exec(before)?.[1];
    return colon !== undefined && (colon !== "" || short) && before.trim().split(/\s+/).length <= 4;
  });
  if (label !== null) return label;
  const alone = firstWhere(parts, ({ before, after }, short) => short && BYLINE.test(before) && TIME.test(after));
  return (
    alone ??
    firstWhere(
      ends.map((line) => ({ part: line.slice(0, LONGEST), short: true })),
      isWire,
    )
  );
}

function isWire({ before, after }: WrittenDay): boolean {
  return /^[^\p{Ll}\d]{2,60}$/u.test(before) && WIRE.test(after);
}

function firstWhere(parts: readonly { part: string; short: boolean }[], take: (written: WrittenDay, short: boolean) => boolean): Day | null {
  for (const { part, short } of parts) for (const written of writtenDays(part)) if (take(written, short)) return written.day;
  return null;
}
