// Random histories of a store against one that keeps a whole copy of itself after every step.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { decide, importFile, quarantined, type Subject, type Target } from "../../src/intake/index.ts";
import { judgeHeld, judgeMarket, verdictsOf } from "../../src/intake/judgeSeries.ts";
import { storedMarket } from "../../src/intake/storedMarket.ts";
import { subjectAt } from "../../src/intake/subject.ts";
import { BAR_FIELDS, type BarRow, type Bars, dayNumber, type Instrument, toDay } from "../../src/market/index.ts";
import {
  type ExportFormat,
  exportStore,
  type HeldBars,
  heldBars,
  newBatch,
  openStore,
  restoreStore,
  type SeriesKey,
  type Sql,
  type Store,
  seriesId,
  takeIn,
  type Verdict,
  writeJudgements,
  writeVerdicts,
} from "../../src/store/index.ts";
import { type NaiveBar, type NaiveStore, type NaiveView, naiveDecide, naiveJudge, naiveStep, naiveTake } from "../naive/store.ts";

const DAY = 86_400_000;
const FIRST = dayNumber("2025-01-01");
const SESSIONS = 6; // few, so that the same bar is met again
const RAW_RUNS = 7;
const INTAKE_RUNS = 6;
const PATIENCE = 20_000; // ms; how long a failure is made smaller

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-store-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a store says of a series at an instant, in the words of the naive one. */
async function barsAt(sql: Sql, ref: SeriesKey, knownAt?: number): Promise<[number, Omit<NaiveBar, "hand">][]> {
  const series = await seriesId(sql, ref);
  if (series === undefined) return [];
  const { bars, judged } = await heldBars(sql, series, { knownAt });
  return [...bars.sessions].map((session, i) => {
    const held = BAR_FIELDS.flatMap((field) => {
      const value = bars.columns[field]?.[i] ?? Number.NaN;
      return Number.isNaN(value) ? [] : [[field, value] as const];
    });
    const { status, reason } = judged.get(session) ?? { status: "final", reason: "" };
    return [session, { figures: Object.fromEntries(held), status, reason: status === "final" ? "" : reason }];
  });
}

/** The same of the naive store. */
function naiveBars(view: NaiveView, name: string): [number, Omit<NaiveBar, "hand">][] {
  return [...(view.get(name) ?? [])]
    .map(([session, { figures, status, reason }]): [number, Omit<NaiveBar, "hand">] => [
      session,
      {
        figures: Object.fromEntries(BAR_FIELDS.flatMap((field) => (figures[field] === undefined ? [] : [[field, figures[field]]]))),
        status,
        reason: status === "final" ? "" : reason,
      },
    ])
    .sort(([a], [b]) => a - b);
}

/** Holds the store to the naive one at every instant that there was, and now. */
async function alike(store: Store, naive: NaiveStore, refs: readonly SeriesKey[]): Promise<void> {
  for (const ref of refs) {
    for (const { at, view } of naive.past) {
      assert.deepEqual(await store.read((sql) => barsAt(sql, ref, at)), naiveBars(view, nameOf(ref)), `${nameOf(ref)} as known at ${at}`);
    }
    assert.deepEqual(await store.read((sql) => barsAt(sql, ref)), naiveBars(naive.now, nameOf(ref)), `${nameOf(ref)} now`);
  }
}

function nameOf({ source, symbol }: SeriesKey): string {
  return `${source}:${symbol}`;
}

/** Exports a store and restores the export into an empty one; the second export is the first, byte by byte. */
async function restored(store: Store, folder: string, format: ExportFormat): Promise<Store> {
  const ask = { format, allowed: () => true, whole: () => true };
  const [one, other] = [join(folder, `${format}-1`), join(folder, `${format}-2`)];
  await exportStore(store, one, ask);
  const second = await openStore(join(folder, `${format}.duckdb`));
  await restoreStore(second, one);
  await exportStore(second, other, ask);
  assert.deepEqual(readdirSync(other).sort(), readdirSync(one).sort());
  if (format === "csv") for (const name of readdirSync(one)) assert.equal(readFileSync(join(other, name), "utf8"), readFileSync(join(one, name), "utf8"), name);
  return second;
}

const figure = fc.constantFrom(100, 100.5, 0.1, -1, 1e-300, 123_456_789.123, 5e-324, 1.7976931348623157e308);
const figures = fc.record(
  { close: fc.oneof(figure, fc.constant(Number.NaN)), high: figure, value: figure, totalReturn: figure, volume: figure },
  { requiredKeys: [] },
);
const session = fc.noBias(fc.nat(SESSIONS - 1)).map((k) => FIRST + k);
const rows: fc.Arbitrary<BarRow[]> = fc
  .uniqueArray(fc.tuple(session, figures), { maxLength: SESSIONS, selector: ([session]) => session })
  .map((list) => list.map(([session, figures]) => ({ session, ...figures })));

// What people write as a reason is text of any kind, and an export in CSV has its own marks.
const REASONS = ["looks wrong", "\\N", "NULL", "", '"', "'", 'say "no", twice', "two\nlines", "a\r\nb", " , ", "é\u{1F600}", "# x", "1", "2025-01-01", "\\"];
const reason = fc.oneof(
  fc.constantFrom(...REASONS),
  fc.string({ maxLength: 6 }).filter((text) => !text.includes("\u0000")),
);
const verdicts: fc.Arbitrary<Verdict[]> = fc.uniqueArray(fc.record({ session, status: fc.constantFrom("quarantined", "provisional"), reason }), {
  maxLength: 3,
  selector: ({ session }) => session,
});
const decision: fc.Arbitrary<Verdict> = fc.record({ session, status: fc.constantFrom("quarantined", "final"), reason });

const REFS: readonly SeriesKey[] = [
  { source: "one", symbol: "A" },
  { source: "one", symbol: 'B "b", b' },
];
// In ms from the last batch on: mostly a little later or earlier, now and then so much earlier that the clock is not believed.
const clock = fc.oneof({ weight: 12, arbitrary: fc.integer({ min: -30, max: 40 }).map((k) => k * 7) }, { weight: 1, arbitrary: fc.constant(-2 * DAY) });
const rawStep = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("take"), clock, ref: fc.nat(1), rows, verdicts: fc.option(verdicts) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("decide"), clock, ref: fc.nat(1), decision, verdicts: fc.option(verdicts) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("fail"), clock, ref: fc.nat(1), rows, verdicts }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen") }) },
) as fc.Arbitrary<RawStep>;

type RawStep =
  | { do: "take"; clock: number; ref: number; rows: BarRow[]; verdicts: Verdict[] | null }
  | { do: "decide"; clock: number; ref: number; decision: Verdict; verdicts: Verdict[] | null }
  | { do: "fail"; clock: number; ref: number; rows: BarRow[]; verdicts: Verdict[] }
  | { do: "reopen" };

const UNIT = { unit: "USD", subject: '{"a":"\\\\N"}' };

/** What is said of sessions that are held. */
function ofHeld(view: NaiveView, ref: SeriesKey, list: readonly Verdict[]): Verdict[] {
  return list.filter(({ session }) => view.get(nameOf(ref))?.has(session));
}

/** As the gate says it: of what was rejected by hand it always says that it was. */
function gateSays(view: NaiveView, ref: SeriesKey, list: readonly Verdict[]): Verdict[] {
  const rejected = [...(view.get(nameOf(ref)) ?? [])].filter(([, { hand }]) => hand === "rejected").map(([session]) => session);
  const others = ofHeld(view, ref, list).filter(({ session }) => !rejected.includes(session));
  return [...others, ...rejected.map((session): Verdict => ({ session, status: "quarantined", reason: "rejected by hand" }))];
}

/** The clock of a step, which is told from the last batch on. */
function clockAt({ past }: NaiveStore, ahead: number): number {
  return (past.at(-1)?.at ?? (FIRST + 20) * DAY) + ahead;
}

const UNBELIEVED = /expected a clock that stands after the last batch/;

async function rawly(store: Store, naive: NaiveStore, step: Exclude<RawStep, { do: "reopen" }>): Promise<void> {
  const ref = REFS[step.ref]!;
  const now = clockAt(naive, step.clock);
  if (step.do === "fail") {
    const stopped = new Error("stopped in the middle");
    const work = store.transaction(async (sql) => {
      const batch = await newBatch(sql, { now, what: "import", detail: "in vain" });
      const { series } = await takeIn(sql, { ...ref, ...UNIT, rows: step.rows }, batch);
      await writeVerdicts(sql, await heldBars(sql, series), step.verdicts, batch);
      throw stopped;
    });
    await assert.rejects(work, (error) => error === stopped || UNBELIEVED.test(String(error)));
    return;
  }
  let expected = { fresh: 0, restated: 0 };
  const at = naiveStep(naive, now, (view) => {
    if (step.do === "take") expected = naiveTake(view, nameOf(ref), step.rows);
    else naiveDecide(view, nameOf(ref), step.decision);
    if (step.verdicts) naiveJudge(view, nameOf(ref), gateSays(view, ref, step.verdicts));
  });
  const written = store.transaction(async (sql) => {
    const batch = await newBatch(sql, { now, what: step.do === "take" ? "import" : "decision", detail: "x" });
    assert.equal(batch.at, at, "instants ascend, whatever the clock says");
    const series =
      step.do === "take" ? await takeIn(sql, { ...ref, ...UNIT, rows: step.rows }, batch) : { series: await seriesId(sql, ref), fresh: 0, restated: 0 };
    assert.deepEqual({ fresh: series.fresh, restated: series.restated }, expected);
    if (series.series === undefined) return;
    if (step.do === "decide") await writeJudgements(sql, await heldBars(sql, series.series), ofHeld(naive.now, ref, [step.decision]), "hand", batch);
    if (step.verdicts) await writeVerdicts(sql, await heldBars(sql, series.series), gateSays(naive.now, ref, step.verdicts), batch);
  });
  await (at === undefined ? assert.rejects(written, UNBELIEVED) : written);
}

test("whatever becomes of a store, the past is as it was, also in a copy made from its export", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rawStep, { minLength: 3, maxLength: 9 }), fc.constantFrom<ExportFormat>("csv", "parquet"), async (steps, format) => {
      await inFolder(async (folder) => {
        const path = join(folder, "a.duckdb");
        const naive: NaiveStore = { now: new Map(), past: [] };
        let store = await openStore(path);
        try {
          for (const step of steps) {
            if (step.do === "reopen") {
              await store.close();
              store = await openStore(path);
            } else await rawly(store, naive, step);
            await alike(store, naive, REFS);
          }
          const second = await restored(store, folder, format);
          try {
            await alike(second, naive, REFS);
            await rawly(second, naive, { do: "take", clock: 0, ref: 0, rows: [{ session: FIRST, close: 1 }], verdicts: null });
            await alike(second, naive, REFS);
          } finally {
            await second.close();
          }
        } finally {
          await store.close();
        }
      });
    }),
    { numRuns: RAW_RUNS, seed: 2025, interruptAfterTimeLimit: PATIENCE },
  );
});

test("rows that are held already add nothing, and what is restated is held beside what it restates", async () => {
  await inFolder(async (folder) => {
    const store = await openStore(join(folder, "a.duckdb"));
    const naive: NaiveStore = { now: new Map(), past: [] };
    const count = async () => Number((await store.read((sql) => sql.rows("select count(*) from observations")))[0]?.[0]);
    const take = (rows: BarRow[]) => rawly(store, naive, { do: "take", clock: 0, ref: 0, rows, verdicts: null });
    await take([
      { session: FIRST, close: 1 },
      { session: FIRST + 1, close: 2, high: Number.NaN },
    ]);
    await take([
      { session: FIRST, close: 1 },
      { session: FIRST + 1, close: 2 },
    ]);
    assert.equal(await count(), 2);
    await take([
      { session: FIRST, close: 1.5 },
      { session: FIRST + 1, close: 2 },
    ]);
    assert.equal(await count(), 3);
    await alike(store, naive, REFS);
    await store.close();
  });
});

test("reasons of any text come back from an export as they were", async () => {
  await inFolder(async (folder) => {
    const store = await openStore(join(folder, "a.duckdb"));
    const naive: NaiveStore = { now: new Map(), past: [] };
    const rows = REASONS.map((_, k): BarRow => ({ session: FIRST + k, close: k }));
    const verdicts = REASONS.map((reason, k): Verdict => ({ session: FIRST + k, status: "quarantined", reason }));
    await rawly(store, naive, { do: "take", clock: 0, ref: 1, rows, verdicts });
    await alike(store, naive, REFS);
    for (const format of ["csv", "parquet"] as const) {
      const second = await restored(store, folder, format);
      await alike(second, naive, REFS);
      await second.close();
    }
    await store.close();
  });
});

test("a decision by hand holds whatever the gate says, until the value is restated", async () => {
  await inFolder(async (folder) => {
    const store = await openStore(join(folder, "a.duckdb"));
    const naive: NaiveStore = { now: new Map(), past: [] };
    const [trusted, refused] = [FIRST, FIRST + 1];
    const against: Verdict[] = [{ session: trusted, status: "quarantined", reason: "a jump" }];
    const statuses = async () => (await store.read((sql) => barsAt(sql, REFS[0]!))).map(([, { status }]) => status);
    const take = (rows: BarRow[], verdicts: Verdict[]) => rawly(store, naive, { do: "take", clock: 1, ref: 0, rows, verdicts });
    await take(
      [
        { session: trusted, close: 1 },
        { session: refused, close: 2 },
      ],
      against,
    );
    await rawly(store, naive, { do: "decide", clock: 1, ref: 0, decision: { session: trusted, status: "final", reason: "checked" }, verdicts: against });
    await rawly(store, naive, { do: "decide", clock: 1, ref: 0, decision: { session: refused, status: "quarantined", reason: "wrong" }, verdicts: against });
    await take([{ session: FIRST + 2, close: 3 }], against);
    assert.deepEqual(await statuses(), ["final", "quarantined", "final"]);
    await take(
      [
        { session: trusted, close: 1.5 },
        { session: refused, close: 2.5 },
      ],
      against,
    );
    assert.deepEqual(await statuses(), ["quarantined", "final", "final"]);
    await alike(store, naive, REFS);
    await store.close();
  });
});

// The same of what stands above the store: files that are imported, what is fetched beside them, the gate, and decisions by hand.

const INSTRUMENT: Instrument = {
  id: "COIN",
  name: "a coin",
  description: "invented",
  kind: "crypto",
  calendar: "24/7",
  close: { time: "24:00", zone: "UTC" },
  currency: "USD",
  aliases: [],
};
const FETCHED: SeriesKey = { source: "coinbase", symbol: "COIN-USD" };
const IMPORTED: SeriesKey = { source: "import", symbol: "COIN" };
const TARGET: Target = { id: "COIN", subject: { kind: "crypto", calendar: "24/7", close: INSTRUMENT.close }, sources: [FETCHED] };
const SUBJECT: Subject = subjectAt(TARGET, { settles: 0 });
const BOTH = [IMPORTED, FETCHED];
const LENGTH = 45;

type Step =
  | { do: "import" | "fetch"; clock: number; from: number; closes: number[]; fail: boolean }
  | { do: "accept" | "reject"; clock: number; ref: number; session: number; reason: string }
  | { do: "reopen" };

// Closes of a quiet market with a fault now and then, near enough to each other to be restated and to agree.
const closes = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.noBias(fc.integer({ min: 0, max: 8 })).map((k) => 100 + k / 4) },
    { weight: 1, arbitrary: fc.constantFrom(0.01, 250, 50, 1e6) },
  ),
  { minLength: 1, maxLength: LENGTH },
);
const dayClock = fc.oneof(
  { weight: 12, arbitrary: fc.noBias(fc.integer({ min: -20, max: 300 })).map((hours) => hours * 3_600_000) },
  { weight: 1, arbitrary: fc.constant(-2 * DAY) },
);
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("import", "import", "fetch"),
      clock: dayClock,
      from: fc.noBias(fc.nat(12)),
      closes,
      fail: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom("accept", "reject"), clock: dayClock, ref: fc.nat(1), session: fc.noBias(fc.nat(LENGTH)), reason }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen") }) },
) as fc.Arbitrary<Step>;

/** Judges both series of the naive store by the gate: each against the bars of the other that stand by themselves, waiting ones included. */
function naiveGate(view: NaiveView, now: number): void {
  const standing = (ref: SeriesKey) => {
    const held = heldOf(view, ref);
    const { flags } = judgeHeld(held, SUBJECT, { others: [], now });
    const against = new Set(flags.flatMap(({ session, kind }) => (kind === "record" || kind === "jump" ? [] : [session])));
    const kept = [...held.bars.sessions.keys()].filter((i) => !against.has(held.bars.sessions[i]!));
    const take = (values: Int32Array | Float64Array) => kept.map((i) => values[i]!);
    return { sessions: Int32Array.from(take(held.bars.sessions)), columns: { close: Float64Array.from(take(held.bars.columns.close!)) } };
  };
  const verdicts = BOTH.map((ref) => {
    const others = BOTH.filter((one) => one !== ref).map((one) => ({ source: nameOf(one), bars: standing(one) }));
    return verdictsOf(judgeHeld(heldOf(view, ref), SUBJECT, { others: others.filter(({ bars }) => bars.sessions.length > 0), now }));
  });
  for (const [k, ref] of BOTH.entries()) naiveJudge(view, nameOf(ref), verdicts[k]!);
}

function heldOf(view: NaiveView, ref: SeriesKey): HeldBars {
  const list = [...(view.get(nameOf(ref)) ?? [])].sort(([a], [b]) => a - b);
  const bars: Bars = {
    sessions: Int32Array.from(list, ([session]) => session),
    columns: { close: Float64Array.from(list, ([, { figures }]) => figures.close!) },
  };
  const judged = list.map(([session, { status, reason, hand }]) => [session, { status, reason, by: hand ? "hand" : "gate", ofBatch: 0, at: 0 }] as const);
  return { series: 0, bars, batches: new Int32Array(list.length), knownAt: new Float64Array(list.length), judged: new Map(judged) };
}

async function taken(
  store: Store,
  naive: NaiveStore,
  { do: what, clock, from, closes, fail }: Extract<Step, { closes: number[] }>,
  folder: string,
): Promise<void> {
  const ref = what === "import" ? IMPORTED : FETCHED;
  const rows = closes.map((close, k): BarRow => ({ session: FIRST + from + k, close }));
  const now = clockAt(naive, clock);
  const stopped = new Error("stopped in the middle");
  const write = async () => {
    if (what === "import") {
      const path = join(folder, "bars.csv");
      const last = fail ? "2030-01-01,oops\n" : "";
      writeFileSync(path, `Date,Close\n${rows.map(({ session, close }) => `${toDay(session)},${close}\n`).join("")}${last}`);
      return importFile(store, { path, target: TARGET, unit: "USD", restate: true, now });
    }
    return store.transaction(async (sql) => {
      const batch = await newBatch(sql, { now, what: "fetch", detail: nameOf(ref) });
      const taken = await takeIn(sql, { ...ref, unit: "USD", subject: JSON.stringify(SUBJECT), rows }, batch);
      await judgeMarket(sql, BOTH, now, batch);
      if (fail) throw stopped;
      return taken;
    });
  };
  if (fail) return assert.rejects(write());
  let expected = { fresh: 0, restated: 0 };
  const at = naiveStep(naive, now, (view) => {
    expected = naiveTake(view, nameOf(ref), rows);
    naiveGate(view, now);
  });
  if (at === undefined) return assert.rejects(write(), UNBELIEVED);
  const { fresh, restated } = await write();
  assert.deepEqual({ fresh, restated }, expected);
}

async function decided(store: Store, naive: NaiveStore, { do: what, clock, ref: which, session: k, reason }: Extract<Step, { reason: string }>): Promise<void> {
  const ref = BOTH[which]!;
  const session = FIRST + k;
  const now = clockAt(naive, clock);
  const own = naive.now.get(nameOf(ref))?.get(session);
  let outcome: unknown;
  try {
    await decide(store, { ref, session: toDay(session), accept: what === "accept", reason, peers: BOTH.filter((one) => one !== ref), now });
  } catch (error) {
    outcome = error;
  }
  if (!own) return assert.match(String(outcome), /expected a (series that the store holds|session that is held)/);
  const cannotBe = /cannot be accepted/.test(String(outcome));
  // What cannot be is not told here: an accepted bar that is not refused must be final from then on.
  if (what === "accept" && cannotBe) return;
  const at = naiveStep(naive, now, (view) => {
    naiveDecide(view, nameOf(ref), { session, status: what === "accept" ? "final" : "quarantined", reason });
    naiveGate(view, now);
  });
  if (at === undefined) return assert.match(String(outcome), UNBELIEVED);
  if (outcome !== undefined) throw outcome;
}

/** A market as the store has it, as plain values; the closes are those of the final bars where one source alone gave them. */
async function marketAt(store: Store, naive: NaiveView, knownAt?: number): Promise<unknown> {
  const stored = await store.read((sql) => storedMarket(sql, INSTRUMENT, TARGET, { knownAt }));
  const usable = BOTH.filter((ref) => naiveBars(naive, nameOf(ref)).some(([, { status }]) => status === "final"));
  assert.equal(stored === undefined, usable.length === 0, "a market is there when a bar of it is final");
  if (!stored) return undefined;
  const { sessions, values } = stored.market.series.close!;
  if (stored.parts.length === 1) {
    const expected = naiveBars(naive, nameOf(usable[0]!)).flatMap(([session, { figures, status }]) => (status === "final" ? [[session, figures.close!]] : []));
    assert.deepEqual(
      [...sessions].flatMap((session, i) => (Number.isNaN(values[i]) ? [] : [[session, values[i]]])),
      expected,
    );
  }
  const inputs = stored.inputs.map(({ file, sha256 }) => ({ file: file.replace(/ as known at .*$/, ""), sha256 }));
  return { ...stored, inputs, market: { ...stored.market, series: { close: [[...sessions], [...values]] } } };
}

test("imports, fetches and decisions by hand leave the past as it was, and a decision holds until the value is restated", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      await inFolder(async (folder) => {
        const path = join(folder, "a.duckdb");
        const naive: NaiveStore = { now: new Map(), past: [] };
        const markets: unknown[] = [];
        let store = await openStore(path);
        try {
          for (const step of steps) {
            if (step.do === "reopen") {
              await store.close();
              store = await openStore(path);
            } else if ("closes" in step) await taken(store, naive, step, folder);
            else await decided(store, naive, step);
            await alike(store, naive, BOTH);
            if (naive.past.length > markets.length) markets.push(await marketAt(store, naive.now));
            for (const [k, { at, view }] of naive.past.entries()) assert.deepEqual(await marketAt(store, view, at), markets[k], `the market as known at ${at}`);
            const waiting = (await quarantined(store)).map(({ ref, session, status, close }) => [nameOf(ref), session, status, close]);
            const expected = BOTH.toReversed().flatMap((ref) =>
              naiveBars(naive.now, nameOf(ref)).flatMap(([session, { status, figures }]) =>
                status === "final" ? [] : [[nameOf(ref), toDay(session), status, figures.close]],
              ),
            );
            assert.deepEqual(waiting, expected, "what is in quarantine");
          }
          const second = await restored(store, folder, "csv");
          try {
            await alike(second, naive, BOTH);
            for (const [k, { at, view }] of naive.past.entries()) assert.deepEqual(await marketAt(second, view, at), markets[k]);
          } finally {
            await second.close();
          }
        } finally {
          await store.close();
        }
      });
    }),
    { numRuns: INTAKE_RUNS, seed: 2026, interruptAfterTimeLimit: PATIENCE },
  );
});
