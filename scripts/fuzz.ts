// Mutated answers and files to every parser, a million by default: tsx scripts/fuzz.ts [count] [seed] [parser]
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fuzzed } from "../test/fuzz/fuzzed.ts";
import { openParsers, type Parser } from "../test/fuzz/parsers.ts";

const [count = 1_000_000, seed = 1] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4];
if (![count, seed].every((value) => Number.isSafeInteger(value) && value >= 0)) throw new Error("expected [count] [seed], both whole numbers");

const { parsers, close } = openParsers();
const each = Math.ceil(count / parsers.length);
const cells = (row: readonly (string | number)[]) => `${row.map((cell, k) => (k === 0 ? String(cell).padEnd(16) : String(cell).padStart(12))).join("")}\n`;
if (only === undefined) process.exitCode = fuzzAll();
else process.exitCode = fuzzOne(parsers.find(({ name }) => name === only)!);
close();

/** Each parser in a process of its own: an input may end the process, and is to be told then as well. */
function fuzzAll(): number {
  process.stdout.write(`seed ${seed}\n${cells(["parser", "inputs", "accepted", "refused", "slowest ms"])}`);
  for (const { name } of parsers) {
    const args = [...process.execArgv, fileURLToPath(import.meta.url), String(count), String(seed), name];
    const { status, signal } = spawnSync(process.execPath, args, { stdio: "inherit" });
    if (signal !== null || (status !== 0 && status !== 1)) {
      process.stdout.write(`VIOLATION with seed ${seed}: ${name}: ended the process (${signal ?? status}); the last long input is ${pathOf(name)}\n`);
      return 1;
    }
    if (status === 1) return 1;
  }
  process.stdout.write(`${each * parsers.length} inputs, no violation\n`);
  return 0;
}

function fuzzOne(parser: Parser): number {
  const path = pathOf(parser.name);
  const { violation, inputs, accepted, refused, slowest } = fuzzed(parser, { count: each, seed, dangerous: (text) => writeFileSync(path, text) });
  process.stdout.write(cells([parser.name, inputs, accepted, refused, slowest.toFixed(1)]));
  if (!violation) {
    rmSync(path, { force: true });
    return 0;
  }
  writeFileSync(path, violation.input);
  writeFileSync(`${path}.small`, violation.shrunk);
  process.stdout.write(`VIOLATION with seed ${seed}: ${violation.what}\nthe input is ${path}, the smallest found ${path}.small\n`);
  return 1;
}

function pathOf(name: string): string {
  return join(tmpdir(), `lockstep-fuzz-${name.replaceAll(" ", "-")}-${seed}.txt`);
}
