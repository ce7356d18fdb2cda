import { createHash } from "node:crypto";
import type { ScanDefinition } from "../scan/index.ts";

/** Of how jobs are cut and results are written: results of another version are not mixed with these. */
const JOB_FORMAT = 1;

/** The name of a scan: 16 hexadecimal digits that hang on the universe's digest, on every field of the definition, and on the format of the jobs. */
export function scanIdOf(digest: string, definition: ScanDefinition): string {
  const fields = Object.entries(definition).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([JOB_FORMAT, digest, fields]))
    .digest("hex")
    .slice(0, 16);
}
