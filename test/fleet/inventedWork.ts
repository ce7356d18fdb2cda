// The work of an invented scan: a digest of the events and the job, that takes as many milliseconds as the window counts sessions.
import { createHash } from "node:crypto";
import type { WorkOf } from "../../src/fleet/jobWork.ts";

export const workOf: WorkOf =
  async ({ days, definition, ids }, kernels) =>
  (job) => {
    if (job.id === "block-dies") process.exit(7);
    if (job.id === "block-fails") throw new Error(`no result for ${kernels}`);
    if (job.id === "block-hangs") for (;;);
    const until = performance.now() + definition.window;
    while (performance.now() < until);
    // Entries in order: a queue may keep the fields of a job in another.
    const seed = createHash("sha256")
      .update(JSON.stringify([ids, Object.entries(job).sort(([a], [b]) => (a < b ? -1 : 1))]))
      .update(days)
      .digest();
    return new Uint8Array(Buffer.concat(Array.from({ length: 1 + (job.id.length % 3) }, () => seed)));
  };
