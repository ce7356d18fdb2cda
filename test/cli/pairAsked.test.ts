import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { withFigures } from "../../src/cli/figureSession.ts";
import { pairAsked, pairNames } from "../../src/cli/pairAsked.ts";
import { toDay } from "../../src/market/index.ts";
import { standings } from "../../src/study/index.ts";
import { founding } from "../case.ts";
import { inScanWorld, type ScanWorld } from "./scanEffects.ts";

const asked = ({ effects }: ScanWorld, text: string, universe?: string) =>
  withFigures({}, effects(), (session) => {
    const names = pairNames(text);
    assert.ok(names);
    return pairAsked(names, session, universe);
  });

test("NAME,NAME is a pair; a group, a file and a list of three are none", async () => {
  assert.deepEqual(pairNames("IWM,BTC"), ["IWM", "BTC"]);
  assert.deepEqual(pairNames("small caps, bitcoin"), ["small caps", "bitcoin"]);
  assert.deepEqual(["small-caps-and-bitcoin", "a,b,c", "a,", ",b", "", undefined].map(pairNames), [
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  await inScanWorld(async ({ folder }) => {
    writeFileSync(join(folder, "a,b"), "");
    assert.equal(pairNames(join(folder, "a,b")), undefined);
  });
});

test("two known markets by any of their names: the first leads, figures as a group of them would have", async () => {
  await inScanWorld(async (world) => {
    const { input, origin } = await asked(world, "small caps,bitcoin");
    assert.deepEqual([input.group.leader, input.group.laggard, input.group.members, origin], ["IWM", "BTC", ["IWM", "BTC"], "case"]);
    const alike = Object.keys(input.markets);
    assert.deepEqual(alike, ["IWM", "BTC", "BTC-NY16"], "with the other clock of bitcoin");
    for (const id of alike) assert.deepEqual(input.markets[id], founding.markets[id]);
    assert.deepEqual(
      input.inputs?.map(({ file }) => file),
      alike.map((id) => `small-caps-and-bitcoin/${id}.csv`),
    );
    const whole = standings({ ...founding, asOf: "2025-12-11" });
    const pair = standings({ ...input, asOf: "2025-12-11" });
    for (const id of ["IWM", "BTC"]) {
      assert.deepEqual(
        pair.markets.find((one) => one.id === id),
        whole.markets.find((one) => one.id === id),
      );
    }
    await assert.rejects(asked(world, "IWM,bitcoyn"), { kind: "usage", message: /received bitcoyn \(did you mean bitcoin\?\)/ });
    await assert.rejects(asked(world, "IWM,small caps"), { kind: "usage", message: /expected two markets; received IWM twice/ });
    await assert.rejects(asked(world, "ETH,IWM"), { kind: "data", message: /expected figures of ETH; none are embedded/ });
  });
});

test("two markets of a universe: one with weekends never closes, the other is of an exchange; names are the file's own", async () => {
  await inScanWorld(async (world) => {
    // Day 18262 is Wednesday, 2020-01-01: two weeks with weekends, and the weekdays of them.
    const days = Array.from({ length: 14 }, (_, k) => 18_262 + k);
    const weekdays = days.filter((day) => (day + 3) % 7 < 5);
    const row = (id: string) => (day: number) => `${id},${toDay(day)},${100 + day - 18_262}`;
    const path = join(world.folder, "prices.csv");
    writeFileSync(
      path,
      `symbol,date,close\n${[...days.map(row("BTC")), ...weekdays.map(row("ACME")), ...weekdays.slice(0, 2).map(row("TWICE")), row("TWICE")(18_262)].join("\n")}\n`,
    );
    const { input } = await asked(world, "acme,BTC", path);
    assert.deepEqual([input.group.leader, input.group.laggard], ["ACME", "BTC"]);
    const kinds = Object.values(input.markets).map(({ instrument: { id, kind, calendar, name } }) => [id, kind, calendar, name]);
    assert.deepEqual(kinds, [
      ["ACME", "stock", "XNYS", "ACME"],
      ["BTC", "crypto", "24/7", "BTC"],
    ]);
    assert.equal(input.markets.BTC?.series.close?.values.at(-1), 113);
    await assert.rejects(asked(world, "ACMI,BTC", path), {
      kind: "usage",
      message: /expected a market of the universe; received ACMI \(did you mean ACME\?\)/,
    });
    await assert.rejects(asked(world, "ACME,TWICE", path), { kind: "data", message: /days must ascend; received 2020-01-01 after 2020-01-01/ });
    const known = await asked(world, "GLD,SLV", "small-caps-and-bitcoin");
    assert.equal(known.input.markets.GLD?.instrument.kind, "etf");
  });
});
