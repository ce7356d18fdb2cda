// npm run calibrate: size and power of every printed test, coverage of every printed interval, into docs/calibration.md. With --quick a
// reduced run, printed only: the file holds the full one.
import { writeFileSync } from "node:fs";
import { runExperiments } from "./experiments.ts";
import { reportOf } from "./report.ts";

const quick = process.argv.includes("--quick");
const began = performance.now();
const rows = runExperiments({
  quick,
  progress: (text) => process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${text}\n`),
});
const report = reportOf(rows, { quick });
if (quick) process.stdout.write(report);
else writeFileSync(new URL("../docs/calibration.md", import.meta.url), report);
