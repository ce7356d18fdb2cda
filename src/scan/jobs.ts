/** A piece of a scan that can be done anywhere: its result is a function of the universe, the definition and the job alone. */
export type ScanJob = BlockJob | FamilyJob;

/** All pairs of some leaders, those from a number to before another. */
export interface BlockJob {
  kind: "block";
  id: string; // "block-00007"
  from: number;
  to: number;
}

/** The families of some leaders. */
export interface FamilyJob {
  kind: "family";
  id: string; // "family-00002"
  leaders: readonly number[];
}
