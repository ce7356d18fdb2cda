// The commands that fetch, import, export and judge, in an invented world whose venues answer over real sockets.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dayNumber, nextSession, sessionsBetween, toDay } from "../../src/market/index.ts";
import { answerText, openStore } from "../../src/store/index.ts";
import type { Study } from "../../src/study/index.ts";
import { FROM, inventedWorld, lastDay, sessionsOf, type World, type WorldBar } from "../fixtures/world.ts";
import { inWorld } from "./worldCli.ts";

const FRIDAY = "2026-11-13";
const HOUR = 3_600_000;
/** Text without the line breaks of the screen. */
const flat = (text: string) => text.replace(/\s+/g, " ");

const studyOf = (out: string) => JSON.parse(out) as Study;
/** A study without the instant that its inputs were known at. */
const unsaid = (study: Study): Study => ({
  ...study,
  inputs: study.inputs.map(({ file, sha256 }) => ({ file: file.replace(/ as known at .*$/, ""), sha256 })),
});
const market = (study: Study, id: string) => study.markets.find((one) => one.id === id)!;
const bar = (world: World, id: string, day: string): WorldBar => world.bars.get(id)!.get(dayNumber(day))!;

/** The highest close of a market of the world before a day. */
function topBefore(world: World, id: string, day: string): number {
  return Math.max(...sessionsOf(world, id).flatMap((session) => (session < dayNumber(day) ? [world.bars.get(id)!.get(session)!.close] : [])));
}

/** Sets a close, and what of the bar must go with it. */
function setClose(world: World, id: string, day: string, close: number): void {
  const { open } = bar(world, id, day);
  world.bars.get(id)!.set(dayNumber(day), { ...bar(world, id, day), close, high: Math.max(open, close), low: Math.min(open, close) });
}

/** Lets a day of every market pass: the next session of the funds, and every day of bitcoin up to it. */
function passDay(world: World): string {
  const before = lastDay(world, "IWM");
  const session = nextSession("XNYS", dayNumber(before));
  for (const [id, own] of world.bars) {
    const days = id === "BTC" ? sessionsBetween("24/7", dayNumber(lastDay(world, id)) + 1, session) : Int32Array.of(session);
    for (const day of days) {
      const { close } = own.get([...own.keys()].at(-1)!)!;
      own.set(day, { open: close, high: close * 1.002, low: close * 0.998, close: Math.round(close * 99.9) / 100, volume: 1e6 });
    }
  }
  world.now = Date.parse(`${toDay(session + 1)}T02:00:00Z`);
  return toDay(session);
}

/** A market that stands well below its record at the end, so that no record waits by chance. */
function quietEnd(world: World, ...ids: string[]): void {
  for (const id of ids) {
    const own = world.bars.get(id)!;
    const sessions = sessionsOf(world, id);
    const top = Math.max(...sessions.map((session) => own.get(session)!.high));
    for (const session of sessions.slice(-60)) {
      const { open, high, low, close, volume } = own.get(session)!;
      if (high < top) continue;
      const by = (top * 0.97) / high;
      own.set(session, { open: open * by, high: high * by, low: low * by, close: close * by, volume });
    }
  }
}

function quietWorld(): World {
  const world = inventedWorld(FRIDAY);
  for (const id of world.bars.keys()) {
    const own = world.bars.get(id)!;
    // The last three months of every market are taken down together, by a tenth in ten equal steps: no step is a jump.
    const late = sessionsOf(world, id).slice(-60);
    for (const [k, session] of late.entries()) {
      const by = 0.99 ** Math.min(k + 1, 25);
      const { open, high, low, close, volume } = own.get(session)!;
      const before = 0.99 ** Math.min(k, 25);
      const [first, last] = [open * (id === "BTC" ? before : by), close * by];
      own.set(session, { open: first, high: Math.max(first, last, high * by), low: Math.min(first, last, low * by), close: last, volume });
    }
  }
  quietEnd(world);
  return world;
}

test("a fetch fills the store, and the study then says that it is made from it", async () => {
  const world = quietWorld();
  await inWorld(world, async ({ run, data }) => {
    const before = await run("lag");
    assert.match(before.out, /OFFLINE — embedded figures end 2026-08-20/);
    const { code, out, err } = await run("fetch");
    assert.equal(code, 0, err);
    assert.match(out, /IWM {2}yahoo:IWM +971 +0 +0 +0 {2}2026-11-13/);
    assert.match(out, /BTC {2}coinbase:BTC-USD +1,411 +0 +0 +0 {2}2026-11-13/);
    assert.match(out, /BTC {2}bitstamp:btcusd +\d+ +0 +0 +0 {2}2026-11-13/);
    assert.match(err, /yahoo:IWM +stored to 2026-11-13: 971 new, 0 restated\n/);
    assert.ok(statSync(join(data, "lockstep.duckdb")).isFile());
    const study = await run("--json --figures store");
    assert.equal(study.code, 0, study.err);
    const { markets, inputs, asOf } = studyOf(study.out);
    assert.equal(asOf, FRIDAY);
    assert.deepEqual(
      markets.map(({ id, state }) => [id, state === "unknown"]),
      ["IWM", "SPY", "DIA", "QQQ", "GLD", "SLV", "BTC"].map((id) => [id, false]),
    );
    assert.deepEqual(market({ markets } as Study, "BTC").last.sources, ["coinbase:BTC-USD"]);
    assert.ok(inputs.some(({ file, sha256 }) => file === "yahoo:IWM" && /^[0-9a-f]{64}$/.test(sha256)));
    // Levels come through to the cent: the world's own close.
    assert.equal(market({ markets } as Study, "IWM").last.value?.toFixed(4), Math.fround(bar(world, "IWM", FRIDAY).close).toFixed(4));
  });
});

test("figures come from the store only when it holds the pair, is fresher and reaches as far back; which, is said", async () => {
  const world = quietWorld();
  await inWorld(world, async ({ run }) => {
    await run("fetch");
    // The invented history begins in 2023, the embedded one in 2000: its records would be others.
    const later = await run("together");
    assert.match(flat(later.out), /OFFLINE — embedded figures end [^;]*; the history in the store begins later \(IWM on 2023-01-03/);
    const forced = await run("together --figures store");
    assert.match(forced.out, /STORE — fetched and imported figures end 2026-11-13, 1 day before today \(2026-11-14\)/);
    const embedded = await run("together --figures case");
    assert.match(embedded.out, /OFFLINE — embedded figures end 2026-08-20/);
    assert.doesNotMatch(embedded.out, /the history in the store/);
    assert.match((await run("--figures shop")).err, /--figures: expected fresher, store, case; received shop/);
    const without = await run("--figures store --known-at 2020-01-01");
    assert.deepEqual([without.code, without.out], [3, ""]);
    assert.match(without.err, /expected figures of IWM, .* in the store as known at 2020-01-01T23:59:59\.999Z; none are held/);
  });
});

test("a second fetch asks only for what is new, and what is held twice is stored once", async () => {
  const world = quietWorld();
  await inWorld(world, async ({ run }) => {
    await run("fetch");
    world.asked.length = 0;
    const monday = passDay(world);
    const { out } = await run("fetch");
    assert.match(out, new RegExp(`IWM {2}yahoo:IWM +1 +0 +0 +0 {2}${monday}`));
    assert.match(out, /BTC {2}coinbase:BTC-USD +3 +0 +0 +0/);
    const iwm = world.asked.find((url) => url.includes("/IWM?"))!;
    const first = Number(new URL(iwm).searchParams.get("period1"));
    assert.ok(first > Date.parse("2026-09-01") / 1000, "not the whole history again");
    assert.equal(world.asked.filter((url) => url.includes("coinbase")).length, 1);
  });
});

test("what has not changed since it was asked for is not sent again, and is judged all the same", async () => {
  const world = quietWorld();
  // At noon of the last session its bar is not over.
  world.now = Date.parse(`${FRIDAY}T17:00:00Z`);
  await inWorld(world, async ({ run }) => {
    await run("fetch --source yahoo");
    assert.match((await run("quarantine IWM")).out, /yahoo:IWM {2}2026-11-13 +\S+ {2}provisional/);
    world.now += 6 * HOUR; // the evening of the same day
    await run("fetch --source yahoo");
    assert.equal(world.unchanged.length, 0, "the second fetch asks for less than the first");
    world.now += HOUR / 2; // still the same day in UTC, so that the same is asked for
    const third = await run("fetch --source yahoo");
    assert.equal(third.code, 0, third.err);
    assert.equal(world.unchanged.length, 6);
    assert.equal((await run("quarantine")).out, "Nothing is in quarantine.\n");
  });
});

test("every answer is kept as it came, under its hash", async () => {
  const world = quietWorld();
  await inWorld(world, async ({ run, data }) => {
    await run("fetch --source yahoo");
    const store = await openStore(join(data, "lockstep.duckdb"));
    const kept = await store.read(async (sql) => {
      const rows = await sql.rows("select request, sha256, bytes from answers order by batch");
      return Promise.all(rows.map(async ([request, sha256, bytes]) => ({ request, sha256, bytes, text: await answerText(sql, String(sha256)) })));
    });
    await store.close();
    assert.equal(kept.length, 6);
    for (const { request, sha256, bytes, text } of kept) {
      assert.equal(
        createHash("sha256")
          .update(text ?? "")
          .digest("hex"),
        sha256,
      );
      assert.equal(Buffer.byteLength(text ?? ""), bytes);
      const symbol = /chart\/(\w+)\?/.exec(String(request))?.[1];
      assert.equal(JSON.parse(text ?? "").chart.result[0].meta.symbol, symbol);
    }
  });
});

test("a restated value is added beside the old one: as-of and known-at are different questions", async () => {
  const world = quietWorld();
  await inWorld(world, async ({ run }) => {
    await run("fetch");
    const firstKnown = new Date(world.now + HOUR).toISOString();
    const then = studyOf((await run("--json --figures store")).out);
    const old = bar(world, "IWM", "2026-11-12").close;
    passDay(world);
    setClose(world, "IWM", "2026-11-12", Math.round(old * 100.4) / 100);
    const { out } = await run("fetch");
    assert.match(out, /IWM {2}yahoo:IWM +1 +1 +0 +0/);
    const asOf = (more: string) => studyOf2(run, `--json --figures store --as-of 2026-11-12${more}`);
    assert.equal(market(await asOf(""), "IWM").last.value?.toFixed(2), (Math.round(old * 100.4) / 100).toFixed(2));
    assert.equal(market(await asOf(` --known-at ${firstKnown}`), "IWM").last.value?.toFixed(2), old.toFixed(2));
    // What the store said on the first evening it still says, to the byte.
    const again = studyOf((await run(`--json --known-at ${firstKnown}`)).out);
    assert.ok(again.inputs.every(({ file }) => file.endsWith(` as known at ${firstKnown}`)));
    assert.deepEqual(unsaid(again), then);
    const screen = flat((await run(`together --known-at ${firstKnown} --as-of 2026-11-12`)).out);
    assert.ok(
      screen.includes(`; as the store knew them at ${firstKnown}; replayed as of 2026-11-12, by the figures as they were known then`),
      screen.slice(0, 400),
    );
    assert.match(flat((await run("together --figures store --as-of 2026-11-12")).out), /replayed as of 2026-11-12, by the figures as they are known now/);
  });
});

async function studyOf2(run: (args: string) => Promise<{ out: string; err: string }>, args: string): Promise<Study> {
  const { out, err } = await run(args);
  assert.notEqual(out, "", err);
  return studyOf(out);
}

test("a bar that sets a record waits in quarantine until the next session confirms it", async () => {
  const world = quietWorld();
  await inWorld(world, async ({ run }) => {
    await run("fetch");
    const monday = passDay(world);
    const top = topBefore(world, "IWM", monday);
    // Ten percent in a day would be a jump as well; the way up is made before.
    const sessions = sessionsOf(world, "IWM").slice(-30, -1);
    const start = bar(world, "IWM", toDay(sessions[0]! - 1)) ?? bar(world, "IWM", toDay(sessions[0]!));
    for (const [k, session] of sessions.entries()) {
      const level = start.close * (top / start.close) ** ((k + 1) / (sessions.length + 1)) * 0.999;
      world.bars.get("IWM")!.set(session, { open: level * 0.999, high: level * 1.0005, low: level * 0.9985, close: level, volume: 1e6 });
    }
    world.bars.get("IWM")!.set(dayNumber(monday), { open: top * 0.999, high: top * 1.0021, low: top * 0.998, close: top * 1.002, volume: 1e6 });
    const { out } = await run("fetch --source yahoo");
    assert.match(out, /The latest bar of yahoo:IWM is in quarantine: it sets no record before it is confirmed/);
    const waiting = await run("quarantine");
    assert.match(waiting.out, new RegExp(`yahoo:IWM {2}${monday} +\\d+\\.\\d+ {2}quarantined\n +close \\S+ is a record above`));
    const study = studyOf((await run("--json --figures store")).out);
    assert.notEqual(market(study, "IWM").state, "record");
    assert.equal(market(study, "IWM").last.on, FRIDAY);
    const held = study.notKnown.find(({ kind, market: id }) => kind === "heldBack" && id === "IWM");
    assert.deepEqual([held?.day, held?.reason.includes("is a record above")], [monday, true]);
    assert.match(
      (await run("--figures store")).files["lockstep-out/note.md"] ?? "",
      /Whether the figure of IWM of 16 November 2026 stands; it is held back and used nowhere/,
    );
    const tuesday = passDay(world);
    assert.match((await run("fetch --source yahoo")).out, new RegExp(`IWM {2}yahoo:IWM +1 +0 +0 +0 {2}${tuesday}`));
    const confirmed = studyOf((await run("--json --figures store")).out);
    assert.equal(market(confirmed, "IWM").record.on, monday);
    assert.equal((await run("quarantine")).out, "Nothing is in quarantine.\n");
  });
});

test("a second source confirms a record at once, or quarantines a bar that it contradicts", async () => {
  const world = quietWorld();
  await inWorld(world, async ({ run }) => {
    await run("fetch");
    // A bad tick at one venue: its close alone is four percent off, the other venue and the next open are not.
    const day = "2026-11-10";
    const good = bar(world, "BTC", day);
    setClose(world, "BTC", day, good.close * 0.96);
    const { out } = await run("fetch --source coinbase");
    assert.match(out, /BTC {2}coinbase:BTC-USD +0 +1 +1 +0/);
    const { out: why } = await run("quarantine --json");
    const [only] = JSON.parse(why).bars;
    assert.deepEqual([only.ref, only.session, only.status], [{ source: "coinbase", symbol: "BTC-USD" }, day, "quarantined"]);
    assert.match(only.reason, /bitstamp:btcusd/);
    const study = studyOf((await run("--json --figures store --as-of 2026-11-10")).out);
    assert.equal(market(study, "BTC").last.on, "2026-11-09");
  });
});

test("two sources that agree confirm a record at once, whichever came first", async () => {
  for (const first of ["coinbase", "bitstamp"]) {
    const world = quietWorld();
    await inWorld(world, async ({ run }) => {
      await run("fetch");
      const monday = passDay(world);
      // A way up to the record, then the record itself: at both venues.
      const top = Math.max(...[...world.bars.get("BTC")!.values()].map(({ high }) => high));
      const days = sessionsOf(world, "BTC").slice(-28);
      const start = world.bars.get("BTC")!.get(days[0]! - 1)!.close;
      let open = start;
      for (const [k, session] of days.entries()) {
        const close = k === days.length - 1 ? top * 1.004 : start * (top / start) ** ((k + 1) / days.length) * 0.995;
        world.bars.get("BTC")!.set(session, { open, high: Math.max(open, close), low: Math.min(open, close), close, volume: 1e6 });
        open = close;
      }
      world.now = Date.parse(`${monday}T00:00:00Z`) + 25 * HOUR;
      await run(`fetch --source ${first}`);
      const alone = JSON.parse((await run("quarantine --json")).out).bars;
      assert.ok(
        alone.some(({ session, reason }: { session: string; reason: string }) => session === monday && reason.includes("is a record above")),
        "one source alone does not confirm itself",
      );
      await run(`fetch --source ${first === "coinbase" ? "bitstamp" : "coinbase"}`);
      const left = JSON.parse((await run("quarantine --json")).out).bars.filter(({ session }: { session: string }) => session === monday);
      assert.deepEqual(left, []);
      assert.equal(market(studyOf((await run("--json --figures store")).out), "BTC").record.on, monday);
    });
  }
});

test("a hole is filled by the next fetch, whoever left it", async () => {
  const world = quietWorld();
  await inWorld(world, async ({ run }) => {
    await run("fetch --from 2026-10-01");
    const short = await run("together");
    assert.match(flat(short.out), /the history in the store begins later .*: lockstep fetch without --from brings all of it/);
    const whole = await run("fetch");
    assert.match(whole.out, /IWM {2}yahoo:IWM +939 +0 +0 +0/);
    // The confirming venue was asked for forty days only; when the first one fails it is read from the beginning.
    world.instead.set("api.exchange.coinbase.com", { status: 503, body: "" });
    passDay(world);
    assert.match((await run("fetch")).out, /BTC {2}bitstamp:btcusd +[\d,]+ +0 +\d+ +0 /);
  });
});

test("trouble with one market is told, and the others are fetched all the same", async () => {
  const world = quietWorld();
  await inWorld(world, async ({ run }) => {
    await run("fetch");
    passDay(world);
    world.currency.set("SPY", "EUR");
    const { code, out, err } = await run("fetch");
    assert.equal(code, 3);
    assert.match(err, /SPY: yahoo: expected figures in USD, as those held; received EUR/);
    assert.match(err, /expected figures of 7 markets; received none of SPY\n$/);
    assert.match(out, /SLV {2}yahoo:SLV +1 /);
    assert.match(out, /BTC {2}coinbase:BTC-USD +3 /);
  });
});

test("while another process holds the store the screen says so, and what a program reads ends with 3", async () => {
  const world = quietWorld();
  await inWorld(world, async ({ run, data }) => {
    await run("fetch");
    const script = `const { DuckDBInstance } = await import("@duckdb/node-api"); await DuckDBInstance.create(${JSON.stringify(join(data, "lockstep.duckdb"))}); console.log("held"); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", script], { stdio: ["ignore", "pipe", "inherit"] });
    try {
      await once(child.stdout, "data");
      const screen = await run("together");
      assert.equal(screen.code, 0);
      assert.match(flat(screen.out), new RegExp(`OFFLINE — embedded figures end 2026-08-20.*another process \\(${child.pid}\\) holds it`));
      for (const args of ["--json", "records BTC --csv", "lag --figures store", "fetch"]) {
        const { code, out, err } = await run(args);
        assert.deepEqual([code, out], [3, ""], args);
        assert.match(
          err,
          new RegExp(`lockstep\\.duckdb: expected the store for itself; another process \\(${child.pid}\\) holds it: wait until that has ended\n$`),
        );
      }
      const doctor = await run("doctor --offline");
      assert.equal(doctor.code, 0);
      assert.match(flat(doctor.out), /another process .* holds it/);
    } finally {
      child.kill("SIGKILL");
    }
  });
});

test("a decision by hand holds for the value that is held, and is written down", async () => {
  const world = quietWorld();
  await inWorld(world, async ({ run }) => {
    await run("fetch");
    assert.match((await run("quarantine accept yahoo:IWM 2026-11-12")).err, /expected --because and why, for the record/);
    assert.match(
      (await run("quarantine reject yahoo:IWM 2026-11-15 --because x")).err,
      /yahoo:IWM 2026-11-15: expected a session that is held; received one that is not/,
    );
    assert.match((await run("quarantine reject yahoo:NOPE 2026-11-12 --because x")).err, /yahoo:NOPE 2026-11-12: expected a series that the store holds/);
    const rejected = await run("quarantine reject yahoo:IWM 2026-11-12 --because halted");
    assert.equal(rejected.code, 0, rejected.err);
    assert.match(rejected.out, /yahoo:IWM 2026-11-12: final before, quarantined now, by hand/);
    assert.match((await run("quarantine")).out, /2026-11-12 +\S+ {2}rejected by hand\n +rejected by hand|2026-11-12 +\S+ {2}rejected by hand\n +halted/);
    const study = studyOf((await run("--json --figures store --as-of 2026-11-12")).out);
    assert.equal(market(study, "IWM").last.on, "2026-11-11");
    // The next fetch judges anew, and leaves the decision.
    passDay(world);
    await run("fetch");
    assert.equal(market(studyOf((await run("--json --figures store --as-of 2026-11-12")).out), "IWM").last.on, "2026-11-11");
    assert.match((await run("quarantine accept yahoo:IWM 2026-11-12 --because checked")).out, /quarantined before, final now/);
    assert.equal(market(studyOf((await run("--json --figures store --as-of 2026-11-12")).out), "IWM").last.on, "2026-11-12");
  });
});

test("a split re-adjusts the history: all of it is read again, and what was known stays known", async () => {
  const world = quietWorld();
  await inWorld(world, async ({ run }) => {
    await run("fetch");
    const known = new Date(world.now + HOUR).toISOString();
    const before = studyOf((await run("--json --figures store")).out);
    passDay(world);
    for (const [session, { open, high, low, close, volume }] of world.bars.get("IWM")!) {
      world.bars.get("IWM")!.set(session, { open: open / 4, high: high / 4, low: low / 4, close: close / 4, volume: volume * 4 });
    }
    const { out } = await run("fetch");
    assert.match(out, /IWM {2}yahoo:IWM +1 +971 +0 +0/);
    assert.match(out, /yahoo:IWM has re-adjusted its history by a factor of 0\.2500: all of it was read again/);
    const after = studyOf((await run("--json --figures store")).out);
    const [a, b] = [market(before, "IWM"), market(after, "IWM")];
    assert.ok(Math.abs(b.record.value! * 4 - a.record.value!) < 0.02 && b.record.on === a.record.on);
    assert.deepEqual(unsaid(studyOf((await run(`--json --known-at ${known}`)).out)), before);
  });
});

test("dividends become a total return that no later dividend moves", async () => {
  const world = quietWorld();
  world.dividends.set("IWM", new Map([[dayNumber("2026-06-15"), 1.25]]));
  await inWorld(world, async ({ run }) => {
    await run("fetch");
    const one = JSON.parse((await run("records IWM --basis total-return --figures store --json")).out);
    world.dividends.get("IWM")!.set(dayNumber("2026-11-12"), 0.8);
    await run("fetch");
    const two = JSON.parse((await run("records IWM --basis total-return --figures store --json --as-of 2026-11-11")).out);
    assert.deepEqual(
      two.records,
      one.records.filter(({ session }: { session: string }) => session <= "2026-11-11"),
    );
  });
});

test("a source that cannot be reached is told once for every market, the others are stored, and the command says what is lacking", async () => {
  const world = quietWorld();
  world.instead.set("query2.finance.yahoo.com", { status: 429, headers: { "content-type": "text/plain" }, body: "Edge: Too Many Requests" });
  await inWorld(world, async ({ run }) => {
    const { code, out, err } = await run("fetch");
    assert.equal(code, 3);
    assert.match(out, /BTC {2}coinbase:BTC-USD +1,411/);
    assert.match(err, /IWM: yahoo: expected figures; received status 429, .*Too Many Requests/);
    assert.match(err, /expected figures of 7 markets; received none of IWM, SPY, DIA, QQQ, GLD, SLV\n$/);
    // Three tries for the first market, none for the five others.
    assert.equal(world.asked.filter((url) => url.includes("yahoo")).length, 3);
    const doctor = JSON.parse((await run("doctor --offline --json")).out);
    const yahoo = doctor.sources.find(({ id }: { id: string }) => id === "yahoo");
    assert.deepEqual([yahoo.lastSuccess, yahoo.reachable, yahoo.key], [null, null, "none needed"]);
    const coinbase = doctor.sources.find(({ id }: { id: string }) => id === "coinbase");
    assert.ok(coinbase.lastSuccess >= world.now);
  });
});

test("where one source refuses, the next comparable one is asked, and that is said", async () => {
  const world = quietWorld();
  world.instead.set("api.exchange.coinbase.com", { status: 503, headers: { "content-type": "text/html" }, body: "<html><title>Down</title></html>" });
  await inWorld(world, async ({ run }) => {
    const { code, out, err } = await run("fetch");
    assert.equal(code, 0, err);
    assert.match(out, /BTC {2}bitstamp:btcusd +1,411 +0/);
    assert.match(err, /BTC: coinbase: expected JSON; received status 503, a page, "Down"; figures come from bitstamp:btcusd\n/);
    const { inputs } = studyOf((await run("--json --figures store")).out);
    assert.ok(inputs.some(({ file }) => file === "bitstamp:btcusd") && !inputs.some(({ file }) => file.startsWith("coinbase")));
  });
});

test("without a network a fetch ends with 3 and one line a source, and the embedded case is shown as before", async () => {
  const world = quietWorld();
  await inWorld(world, async ({ run }) => {
    for (const host of ["query2.finance.yahoo.com", "api.exchange.coinbase.com", "www.bitstamp.net", "api.kraken.com"])
      world.instead.set(host, { status: 500, body: "" });
    const { code, err } = await run("fetch");
    assert.equal(code, 3);
    assert.match(err, /received none of IWM, SPY, DIA, QQQ, GLD, SLV, BTC/);
    const study = await run("together");
    assert.equal(study.code, 0);
    assert.match(study.out, /OFFLINE — embedded figures end 2026-08-20, \d+ days before today/);
    assert.equal((await run("us-indices")).code, 3);
    assert.match(
      (await run("us-indices")).err,
      /expected figures of SPX, NDX, DJI, RUT; the store holds none and none are embedded: lockstep fetch us-indices brings them/,
    );
    assert.match((await run("us-indices --require-fresh")).err, /lockstep fetch us-indices brings them/);
  });
});

test("stopping a fetch keeps what was acknowledged, and the next one goes on there", async () => {
  const world = quietWorld();
  await inWorld(world, async ({ run }) => {
    const stop = new AbortController();
    const stopAfter = 12;
    const watch = setInterval(() => world.asked.filter((url) => url.includes("coinbase")).length >= stopAfter && stop.abort(), 1);
    const { code, err } = await run("fetch", { signal: stop.signal });
    clearInterval(watch);
    assert.equal(code, 130, err);
    assert.match(err, /stopped; what was acknowledged is stored, and the next fetch goes on there\n$/);
    const stored = [...err.matchAll(/coinbase:BTC-USD +stored to (\S+):/g)].map(([, day]) => day!);
    assert.ok(stored.length >= 1 && stored.length < 5, err);
    world.asked.length = 0;
    const next = await run("fetch");
    assert.equal(next.code, 0, next.err);
    assert.match(next.out, /BTC {2}coinbase:BTC-USD +[\d,]+ +0 +0 +0 {2}2026-11-13/);
    const first = new URL(world.asked.find((url) => url.includes("coinbase"))!).searchParams.get("start")!;
    assert.ok(first.slice(0, 10) > FROM && first.slice(0, 10) <= stored.at(-1)!, first);
  });
});

test("a key is sent, and stands nowhere else: not on the screen, not in the store, not in what is exported", async () => {
  const world = quietWorld();
  const KEY = "k3y0f4ns3cr3tTiingoAccount";
  world.instead.set("query2.finance.yahoo.com", { status: 403, body: "no" });
  world.instead.set("api.tiingo.com", { status: 401, body: JSON.stringify({ detail: `Invalid token. ${KEY}` }) });
  await inWorld(world, async ({ run, data, folder }) => {
    const { out, err } = await run("fetch", { keys: { TIINGO_KEY: KEY } });
    assert.match(err, /IWM: tiingo: .*Invalid token\. \[key\]/);
    await run("export --personal --format csv --out HERE/all");
    const everything = [
      out,
      err,
      ...readdirSync(data).map((name) => readFileSync(join(data, name), "latin1")),
      ...readdirSync(join(folder, "all")).map((name) => readFileSync(join(folder, "all", name), "latin1")),
    ];
    assert.ok(everything.every((text) => !text.includes(KEY)));
  });
});

test("an export makes the same store again; terms are respected unless it is for oneself", async () => {
  const world = quietWorld();
  await inWorld(world, async ({ run, data, folder }) => {
    await run("fetch");
    passDay(world);
    setClose(world, "IWM", "2026-11-12", 123.45);
    await run("fetch");
    const study = (await run("--json --figures store")).out;
    const open = await run("export --out HERE/open");
    assert.match(flat(open.out), /0 observations of 0 series.*Left out, since their terms do not allow passing them on: .*yahoo:IWM/s);
    for (const format of ["parquet", "csv"]) {
      assert.equal((await run(`export --personal --format ${format} --out HERE/${format}`)).code, 0);
      const other = join(folder, `from-${format}`);
      mkdirSync(other);
      const taken = await inFolder(run, `import HERE/${format}`, data, other);
      assert.match(taken, /Restored [\d,]+ observations/);
      assert.equal(await inFolder(run, "--json --figures store", data, other), study);
      await inFolder(run, `export --personal --format csv --out HERE/again-${format}`, data, other);
    }
    for (const name of readdirSync(join(folder, "csv"))) {
      assert.equal(readFileSync(join(folder, "again-csv", name), "utf8"), readFileSync(join(folder, "csv", name), "utf8"), name);
      assert.equal(readFileSync(join(folder, "again-parquet", name), "utf8"), readFileSync(join(folder, "csv", name), "utf8"), name);
    }
    const twice = await run("import HERE/csv");
    assert.deepEqual([twice.code, twice.out], [3, ""]);
    assert.match(twice.err, /expected an empty store to restore into, since what it knew would change/);
    assert.match((await run("export --out HERE/csv")).err, /csv: expected a folder that is not there yet/);
    assert.match(
      (await run("export IWM --out HERE/iwm.csv")).err,
      /expected bars that may be passed on; yahoo:IWM may not: --personal exports them for your own use/,
    );
    const bars = await run("export IWM BTC --personal --out HERE/bars.csv");
    assert.match(bars.out, /Wrote [\d,]+ bars to/);
    assert.match(
      readFileSync(join(folder, "bars.csv"), "utf8"),
      /^symbol,source,unit,rights,date,open,high,low,close,volume\nBTC,coinbase:BTC-USD,USD,personal,2023-01-03,/,
    );
  });
});

/** Runs a command with another data folder in the place of the world's own. */
async function inFolder(
  run: (args: string, changes: { data: string }) => Promise<{ out: string; err: string; code: number }>,
  args: string,
  _own: string,
  data: string,
): Promise<string> {
  const { out, err, code } = await run(args, { data });
  assert.equal(code, 0, err);
  return out;
}

test("a group is built from names, with its sources; any symbol of a source can be a member", async () => {
  const world = quietWorld();
  world.bars.set("SHOP", new Map(world.bars.get("QQQ")));
  await inWorld(world, async ({ run, folder }) => {
    const made = await run("group new gold silver yahoo:SHOP bitcoin --name Mine --leader gold --laggard bitcoin --out HERE/mine.yaml");
    assert.equal(made.code, 0, made.err);
    assert.match(made.out, /GLD +gold +yahoo:GLD, tiingo:GLD, twelvedata:GLD\n/);
    assert.match(made.out, /yahoo:SHOP +SHOP +yahoo:SHOP\n/);
    const text = made.files[`${folder}/mine.yaml`] ?? "";
    assert.match(text, /\nname: Mine\nleader: GLD\nlaggard: BTC\nmembers:\n {2}- GLD\n {2}- SLV\n {2}- yahoo:SHOP\n {2}- BTC\n$/);
    writeFileSync(join(folder, "mine.yaml"), text);
    const { code, out, err } = await run("fetch HERE/mine.yaml");
    assert.equal(code, 0, err);
    assert.match(out, /yahoo:SHOP {2}yahoo:SHOP +971/);
    const study = studyOf((await run("HERE/mine.yaml --json")).out);
    assert.deepEqual(
      study.markets.map(({ id, state }) => [id, state !== "unknown"]),
      [
        ["GLD", true],
        ["SLV", true],
        ["yahoo:SHOP", true],
        ["BTC", true],
      ],
    );
    assert.match((await run("group new gold sliver --name X --out HERE/x.yaml")).err, /received sliver \(did you mean silver\?\)/);
    assert.match((await run("group new gold nosuch:ABC --name X --out HERE/x.yaml")).err, /expected a source \(yahoo, .*\); received nosuch:ABC/);
    assert.match((await run("group new gold yahoo:VOD.L --name X --out HERE/x.yaml")).err, /expected a market whose calendar is known/);
  });
});

test("keys stand in the environment or in a file that only its owner can read", async () => {
  const { keysOf } = await import("../../src/cli/keys.ts");
  const world = inventedWorld("2023-03-01");
  await inWorld(world, async ({ folder }) => {
    const path = join(folder, "keys");
    writeFileSync(path, "# mine\nTIINGO_KEY=abc\n\nFRED_KEY=def\n", { mode: 0o600 });
    assert.deepEqual(
      [keysOf({}, folder)("TIINGO_KEY"), keysOf({ TIINGO_KEY: "env" }, folder)("TIINGO_KEY"), keysOf({}, folder)("STOOQ_KEY")],
      ["abc", "env", undefined],
    );
    chmodSync(path, 0o644);
    assert.throws(() => keysOf({}, folder)("TIINGO_KEY"), /keys: expected a file that only its owner can read \(chmod 600\); received mode 644$/);
    writeFileSync(path, "TIINGO_KEY abc\n");
    chmodSync(path, 0o600);
    assert.throws(
      () => keysOf({}, folder)("TIINGO_KEY"),
      (error: Error) => error.message.endsWith("keys:1: expected NAME=value; received another line") && !error.message.includes("abc"),
    );
  });
});

test("what a command of the store is asked wrongly is said in one line with code 2, without a store with code 3", async () => {
  const world = inventedWorld("2023-03-01");
  await inWorld(world, async ({ run }) => {
    const wrong: [string, RegExp][] = [
      ["fetch --source yaho", /--source: expected a source \(yahoo, .*\); received yaho \(did you mean yahoo\?\)/],
      ["fetch --from 2023-02-30", /--from: expected a day like/],
      ["fetch macro --source coinbase", /expected a source of EFFR, .*; received coinbase/],
      ["fetch nope", /expected a group \(small-caps-and-bitcoin, .*us-indices\) or a group file; received nope/],
      ["import HERE/none.csv --as NOPE", /--as: expected a market .*; received NOPE.*--kind etf, index, stock, future or crypto/],
      ["import HERE/none.csv --as X --kind share", /--kind: expected etf, .*; received share/],
      ["import HERE/none.csv --each", /expected --kind with --each/],
      ["export --format xml", /--format: expected csv or parquet; received xml/],
      ["lag --known-at yesterday", /--known-at: expected a day like 2025-12-11 or a moment like .*; received yesterday/],
      ["lag --known-at 2023-03-02", /--known-at: expected a day before today or a moment up to now, .*; received 2023-03-02/],
      ["lag --known-at 2023-02-01 --figures case", /embedded figures do not say when they were known/],
    ];
    for (const [args, message] of wrong) {
      const { code, out, err } = await run(args);
      assert.deepEqual([code, out], [2, ""], `${args}: ${err}`);
      assert.match(err, message);
      assert.equal(err.trimEnd().split("\n").length, 1);
    }
    for (const args of ["export", "quarantine", "lag --figures store", "lag --known-at 2023-02-28"]) {
      const { code, out, err } = await run(args);
      assert.deepEqual([code, out], [3, ""], args);
      assert.match(err, /expected a store; there is none yet: lockstep fetch or lockstep import makes one\n$/);
    }
  });
});
