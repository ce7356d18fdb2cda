import { createHash } from "node:crypto";

const MAGIC = "lockstep result 1";

/** The hexadecimal SHA-256 of some bytes. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The bytes of a file that holds the result of a job: a line of text that says of what, and the result. */
export function resultFile(scan: string, job: string, body: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${MAGIC} ${scan} ${job} ${sha256(body)}\n`), body]);
}

/** The result that a file holds; undefined where it is torn, damaged, or of another scan or job. */
export function readResultFile(bytes: Uint8Array, scan: string, job: string): Uint8Array | undefined {
  const end = bytes.indexOf(10);
  if (end < 0) return undefined;
  const body = bytes.subarray(end + 1);
  const head = new TextDecoder().decode(bytes.subarray(0, end));
  return head === `${MAGIC} ${scan} ${job} ${sha256(body)}` ? body : undefined;
}
