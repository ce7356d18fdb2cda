import type { Cause } from "./source.ts";

/** Whether asking again can help: never, later, or another source instead. */
export type Retry = "never" | "later" | "otherSource";

const RETRY: Readonly<Record<Cause, Retry>> = {
  unknownSymbol: "otherSource",
  badRequest: "never",
  badKey: "otherSource",
  noKey: "otherSource",
  forbidden: "otherSource",
  rateLimited: "later",
  quota: "otherSource",
  page: "otherSource",
  malformed: "otherSource",
  truncated: "later",
  timeout: "later",
  unreachable: "later",
  server: "later",
  redirect: "otherSource",
  tooLarge: "never",
  repeated: "never",
  stopped: "never",
};

/**
 * Why a source gave no figures: a cause with a name, what came in one line, and whether asking again can help.
 *
 * @example
 * import { SourceFailure } from "lockstep/sources";
 * const failure = new SourceFailure("rateLimited", "expected bars; received status 429, Too Many Requests", { source: "yahoo" });
 * failure.retry; // => "later"
 * failure.message; // => "yahoo: expected bars; received status 429, Too Many Requests"
 */
export class SourceFailure extends Error {
  override readonly name = "SourceFailure";
  readonly why: Cause;
  readonly retry: Retry;
  /** When the source may be asked again, where it said so: ms since 1970 UTC. */
  readonly notBefore: number | undefined;

  constructor(why: Cause, what: string, { source, notBefore }: { source?: string; notBefore?: number } = {}) {
    super(source === undefined ? what : `${source}: ${what}`);
    this.why = why;
    this.retry = RETRY[why];
    this.notBefore = notBefore;
  }
}

/** The failure of a body that is not of the expected shape. */
export function malformed(place: string, expected: string, received: unknown): SourceFailure {
  const text = shown(received);
  return new SourceFailure("malformed", `${place}: expected ${expected}; received ${text.length > 80 ? `${text.slice(0, 77)}...` : text}`);
}

function shown(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // Nested deeper than the stack: what it is matters less than that it is refused.
    return "something that cannot be shown";
  }
}
