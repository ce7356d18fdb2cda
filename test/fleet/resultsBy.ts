import assert from "node:assert/strict";
import type { Crew } from "../../src/fleet/crew.ts";
import type { ScanJob } from "../../src/scan/jobs.ts";

/** What a crew hands over, by job; each once, and nothing else. */
export async function resultsBy(crew: Crew, jobs: readonly ScanJob[], each: () => void = () => {}): Promise<Map<string, string>> {
  const results = new Map<string, string>();
  await crew.run(jobs, {
    signal: new AbortController().signal,
    done: ({ id }, result) => {
      assert.ok(!results.has(id), `${id} came twice`);
      results.set(id, Buffer.from(result).toString("hex"));
      each();
    },
  });
  return new Map([...results].sort(([a], [b]) => (a < b ? -1 : 1)));
}
