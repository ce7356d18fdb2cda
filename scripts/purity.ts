// The pure rooms know no clock and no chance: both come in as arguments. (That they know neither Node nor DOM, tsconfig.core.json sees to.)
import { readdirSync, readFileSync } from "node:fs";

const PURE = ["num", "text", "market", "records", "lockstep", "lag", "rates", "liquidity", "earnings", "charts", "quality", "scan", "study", "claims", "note"];
const IMPURE = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b/;

const root = new URL("../src/", import.meta.url);
let looked = 0;
for (const room of PURE) {
  for (const name of readdirSync(new URL(`${room}/`, root), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".ts"))) {
    looked++;
    const lines = readFileSync(new URL(`${room}/${name}`, root), "utf8").split("\n");
    for (const [k, line] of lines.entries()) {
      if (!IMPURE.test(line)) continue;
      process.stdout.write(`src/${room}/${name}:${k + 1}: expected no clock or chance in a pure room; received ${line.trim()}\n`);
      process.exitCode = 1;
    }
  }
}
process.stdout.write(`${looked} files of pure rooms\n`);
if (looked === 0) process.exitCode = 1;
