import type { Ask, Cause, Fact, Row, Source } from "../../src/sources/source.ts";

/** What a venue answers; the text goes over the wire as it stands. */
export interface Reply {
  status?: number; // default 200
  headers?: Readonly<Record<string, string>>; // content-type included
  body: string;
}

/** A venue played by a local server: its ordinary behaviour, and every awkward answer that it is known to give, each with what must come of it. */
export interface VendorFixture {
  source: Source;
  /** An ask that takes two pages at least where the venue pages. */
  ask: Ask;
  /** Set where the source takes a key; it must turn up in the request and nowhere else. */
  key?: string;
  /** Plays the venue for any ask of the fixture's symbol: reads the parameters of the URL, answers in the wire format. */
  respond: (url: URL, headers: Readonly<Record<string, string | string[] | undefined>>) => Reply;
  /** The rows that the ask must bring, ascending; only fields that are held. */
  rows: readonly Row[];
  facts?: readonly Fact[];
  cases: readonly VendorCase[];
}

/** One awkward answer. */
export interface VendorCase {
  name: string; // "a bar of nulls in the middle"
  ask?: Partial<Ask>;
  reply: Reply | ((url: URL) => Reply);
  expect: { rows: readonly Row[] } | { cause: Cause; message: RegExp };
}
