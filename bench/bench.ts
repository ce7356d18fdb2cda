// npm run bench: what things cost, beside what they are compared with; printed, never asserted. `npm run bench -- commands` measures the commands,
// `npm run bench -- rates` paths of rates, `npm run bench -- scan [markets]` a scan by stages beside numpy, `npm run bench -- scale [markets]` what its cost hangs on, `npm run bench -- store [instruments]` the store (default: 10,000 instruments of 5,000 days, which takes some ten minutes), and without a word all are.
import { cpus } from "node:os";
import { commandBench } from "./commandBench.ts";
import { ratesBench } from "./ratesBench.ts";
import { scaleBench } from "./scaleBench.ts";
import { scanBench } from "./scanBench.ts";
import { storeBench } from "./storeBench.ts";

const [part, size] = process.argv.slice(2);
const print = (line: string) => void process.stdout.write(`${line}\n`);

print(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()})`);
if (part === undefined || part === "commands") await commandBench(print);
if (part === undefined || part === "rates") await ratesBench(print);
if (part === undefined || part === "scan") await scanBench(print, size === undefined ? undefined : [Number(size)]);
if (part === "scale") await scaleBench(print, size === undefined ? [] : [Number(size)]);
if (part === undefined || part === "store") await storeBench(Number(size ?? 10_000), 5000, print);
