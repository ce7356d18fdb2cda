// Prints which room imports which and fails on a forbidden import, a cycle, or when nothing was looked at.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

interface Cruise {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: { violations: { rule: { name: string }; from: string; to: string }[]; totalCruised: number };
}

const root = fileURLToPath(new URL("../", import.meta.url));
const { stdout, stderr } = spawnSync("npx", ["depcruise", "--config", ".dependency-cruiser.cjs", "--output-type", "json", "src"], {
  cwd: root,
  encoding: "utf8",
  maxBuffer: 1 << 28,
});
if (!stdout.startsWith("{")) throw new Error(`depcruise said nothing that can be read: ${stderr}`);
const { modules, summary } = JSON.parse(stdout) as Cruise;
const own = modules.filter(({ source }) => source.startsWith("src/"));
const imports = own.flatMap(({ source, dependencies }) => dependencies.map(({ resolved }) => [roomOf(source), roomOf(resolved)] as const));
const pairs = new Map<string, Set<string>>();
for (const [from, to] of imports) if (from && to && from !== to) pairs.set(from, (pairs.get(from) ?? new Set()).add(to));
for (const [from, to] of [...pairs].sort(([a], [b]) => a.localeCompare(b))) process.stdout.write(`${from.padEnd(9)} imports ${[...to].sort().join(", ")}\n`);
for (const { rule, from, to } of summary.violations) process.stdout.write(`FORBIDDEN ${rule.name}: ${from} imports ${to}\n`);
const ownImports = imports.filter(([, to]) => to !== undefined).length;
process.stdout.write(`${own.length} modules, ${ownImports} imports between them, ${summary.violations.length} forbidden\n`);
if (own.length === 0 || ownImports === 0 || summary.violations.length > 0) process.exitCode = 1;

function roomOf(path: string): string | undefined {
  return /^src\/(?:(\w+)\/|index)/.exec(path)?.[0]?.split("/")[1] || (path === "src/index.ts" ? "index" : undefined);
}
