import { SourceFailure } from "../failure.ts";
import type { Request, Source } from "../source.ts";
import type { Net } from "./net.ts";

/** What came back for a request, unread. */
export interface Answer {
  url: string; // without the key
  receivedAt: number; // ms since 1970 UTC
  status: number;
  contentType: string;
  text: string; // without the key, should the source have repeated it
  location: string | null;
  retryAfter: number | undefined; // ms since 1970 UTC
  etag: string | null;
  lastModified: string | null;
}

/** What an earlier answer to the same request said of itself. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** How long an answer may take, and how large it may be. */
export interface Bounds {
  timeout: number; // ms
  largest: number; // bytes
}

export const BOUNDS: Bounds = { timeout: 15_000, largest: 64 * 1024 * 1024 };

/**
 * One request and its answer, whatever its status.
 *
 * The key is put in here and taken out of what comes back: neither a URL nor a body that leaves this file holds it.
 *
 * @throws SourceFailure (noKey, timeout, unreachable, truncated, tooLarge, stopped)
 */
export async function exchange(
  source: Source,
  { url }: Request,
  net: Net,
  { signal, validators, bounds = BOUNDS }: { signal: AbortSignal; validators?: Validators | undefined; bounds?: Bounds },
): Promise<Answer> {
  const key = keyOf(source, net);
  const hide = (text: string) => (key === undefined ? text : text.replaceAll(key, "[key]").replaceAll(encodeURIComponent(key), "[key]"));
  const late = AbortSignal.timeout(bounds.timeout);
  let began = false;
  try {
    const response = await net.fetch(withKey(source, url, key), {
      headers: headersOf(source, key, validators),
      redirect: "manual",
      signal: AbortSignal.any([signal, late]),
    });
    began = true;
    const { status, headers } = response;
    const text = await textOf(response, bounds.largest);
    const receivedAt = net.now();
    return {
      url,
      receivedAt,
      status,
      contentType: headers.get("content-type") ?? "",
      text: hide(text),
      location: headers.get("location"),
      retryAfter: instantOf(headers.get("retry-after"), receivedAt),
      etag: headers.get("etag"),
      lastModified: headers.get("last-modified"),
    };
  } catch (error) {
    if (error instanceof SourceFailure) throw error;
    if (signal.aborted) throw new SourceFailure("stopped", "stopped before the answer was complete");
    if (late.aborted) throw new SourceFailure("timeout", `expected an answer within ${bounds.timeout / 1000} s; received ${began ? "a part" : "nothing"}`);
    const reason = hide(reasonOf(error));
    throw began
      ? new SourceFailure("truncated", `expected a whole answer; received a part of it (${reason})`)
      : new SourceFailure("unreachable", `expected an answer; received none (${reason})`);
  }
}

function keyOf({ key }: Source, net: Net): string | undefined {
  if (!key) return undefined;
  const value = net.key(key.name);
  if (value === undefined && key.required) throw new SourceFailure("noKey", `expected a key in ${key.name}; received none (one is had at ${key.where})`);
  return value;
}

function withKey({ key }: Source, url: string, value: string | undefined): string {
  if (value === undefined || key?.query === undefined) return url;
  const full = new URL(url);
  full.searchParams.set(key.query, value);
  return full.href;
}

function headersOf({ key, headers, format }: Source, value: string | undefined, validators: Validators | undefined): Record<string, string> {
  return {
    accept: format === "json" ? "application/json" : "text/csv, text/plain",
    ...headers,
    ...(value !== undefined && key?.header ? { [key.header.name]: `${key.header.prefix}${value}` } : {}),
    ...(validators?.etag ? { "if-none-match": validators.etag } : {}),
    ...(validators?.lastModified ? { "if-modified-since": validators.lastModified } : {}),
  };
}

/** The body as text, given up as soon as it is too large: a body without an end would fill the memory. */
async function textOf(response: Response, largest: number): Promise<string> {
  if (!response.body) return "";
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > largest) {
      await reader.cancel();
      throw new SourceFailure("tooLarge", `expected at most ${largest} bytes; received more`);
    }
    parts.push(value);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts));
  } catch {
    throw new SourceFailure("malformed", "expected UTF-8 text; received other bytes");
  }
}

/** `Retry-After` in seconds or as a date; undefined when it is neither. */
function instantOf(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,7}$/.test(header.trim())) return now + Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : at;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { code?: string; message?: string } | undefined) : undefined;
  return cause?.code ?? cause?.message ?? (error instanceof Error ? error.message : String(error));
}
