import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { testFiles } from "./testFiles.ts";

interface TestEvent {
  type: string;
  data: { name: string; file?: string; nesting: number; skip?: string | boolean; details?: { error?: { cause?: unknown } } };
}

/** In the reason of tests on data that are no part of the project: `LOCKSTEP_REQUIRE_ALL=installed` lets these skip, `=all` does not. */
const OUTSIDE = "no part of the project";

/** Says what failed and what was skipped and why, and ends with the line `N passed, N failed`. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const silent = new Set(testFiles().map((file) => fileURLToPath(file)));
  const skipped: string[] = [];
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if ((type !== "test:pass" && type !== "test:fail") || data.nesting > 0) continue;
    if (data.file) silent.delete(data.file);
    if (type === "test:fail") {
      failed++;
      yield `FAILED ${data.name}\n${inspect(data.details?.error?.cause ?? data.details?.error, { depth: 6 })}\n\n`;
    } else if (data.skip) skipped.push(`skipped: ${data.name}: ${data.skip}`);
    else passed++;
  }
  for (const file of silent) {
    failed++;
    yield `FAILED ${file}: a test file without a test\n`;
  }
  if (skipped.length > 0) yield `${skipped.join("\n")}\n`;
  const refused = skipped.filter((line) => process.env.LOCKSTEP_REQUIRE_ALL && !(line.includes(OUTSIDE) && process.env.LOCKSTEP_REQUIRE_ALL !== "all"));
  if (refused.length > 0) {
    failed += refused.length;
    yield "FAILED: LOCKSTEP_REQUIRE_ALL allows no such skipped test\n";
  }
  if (skipped.length === 0 && failed === 0) {
    const stale = staleReadme(`${passed} passed, 0 failed`);
    if (stale !== undefined) {
      failed++;
      yield `FAILED README.md says ${stale}: npm run golden\n`;
    }
  }
  if (failed > 0) process.exitCode = 1;
  const counts = `${passed} passed, ${failed} failed`;
  yield skipped.length > refused.length ? `${counts}, ${skipped.length - refused.length} skipped\n` : `${counts}\n`;
}

/** What README.md says this run prints, where that is no longer so; `npm run golden` mends it. */
function staleReadme(counts: string): string | undefined {
  const readme = new URL("../README.md", import.meta.url);
  const text = readFileSync(readme, "utf8");
  const shown = /\$ npm install && npm test\n(\d+ passed, \d+ failed)\n/.exec(text)?.[1];
  if (shown === counts) return undefined;
  if (!process.env.LOCKSTEP_GOLDEN || shown === undefined) return shown ?? "nothing of npm test";
  writeFileSync(readme, text.replace(shown, counts));
  return undefined;
}
