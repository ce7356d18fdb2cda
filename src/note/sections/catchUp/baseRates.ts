import type { Study } from "../../../study/index.ts";
import type { Section } from "../../document.ts";
import { decimal, percent, percentRange, whole } from "../../format.ts";
import { below, name, number, prose } from "../../prose.ts";

/** How likely a record of the laggard is from where it stands now, whatever the leader does: three rungs, by horizon. */
export function baseRatesSection({ catchUp, group }: Study): Section {
  const { now, laggard } = catchUp;
  const title = "How likely is it anyway?";
  if (!now || laggard === null || now.volatility.value === null) return { id: "base-rates", title, blocks: [] };
  const cell = (measure: typeof now.distance) => prose`${number(measure, measure.value === null ? "\u2013" : percent(measure, { decimals: 0 }))}`;
  const ranged = (measure: typeof now.distance) =>
    prose`${number(measure, measure.value === null ? "\u2013" : `${percent(measure, { decimals: 0 })} (${percentRange(measure)})`)}`;
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
          cells: [prose`${number(one.horizon, whole(one.horizon))}`, cell(one.randomWalk), cell(one.randomWalkDrift), ranged(one.matched), ranged(one.peers)],
        })),
      },
    ],
  };
}
