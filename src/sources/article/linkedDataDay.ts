import type { Day } from "../../market/index.ts";
import { dayOfMark } from "./writtenDays.ts";

const MOST = 1000; // objects looked at
const WITHIN = ["@graph", "mainEntity", "mainEntityOfPage"];

/** The day of publication that a page's linked data (JSON-LD) says, of an article before anything else; undefined when it says none, or is no JSON. */
export function linkedDataDay(json: string): Day | undefined {
  let other: Day | undefined;
  for (const thing of thingsIn(json)) {
    const { datePublished, "@type": type } = thing;
    const day = typeof datePublished === "string" ? dayOfMark(datePublished) : undefined;
    if (day !== undefined && [type].flat().some((one) => /article|posting|report/i.test(String(one)))) return day;
    other ??= day;
  }
  return other;
}

function thingsIn(json: string): Record<string, unknown>[] {
  const open: unknown[] = [];
  try {
    open.push(JSON.parse(json));
  } catch {
    return [];
  }
  const things: Record<string, unknown>[] = [];
  for (let k = 0; k < open.length && k < MOST; k++) {
    const one = open[k];
    if (Array.isArray(one)) open.push(...one.slice(0, MOST));
    else if (typeof one === "object" && one !== null) {
      things.push(one as Record<string, unknown>);
      open.push(...WITHIN.filter((key) => Object.hasOwn(one, key)).map((key) => (one as Record<string, unknown>)[key]));
    }
  }
  return things;
}
