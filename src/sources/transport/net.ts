/** What the transport does to the world; tests pass others. */
export interface Net {
  fetch: typeof fetch;
  now: () => number; // ms since 1970 UTC
  /** Resolves after a time, or rejects when the signal aborts. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The value of a key by its name; undefined when there is none. */
  key: (name: string) => string | undefined;
}
