// Runs node with the given arguments and prints when its first line came, how long it took and how much memory it held at most.
import { spawn } from "node:child_process";

const REPORT = `data:text/javascript,process.on("exit",()=>process.stderr.write("PEAK "+process.resourceUsage().maxRSS))`;
const start = performance.now();
const child = spawn(process.execPath, ["--import", REPORT, ...process.argv.slice(2)], { stdio: ["ignore", "pipe", "pipe"] });
let first;
let errors = "";
child.stdout.on("data", () => (first ??= performance.now() - start));
child.stderr.on("data", (data) => (errors += data));
child.on("close", () => {
  const peak = Number(/PEAK (\d+)/.exec(errors)?.[1]);
  process.stdout.write(JSON.stringify({ first: first ?? Number.NaN, wall: performance.now() - start, memory: peak / 1024 }));
});
