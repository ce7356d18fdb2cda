/** How far a scan is. */
export interface Progress {
  stage: "pairs" | "families";
  jobs: number; // done
  ofJobs: number;
  pairs: number; // ordered pairs looked at so far in this stage
  ofPairs: number;
}
