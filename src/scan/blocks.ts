import type { BlockJob, FamilyJob } from "./jobs.ts";
import type { SpanClasses } from "./spanClasses.ts";

/** Leaders of a block: many enough that what is prepared for it is little beside its pairs, few enough that an interrupted scan loses seconds. */
export const MOST_LEADERS = 128;
const FAMILIES = 4;

/**
 * The blocks of a scan: leaders of one class of spans at a time. They hang on the universe alone, never on who does them.
 */
export function blocksOf(classes: SpanClasses): BlockJob[] {
  const count = classes.of.length;
  const size = Math.min(MOST_LEADERS, Math.max(4, Math.ceil(count / 64)));
  const blocks: BlockJob[] = [];
  let at = 0;
  for (const { length } of classes.members) {
    for (let from = 0; from < length; from += size) {
      blocks.push({ kind: "block", id: `block-${String(blocks.length).padStart(5, "0")}`, from: at + from, to: at + Math.min(length, from + size) });
    }
    at += length;
  }
  return blocks;
}

/** The leaders of a block: blocks count through the classes one after the other. */
export function leadersOf({ from, to }: BlockJob, { members }: SpanClasses): Int32Array {
  let at = 0;
  for (const one of members) {
    if (from < at + one.length) return one.subarray(from - at, to - at);
    at += one.length;
  }
  throw new RangeError(`invalid block: ${from} to ${to}`);
}

/** The families of some leaders as jobs. */
export function familiesOf(leaders: readonly number[]): FamilyJob[] {
  const jobs: FamilyJob[] = [];
  for (let from = 0; from < leaders.length; from += FAMILIES) {
    jobs.push({ kind: "family", id: `family-${String(jobs.length).padStart(5, "0")}`, leaders: leaders.slice(from, from + FAMILIES) });
  }
  return jobs;
}
