import type { Study } from "../../../study/index.ts";
import type { Section } from "../../document.ts";
import { decimal, percent } from "../../format.ts";
import { below, name, number, prose } from "../../prose.ts";
import { percentCell, rangedCell, wholeCell } from "../cells.ts";

/** How likely a record of the laggard is from where it stands now, whatever the leader does: three rungs, by horizon. */
export function baseRatesSection({ catchUp, group }: Study): Section {
  const { now, laggard } = catchUp;
  const title = "How likely is it anyway?";
  if (!now || laggard === null || now.volatility.value === null) return { id: "base-rates", title, blocks: [] };
  return {
    id: "base-rates",
    title,
    blocks: [
      {
        kind: "table",
        caption: prose`Probability that ${name(laggard)} sets a record within so many days from ${below(now.distance)} below its last one, at a volatility of ${number(now.volatility, percent(now.volatility, { decimals: 0 }))} a year (${number(now.scaled, decimal(now.scaled, { decimals: 1 }))} standard deviations), whatever ${name(group.leader)} does: as a random walk, without drift and with its own so far (a drift of the past is no promise); as it did itself from like states, away from the leader's records; as the other members did. In brackets intervals at the level of nine in ten.`,
        columns: [
          { title: "Days", numeric: true },
          { title: "Random walk", numeric: true },
          { title: "with own drift", numeric: true, secondary: true },
          { title: "Itself in like states", numeric: true },
          { title: "Other members", numeric: true },
        ],
        rows: now.rungs.map((one) => ({
          cells: [wholeCell(one.horizon), percentCell(one.randomWalk), percentCell(one.randomWalkDrift), rangedCell(one.matched), rangedCell(one.peers)],
        })),
      },
    ],
  };
}
