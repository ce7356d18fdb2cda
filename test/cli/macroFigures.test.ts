// The macro figures in an invented world: fetched over sockets, imported from files, and read back part by part.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { macroFiguresOf } from "../../src/figures.ts";
import { importFile, type MacroChosen } from "../../src/intake/index.ts";
import { dayNumber, readingKnown, toDay } from "../../src/market/index.ts";
import { embeddedMacro } from "../../src/sources/index.ts";
import { openStore } from "../../src/store/index.ts";
import { futuresPrice } from "../fixtures/macroVenues.ts";
import { inventedWorld } from "../fixtures/world.ts";
import { inWorld } from "./worldCli.ts";

const last = <T>(values: ArrayLike<T>): T => values[values.length - 1]!;

test("without a store every part is that of the case, and with --figures store nothing is", async () => {
  const { macro, inputs, origins, notes } = await macroFiguresOf(undefined, { store: undefined, prefer: "fresher" });
  const embedded = embeddedMacro();
  assert.deepEqual([macro, inputs, notes], [embedded.macro, embedded.inputs, []]);
  assert.deepEqual(origins, { rates: "case", curve: "case", liquidity: "case", operations: "case", earnings: "case" });
  const none = await macroFiguresOf(undefined, { store: undefined, prefer: "store" });
  assert.deepEqual([...new Set(Object.values(none.origins))], ["none"]);
  assert.deepEqual(none.inputs, []);
});

test("what was fetched is read back as a macro picture, each part whole from one place, and as it was known", async () => {
  const world = inventedWorld("2026-11-13");
  await inWorld(world, async ({ run, data, folder }) => {
    const chosen = async (ask: { prefer?: "fresher" | "store" | "case"; knownAt?: number } = {}): Promise<MacroChosen> => {
      const store = await openStore(join(data, "lockstep.duckdb"));
      try {
        return await macroFiguresOf(undefined, { store, prefer: ask.prefer ?? "fresher", knownAt: ask.knownAt });
      } finally {
        await store.close();
      }
    };

    // A source that fails leaves its part to the case, whole.
    const beginning = world.now;
    assert.match((await run("fetch macro --source nyfed")).out, /operations +nyfed:operations +11 +0 +0 +0 {2}–/);
    const partly = await chosen();
    assert.deepEqual(partly.origins, { rates: "case", curve: "case", liquidity: "case", operations: "store", earnings: "case" });
    assert.deepEqual(Object.keys(partly.macro.readings), Object.keys(embeddedMacro().macro.readings));
    assert.deepEqual(partly.notes, [
      "rates: the store holds no DFEDTARL and no DFEDTARU and no DGS2",
      "liquidity: the store holds no WALCL and no Treasury account",
      "operations: 55 that the store does not hold are the embedded ones",
    ]);

    world.now += 60_000;
    const { code, out, err } = await run("fetch macro");
    // A contract that is not listed is told, and the others are stored all the same.
    assert.equal(code, 0);
    assert.match(err, /ZQJ28: .*No data found/);
    assert.match(out, /EFFR +nyfed:EFFR +0 +0 +0 +0 {2}2026-11-12/);
    assert.match(out, /WALCL +fredgraph:WALCL +10 +0 +0 +0 {2}2026-11-04/); // a Wednesday; that of 2026-11-11 was Veterans Day
    assert.match(out, /TGA +fiscaldata:TGA +51 +0 +0 +0 {2}2026-11-12/);
    assert.match(out, /ZQX26 +yahoo:ZQX26\.CBT +10 +0 +0 +0 {2}2026-11-13/);
    const { macro, origins, inputs, notes } = await chosen();
    assert.deepEqual(origins, { rates: "store", curve: "store", liquidity: "store", operations: "store", earnings: "case" });
    assert.deepEqual(Object.keys(macro.readings).sort(), [
      "DFEDTARL",
      "DFEDTARU",
      "DGS10",
      "DGS2",
      "DGS3MO",
      "EFFR",
      "RRP",
      "RRPONTSYD",
      "SOFR",
      "TGA",
      "TREAST",
      "WALCL",
      "WSHOMCB",
      "WTREGEN",
    ]);
    const { WALCL, RRP, TGA, DGS2 } = macro.readings;
    assert.deepEqual([WALCL?.unit, RRP?.unit, TGA?.unit, DGS2?.unit], ["millions of USD", "USD", "millions of USD", "percent"]);
    assert.deepEqual([WALCL?.source, TGA?.source, macro.readings.EFFR?.source], ["fredgraph:WALCL", "fiscaldata:TGA", "nyfed:EFFR"]);
    // Thursday's yield is published at 16:15 on Friday: at Friday's close Wednesday's is the last, and that was Veterans Day.
    assert.deepEqual([toDay(last(DGS2!.sessions)), toDay(last(readingKnown(DGS2!, "2026-11-13").sessions))], ["2026-11-12", "2026-11-10"]);
    assert.deepEqual([RRP?.values[0], macro.readings.RRPONTSYD?.unit], [225_000_000, "billions of USD"]);

    // Friday's curve, each price higher than ever before and on the tick that the venue's noise stands beside.
    const curve = last(macro.curves);
    assert.deepEqual([curve.day, curve.source, Object.keys(curve.prices).length], ["2026-11-13", "yahoo:ZQ*.CBT", 17]);
    for (const [month, price] of Object.entries(curve.prices)) assert.equal(price, futuresPrice(month, curve.day), month);
    assert.deepEqual([Object.keys(curve.prices)[0], Object.keys(curve.prices)[16]], ["2026-11", "2028-03"]);
    assert.deepEqual(
      macro.curves.map(({ day }) => day),
      macro.curves.map(({ day }) => day).toSorted(),
    );

    const fetched = macro.operations.filter(({ source }) => source === "nyfed:operations");
    assert.deepEqual([fetched.length, macro.operations.length, fetched[0]?.fields.accepted], [11, 66, 4_243_000_000]);
    assert.deepEqual(
      macro.operations.map(({ day }) => day),
      macro.operations.map(({ day }) => day).toSorted(),
    );
    assert.ok(macro.operations.every((fact) => !("knownAt" in fact)));
    assert.deepEqual(
      inputs.map(({ file }) => file).filter((file) => !/^(fredgraph|nyfed|fiscaldata):/.test(file)),
      ["yahoo:ZQ*.CBT", "fed-funds-futures-2025-12-11.csv", "bill-purchases.csv", "eps-growth.csv"],
    );
    for (const { sha256 } of inputs) assert.match(sha256, /^[0-9a-f]{64}$/);
    assert.ok(
      notes.every((note) => /begins later|the embedded ones$/.test(note)),
      notes.join("; "),
    );

    // As known before the second fetch, the store alone: no yields, no curve.
    const before = await chosen({ knownAt: beginning + 30_000 });
    assert.deepEqual(before.origins, { rates: "store", curve: "none", liquidity: "store", operations: "store", earnings: "none" });
    assert.deepEqual(Object.keys(before.macro.readings).sort(), ["EFFR", "RRP", "SOFR"]);
    assert.match(before.inputs[0]?.file ?? "", / as known at 2026-11-14T/);
    assert.deepEqual((await chosen({ prefer: "case" })).origins.rates, "case");

    // A table of one's own replaces the embedded one; a curve of one's own is preferred on its day, one of two contracts is none.
    writeFileSync(join(folder, "eps.csv"), "index,year,as_of,eps,growth_pct,basis,source\nRTY,2027,2026-11-01,,21,consensus,Somebody\n");
    assert.match((await run("import HERE/eps.csv")).out, /1 records/);
    const prices = ["2026-11", "2026-12", "2027-02"].map((month, k) => `12.11.2026,${month},${96.001 + k / 4}\n13.11.2026,${month},${96.25 + k / 4}\n`);
    writeFileSync(join(folder, "fed-funds.csv"), `day,contract_month,price\n${prices.join("")}11.11.2026,2026-12,96\n11.11.2026,2027-01,96\n`);
    const imported = JSON.parse((await run("import HERE/fed-funds.csv --json")).out);
    assert.deepEqual(
      [imported.format, imported.series, imported.fresh, imported.notes],
      ["futuresCurve", 4, 8, ["months without a price within the curve: 2027-01 on 2026-11-12, 2027-01 on 2026-11-13"]],
    );
    const own = (await chosen()).macro;
    assert.deepEqual(own.forecasts, [
      {
        kind: "epsForecast",
        id: "RTY 2027 2026-11-01 consensus Somebody",
        day: "2026-11-01",
        fields: { index: "RTY", year: 2027, eps: null, growthPct: 21, basis: "consensus", source: "Somebody", sourceUrl: null, published: null, note: null },
        source: "import:epsTable",
      },
    ]);
    assert.deepEqual([own.curves.at(-3)?.day, own.curves.at(-3)?.source], ["2026-11-11", "yahoo:ZQ*.CBT"]);
    assert.deepEqual(own.curves.slice(-2), [
      { day: "2026-11-12", prices: { "2026-11": 96.001, "2026-12": 96.251, "2027-02": 96.501 }, source: "import:ZQ*" },
      { day: "2026-11-13", prices: { "2026-11": 96.25, "2026-12": 96.5, "2027-02": 96.75 }, source: "import:ZQ*" },
    ]);

    // Only what is new the next time.
    world.now += 18 * 86_400_000;
    world.asked.length = 0;
    assert.match((await run("fetch macro --source nyfed")).out, /EFFR +nyfed:EFFR +11 +0 +0 +0 {2}2026-11-30/);
    const operations = new URL(world.asked.find((url) => url.includes("/tsy/"))!);
    assert.ok(operations.searchParams.get("startDate")! > "2026-10-01", operations.href);

    // What came since is no part of what was known.
    const once = await chosen({ knownAt: beginning + 30_000 });
    assert.deepEqual([once.macro.operations.length, once.macro.forecasts], [11, []]);
    assert.equal((await chosen({ prefer: "store" })).macro.operations.length, 14);

    const exported = await run("export --out HERE/open");
    assert.match(exported.out, /Wrote the store to .*open: \d+ observations of 14 series/);
    assert.match(exported.out, /Left out, since their terms do not allow passing them on: .*yahoo:ZQ/);
    assert.doesNotMatch(exported.out, /(nyfed|fredgraph|fiscaldata):/);
  });
});

test("a day of the store replaces the same day of the case, whose other days stay; a reading in another unit is none", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-macro-"));
  const store = await openStore(join(folder, "lockstep.duckdb"));
  const now = Date.parse("2026-11-22T12:00:00Z");
  try {
    const bring = async (name: string, text: string, more: Partial<Parameters<typeof importFile>[1]> = {}) => {
      writeFileSync(join(folder, name), text);
      await importFile(store, { path: join(folder, name), unit: "USD", now, ...more });
    };
    const curveOn = (day: string) => `date,contract_month,price\n${["2026-01", "2026-02", "2026-03"].map((month) => `${day},${month},96.4\n`).join("")}`;
    await bring("curve.csv", curveOn("2025-12-11"));
    const close = { time: "15:30", zone: "America/New_York" };
    const target = { id: "DGS2", subject: { kind: "reading", calendar: "US-BOND", close }, sources: [] } as const;
    await bring("dgs2.csv", "date,DGS2\n2026-11-19,3.5\n", { target });
    const held = await macroFiguresOf(undefined, { store, prefer: "fresher" });
    const unused = "import:DGS2 is not used (expected figures in percent; received USD)";
    assert.deepEqual([held.origins.curve, held.origins.rates], ["store", "case"]);
    assert.deepEqual(held.notes, [unused]);

    const only = await macroFiguresOf(undefined, { store, prefer: "store" });
    assert.deepEqual([only.origins.curve, only.origins.rates], ["store", "none"]);
    assert.deepEqual(only.notes, [unused]);
    await bring("later.csv", curveOn("2025-12-12"));
    const later = await macroFiguresOf(undefined, { store, prefer: "fresher" });
    assert.deepEqual(
      [later.origins.curve, later.macro.curves.map(({ day, source }) => `${day} ${source}`)],
      ["store", ["2025-12-11 import:ZQ*", "2025-12-12 import:ZQ*"]],
    );
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a price on a tick comes out of the noise of 32 bits as it was", () => {
  // Every tick of a rate from 0 to 10 percent, as Yahoo writes it: 15 digits of the float32.
  for (let tick = 90 * 400; tick <= 100 * 400; tick++) {
    const noisy = Number(Math.fround(tick / 400).toPrecision(15));
    assert.equal(Math.round(noisy * 400) / 400, tick / 400);
  }
  assert.equal(futuresPrice("2026-09", toDay(dayNumber("2026-09-01"))), 96.1);
});
