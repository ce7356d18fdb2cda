import type { Day } from "../day.ts";

/** A day that follows no rule, why, and who says so. */
export interface Exception {
  day: Day; // "2018-12-05"
  name: string; // "Day of mourning, G. H. W. Bush"
  source: string; // a title, with the address where there is one
}
