// Run by the tests of `remembered`, which kill it: node --import tsx rememberingMain.ts FOLDER JOBS MS
import { ownCrew } from "../../src/fleet/ownCrew.ts";
import { remembered } from "../../src/fleet/remembered.ts";
import { definitionOf, eventsOf, jobsOf, UNIVERSE } from "./inventedScan.ts";
import { workOf } from "./inventedWork.ts";

const [folder = "", jobs, ms] = process.argv.slice(2);
const crew = remembered(ownCrew(eventsOf(UNIVERSE, definitionOf(Number(ms))), { workOf }), folder, "scan");
process.stdout.write("begins\n");
await crew.run(jobsOf(Number(jobs)), { signal: new AbortController().signal, done: () => {} });
process.stdout.write("done\n");
