import { catchUps } from "./catchUps.ts";
import { coincidences } from "./coincidences.ts";
import { intervals } from "./intervals.ts";
import { leadLags } from "./leadLags.ts";
import { noteIntervals } from "./noteIntervals.ts";
import { phases } from "./phases.ts";
import { rateSlopes } from "./rateSlopes.ts";
import { realSeries } from "./realSeries.ts";
import { scanFamilies } from "./scanFamilies.ts";
import type { Row, Run } from "./tally.ts";

/** Every experiment: replications in each setting, and the shorter walks of the reduced run where length is what costs. */
export const EXPERIMENTS = {
  coincidence: { run: coincidences, full: { replications: 1500 }, quick: { replications: 45 } },
  phases: { run: phases, full: { replications: 900 }, quick: { replications: 25 } },
  "lead and lag": { run: leadLags, full: { replications: 500 }, quick: { replications: 40, sessions: 1250 } },
  "catch-up": { run: catchUps, full: { replications: 500 }, quick: { replications: 30, settings: /^G\w+, (no )?drift(, catch-up built in)?$/ } },
  intervals: { run: intervals, full: { replications: 4000 }, quick: { replications: 200 } },
  "real series": { run: realSeries, full: { replications: 200 }, quick: { replications: 5 } },
  "rate sensitivity": { run: rateSlopes, full: { replications: 1000 }, quick: { replications: 40 } },
  "intervals of charts": { run: noteIntervals, full: { replications: 2000 }, quick: { replications: 60 } },
  scan: { run: scanFamilies, full: { replications: 1000 }, quick: { replications: 20, sessions: 756 } },
} as const satisfies Record<string, { run: (run: Run) => Row[]; full: Omit<Run, "stream" | "progress">; quick: Omit<Run, "stream" | "progress"> }>;

export type Experiment = keyof typeof EXPERIMENTS;

/** Runs experiments, each on its own stream of chance, so that leaving one out changes no other. */
export function runExperiments({ quick, only, progress }: { quick: boolean; only?: readonly Experiment[]; progress: (text: string) => void }): Row[] {
  const names = Object.keys(EXPERIMENTS) as Experiment[];
  return names.flatMap((name, stream) => {
    if (only && !only.includes(name)) return [];
    const { run, full, quick: reduced } = EXPERIMENTS[name];
    return run({ ...(quick ? reduced : full), stream, progress });
  });
}
