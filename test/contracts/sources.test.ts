// One suite for every source: its venue is played over a real socket, with every awkward answer that it is known to give and those that any server gives.
import assert from "node:assert/strict";
import { test } from "node:test";
import { toDay } from "../../src/market/index.ts";
import { SOURCES, SourceFailure } from "../../src/sources/index.ts";
import type { Cause, Fact, Row } from "../../src/sources/source.ts";
import { BOUNDS, type Bounds } from "../../src/sources/transport/exchange.ts";
import { type CallBook, pages } from "../../src/sources/transport/pages.ts";
import { FIXTURES } from "../fixtures/vendors/all.ts";
import type { Reply, VendorFixture } from "./vendorFixture.ts";
import { openVenue, type Play, quickNet, type Venue } from "./venue.ts";

interface Outcome {
  rows: Row[];
  facts: Fact[];
  failure?: SourceFailure;
  waits: number[];
  book: CallBook;
  venue: Venue;
  told: string[];
}

interface Change {
  ask?: Partial<VendorFixture["ask"]>;
  bounds?: Partial<Bounds>;
  withoutKey?: boolean;
  signal?: AbortSignal;
  closed?: boolean;
}

/** Fetches from a played venue, and gives what came of it. */
async function fetched({ source, ask, key }: VendorFixture, play: Play, { ask: changes, bounds, withoutKey, signal, closed }: Change = {}): Promise<Outcome> {
  const venue = await openVenue(play);
  const net = quickNet(venue.fetch, { now: ask.now, keys: key !== undefined && source.key && !withoutKey ? { [source.key.name]: key } : {} });
  const outcome: Outcome = { rows: [], facts: [], waits: net.waits, book: { calls: [] }, venue, told: [] };
  if (closed) await venue.close();
  try {
    const options = { signal: signal ?? new AbortController().signal, book: outcome.book, bounds: { ...BOUNDS, ...bounds } };
    for await (const { page, answer } of pages(source, { ...ask, ...changes }, net, options)) {
      outcome.rows.push(...page.rows);
      outcome.facts.push(...(page.facts ?? []));
      outcome.told.push(answer.url, answer.text);
    }
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    outcome.failure = error;
    outcome.told.push(error.message, error.stack ?? "");
  } finally {
    if (!closed) await venue.close();
  }
  return outcome;
}

/** What the venue ordinarily says first. */
function firstReply({ source, ask, key = "", respond }: VendorFixture, changes: Partial<VendorFixture["ask"]> = {}): Reply {
  const url = new URL(source.request({ ...ask, ...changes }).url);
  if (source.key?.query) url.searchParams.set(source.key.query, key);
  return respond(url, source.key?.header ? { [source.key.header.name.toLowerCase()]: `${source.key.header.prefix}${key}` } : {});
}

const bare = (rows: readonly Row[]) => rows.map((row) => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));

function failsWith({ failure, rows }: Outcome, causes: readonly Cause[], message?: RegExp): void {
  assert.ok(failure, `expected a failure; received ${rows.length} rows`);
  assert.ok(causes.includes(failure.why), `expected ${causes.join(" or ")}; received ${failure.why}: ${failure.message}`);
  assert.doesNotMatch(failure.message, /\n/);
  if (message) assert.match(failure.message, message);
}

test("every source has a venue that plays it", () => {
  assert.deepEqual(FIXTURES.map(({ source }) => source.id).sort(), SOURCES.map(({ id }) => id).sort());
});

for (const fixture of FIXTURES) {
  const { source, respond, ask } = fixture;
  const page: Reply = { headers: { "content-type": "text/html" }, body: "<!doctype html><html><head><title>Please wait</title></head><body></body></html>" };
  const ordinary: Play = (url, headers) => respond(url, headers);

  test(`${source.id} brings the rows of an ask, page by page, within its budget`, async () => {
    const { rows, facts, failure, venue, waits, book, told } = await fetched(fixture, ordinary);
    assert.equal(failure, undefined);
    assert.deepEqual(bare(rows), bare(fixture.rows));
    assert.deepEqual(facts, fixture.facts ?? []);
    assert.ok(
      venue.seen.every(({ url }) => url.host === new URL(source.home).host),
      "every request goes to the source's own home",
    );
    const spaced = book.calls.slice(1).every((at, k) => at - book.calls[k]! >= source.budget.spacing);
    assert.ok(spaced, `calls at ${book.calls.join(", ")}, waits ${waits.join(", ")}`);
    if (fixture.key === undefined) return;
    const sent = venue.seen.every(({ url, headers }) => `${url.href} ${JSON.stringify(headers)}`.includes(fixture.key!));
    assert.ok(sent, "the key is sent");
    assert.ok(!told.join(" ").includes(fixture.key), "the key is told nobody");
  });

  for (const { name, ask: changes, reply, expect } of fixture.cases) {
    test(`${source.id}: ${name}`, async () => {
      const outcome = await fetched(fixture, (url) => (typeof reply === "function" ? reply(url) : reply), changes ? { ask: changes } : {});
      if ("rows" in expect) {
        assert.equal(outcome.failure, undefined);
        assert.deepEqual(bare(outcome.rows), bare(expect.rows));
      } else {
        failsWith(outcome, [expect.cause], expect.message);
        assert.match(outcome.failure!.message, new RegExp(`^${source.id}: `));
      }
      if (fixture.key !== undefined) assert.ok(!outcome.told.join(" ").includes(fixture.key), "the key is told nobody");
    });
  }

  test(`${source.id} with a page, an empty body, other bytes or a part of an answer gives no rows and says what came`, async () => {
    failsWith(await fetched(fixture, () => page), ["page", "forbidden"], /received status 200, /);
    failsWith(await fetched(fixture, () => ({ ...page, headers: { "content-type": "application/json" } })), ["page", "forbidden"]);
    failsWith(await fetched(fixture, () => ({ body: "" })), ["malformed", "unknownSymbol"]);
    for (const body of [
      "null",
      "true",
      "7",
      '"x"',
      "{}",
      '{"a":{"b":[1,2]}}',
      "[[]]",
      "[null]",
      "[{}]",
      "x",
      "\u0000\u0001",
      "a,b\n1,2\n",
      "[".repeat(20_000),
    ]) {
      const { failure } = await fetched(fixture, () => ({ body }), { bounds: { timeout: 5000 } });
      assert.ok(failure, `a failure for ${body.slice(0, 20)}`);
    }
    const whole = firstReply(fixture).body;
    const cut = await fetched(fixture, () => ({
      body: whole.slice(0, Math.floor(whole.length / 2)),
      headers: { "content-type": source.format === "csv" ? "text/csv" : "application/json" },
    }));
    if (source.format === "json") failsWith(cut, ["truncated"], /whole JSON/);
    const broken = await fetched(fixture, (_url, _headers, { response }) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": String(whole.length) });
      response.write(whole.slice(0, Math.floor(whole.length / 2)), () => response.destroy());
      return "own";
    });
    failsWith(broken, ["truncated"], /part of it/);
    const bytes = await fetched(fixture, (_url, _headers, { response }) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]));
      return "own";
    });
    failsWith(bytes, ["malformed"], /UTF-8/);
  });

  test(`${source.id} waits as long as it is asked to, tries three times, and then says so`, async () => {
    const limited: Reply = { status: 429, headers: { "content-type": "text/plain" }, body: "Too Many Requests" };
    const refused = await fetched(fixture, () => limited);
    failsWith(refused, ["rateLimited"]);
    assert.equal(refused.venue.seen.length, 3);
    let times = 0;
    const patient = await fetched(fixture, (url, headers) =>
      ++times === 1 ? { ...limited, headers: { ...limited.headers, "retry-after": "7" } } : respond(url, headers),
    );
    assert.equal(patient.failure, undefined);
    assert.deepEqual(bare(patient.rows), bare(fixture.rows));
    assert.ok(patient.book.calls[1]! - patient.book.calls[0]! >= 7000, "seven seconds are waited");
    const until = new Date(ask.now + 3_600_000);
    const long = await fetched(fixture, () => ({ ...limited, headers: { ...limited.headers, "retry-after": until.toUTCString() } }));
    failsWith(long, ["rateLimited"]);
    assert.deepEqual([long.venue.seen.length, long.failure?.notBefore], [1, Math.floor(until.getTime() / 1000) * 1000]);
    const down = await fetched(fixture, () => ({ ...page, status: 503 }));
    failsWith(down, ["server"]);
    assert.equal(down.venue.seen.length, 3);
  });

  test(`${source.id} gives up on an answer that does not come, does not end, leads elsewhere or is too large`, async () => {
    const never = await fetched(fixture, () => "own", { bounds: { timeout: 40 } });
    failsWith(never, ["timeout"], /within 0.04 s; received nothing/);
    assert.equal(never.venue.seen.length, 3);
    const endless: Play = (_url, _headers, { response }) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write("[");
      return "own";
    };
    const slow = await fetched(fixture, endless, { bounds: { timeout: 60 } });
    failsWith(slow, ["timeout"], /received a part/);
    const away = await fetched(fixture, () => ({ status: 302, headers: { location: "https://consent.example/collect" }, body: "" }));
    failsWith(away, ["redirect"], /consent\.example/);
    assert.equal(away.venue.seen.length, 1, "nothing is followed");
    failsWith(await fetched(fixture, ordinary, { bounds: { largest: 10 } }), ["tooLarge"]);
    failsWith(await fetched(fixture, ordinary, { closed: true }), ["unreachable"], /ECONNREFUSED/);
    failsWith(await fetched(fixture, ordinary, { signal: AbortSignal.abort() }), ["stopped"]);
  });

  test(`${source.id} does not go round in circles when the venue gives the same page for ever`, async () => {
    const first = firstReply(fixture, { from: toDay(fixture.rows[0]!.session) });
    const { rows, failure, venue } = await fetched(fixture, () => first, { ask: { from: toDay(fixture.rows[0]!.session) } });
    if (venue.seen.length > 1) assert.ok(failure && ["repeated", "malformed"].includes(failure.why), failure?.message ?? `${rows.length} rows`);
    assert.ok(venue.seen.length < 100);
  });

  if (source.key?.required) {
    test(`${source.id} without its key asks nobody`, async () => {
      const outcome = await fetched(fixture, ordinary, { withoutKey: true });
      failsWith(outcome, ["noKey"], new RegExp(source.key!.name));
      assert.equal(outcome.venue.seen.length, 0);
    });
  }
}
