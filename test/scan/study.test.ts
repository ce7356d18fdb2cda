import assert from "node:assert/strict";
import { test } from "node:test";
import { leaderHere } from "../../calibrate/scanHere.ts";
import { SCAN_DEFAULTS, type ScanDefinition } from "../../src/scan/index.ts";
import { founding, foundingStudy, LAST_DAY, seriesIn } from "../case.ts";
import { wasm } from "./invented.ts";

test("a pair on the same sessions has the numbers that its study shows", () => {
  const [leader, laggard] = ["IWM", "SPY"];
  const { highWindow } = founding.group.definitions;
  const group = { ...founding.group, leader, laggard, definitions: { ...founding.group.definitions, basis: "close" as const } };
  const { together } = foundingStudy(LAST_DAY, { group });
  const [clock] = together.clocks;
  const own = [leader, laggard].map((id) => seriesIn(founding.markets, id));
  const begun = Math.max(...own.map(({ sessions }) => sessions[0]!));
  const markets = own.map(({ market, sessions, values }) => {
    const from = sessions.findIndex((session) => session >= begun);
    return { id: market, sessions: sessions.slice(from), closes: values.slice(from) };
  });
  assert.deepEqual(markets[0]!.sessions, markets[1]!.sessions);
  for (const of of ["highs", "lows"] as const) {
    for (const { window, hits, expected, lift, pValue } of clock![of].windows) {
      const definition: Partial<ScanDefinition> = { asOf: LAST_DAY, highWindow, of, window: window.value! };
      const [pair] = leaderHere({ universe: { name: "two", markets }, definition, kernels: wasm }).pairs;
      assert.deepEqual(
        [pair!.hits, pair!.expected, pair!.pValue, pair!.lift, pair!.sessions],
        [hits.value, expected.value, pValue.value, lift.value, clock!.sessions.value],
      );
    }
  }
  assert.equal(SCAN_DEFAULTS.highWindow, highWindow);
});
