// The full bars, imported through the gate into a store, must tell the same story as the embedded figures that were measured from them. Those
// bars may not be part of the project.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Study } from "../../src/study/index.ts";
import { cliWith } from "../cli/cli.ts";
import { inWorld } from "../cli/worldCli.ts";
import { inventedWorld } from "../fixtures/world.ts";

const PRICES = fileURLToPath(new URL("../../../shared/data/prices/", import.meta.url));
const skip = existsSync(PRICES) ? false : "the full price series, which are no part of the project, are absent";
const FUNDS = ["IWM", "SPY", "DIA", "QQQ", "GLD", "SLV"];

/** What a study says that does not hang on the last digits of a level. */
const told = ({ markets, cases, outOfStep, catchUp }: Study) => ({
  markets: markets.map(({ id, state, record, records, sessionsSince, historyFrom }) => ({
    id,
    state,
    recordOn: record.on,
    records: records.value,
    sessionsSince: sessionsSince.value,
    historyFrom,
  })),
  cases: cases.list.map(({ onset, resolution, resolvedOn, sessions }) => ({ onset, resolution, resolvedOn, sessions: sessions.value })),
  outOfStep,
  evidence: catchUp.verdict.evidence,
});

test("the full bars, imported, give the study of the embedded case; bad ticks are quarantined and no other bar", { skip }, async () => {
  await inWorld(inventedWorld("2023-03-01"), async ({ data }) => {
    const run = async (args: string[]) => {
      const outcome = await cliWith(args, { data });
      assert.equal(outcome.code, 0, outcome.err);
      return outcome.out;
    };
    for (const id of FUNDS) {
      const imported = JSON.parse(await run(["import", `${PRICES}${id}.csv`, "--as", id, "--json"]));
      assert.deepEqual([imported.quarantined, imported.missing, imported.restated], [0, 0, 0], `${id}: crashes are no bad ticks, and no session lacks a bar`);
    }
    await run(["import", `${PRICES}BTC_USD.csv`, "--as", "BTC", "--json"]);
    const { bars } = JSON.parse(await run(["quarantine", "--json"]));
    const sessions = bars.map(({ session }: { session: string }) => session);
    // Named as a bad tick by those who keep the series: the close of 2021-12-14, 46,612.63, when other venues closed at 48,367.
    assert.ok(sessions.includes("2021-12-14"));
    assert.ok(sessions.length <= 15, `${sessions.length} bars`);
    for (const day of ["2025-12-11", "2026-08-20"]) {
      const studies = await Promise.all(
        ["store", "case"].map(async (which) => told(JSON.parse(await run(["--json", "--figures", which, "--as-of", day])) as Study)),
      );
      assert.deepEqual(studies[0], studies[1], day);
    }
  });
});
