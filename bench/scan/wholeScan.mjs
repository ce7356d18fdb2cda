// The main of a process that scans one invented universe, as built, and prints what it took: a process of its own, so that its peak of memory is the scan's.
import { ownCrew } from "../../dist/fleet/ownCrew.js";
import { scanned } from "../../dist/fleet/scanned.js";
import { threadCrew } from "../../dist/fleet/threadCrew.js";
import { SCAN_DEFAULTS, syntheticUniverse } from "../../dist/scan/index.js";

const { markets, sessions, seed, threads, families } = JSON.parse(process.argv[2]);
const universe = syntheticUniverse({ markets, sessions, seed });
const before = peak();
const ends = [now()];
const result = await scanned({
  universe,
  definition: { ...SCAN_DEFAULTS, families: families ?? SCAN_DEFAULTS.families },
  crew: (events) => (threads === 1 ? ownCrew(events) : threadCrew({ events, threads })),
  tell: ({ stage, jobs, ofJobs }) => {
    if ((stage === "pairs" && jobs === 0) || jobs === ofJobs) ends.push(now());
  },
  signal: new AbortController().signal,
});
ends.push(now());
const whole = {
  seconds: partsOf("seconds"),
  busy: partsOf("busy"),
  total: ends.at(-1).seconds - ends[0].seconds,
  before,
  peak: peak(),
  markets: result.markets.id.length,
  events: result.markets.events.reduce((sum, count) => sum + count, 0) / result.markets.id.length,
  tested: result.leaders.leader.length,
  funnel: result.funnel,
};
process.stdout.write(`${JSON.stringify(whole)}\n`);

function now() {
  const { user, system } = process.cpuUsage();
  return { seconds: performance.now() / 1000, busy: (user + system) / 1e6 };
}

function partsOf(kind) {
  const [ofFigures, ofPairs, ofFamilies, ofEnd] = ends.slice(1).map((one, k) => one[kind] - ends[k][kind]);
  return { figures: ofFigures, pairs: ofPairs, families: ofFamilies, end: ofEnd };
}

function peak() {
  return process.resourceUsage().maxRSS / 1024;
}
