import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { DuckDBBlobValue } from "@duckdb/node-api";
import type { Batch } from "./batch.ts";
import type { Sql } from "./store.ts";

/** An answer of a source, to be kept. */
export interface KeptAnswer {
  url: string; // without the key
  receivedAt: number; // ms since 1970 UTC
  contentType: string;
  etag: string | null;
  lastModified: string | null;
  text: string;
}

/** Keeps an answer as it came (without the key), compressed, with the hash of its text; the same text twice is kept once. */
export async function keepAnswer(sql: Sql, source: string, answer: KeptAnswer, { batch }: Batch): Promise<void> {
  const bytes = Buffer.from(answer.text, "utf8");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const [[held] = []] = await sql.rows("select exists(select 1 from answers where sha256 = $1 and bytes > 0 and octet_length(body) > 0)", [sha256]);
  await sql.run("insert into answers values ($1, $2, $3, epoch_ms($4::bigint), $5, $6, $7, $8, $9, $10::blob)", [
    batch,
    source,
    answer.url,
    BigInt(answer.receivedAt),
    answer.contentType,
    answer.etag,
    answer.lastModified,
    sha256,
    bytes.length,
    new DuckDBBlobValue(held === true ? new Uint8Array(0) : gzipSync(bytes)),
  ]);
}

/** The text of a kept answer by its hash; undefined when none is kept. */
export async function answerText(sql: Sql, sha256: string): Promise<string | undefined> {
  const result = await sql.connection.runAndReadAll("select body from answers where sha256 = $1 and octet_length(body) > 0 limit 1", [sha256]);
  const body = result.getRows()[0]?.[0] as { bytes: Uint8Array } | undefined;
  return body === undefined ? undefined : gunzipSync(body.bytes).toString("utf8");
}

/** What the latest answer to a request said of itself; undefined when there was none. */
export async function validatorsOf(sql: Sql, source: string, request: string): Promise<Pick<KeptAnswer, "etag" | "lastModified"> | undefined> {
  const [found] = await sql.rows("select etag, last_modified from answers where source = $1 and request = $2 order by batch desc limit 1", [source, request]);
  if (!found) return undefined;
  const [etag, lastModified] = found as [string | null, string | null];
  return etag === null && lastModified === null ? undefined : { etag, lastModified };
}
