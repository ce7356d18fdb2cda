import { align, clockText, type Day, dayNumber, type Gauge, heldMarket, type Markets, sinceSession, toDay } from "../market/index.ts";
import { provenance } from "./measures.ts";
import type { Pair } from "./pair.ts";
import type { Study } from "./schema.ts";

const BASE = 100;

/** The levels of leader and laggard since `shownFrom`, at the sessions of the leader, each over its own on the first that both hold. */
export function rebasedOf(pair: Pair, markets: Markets, { asOf, shownFrom }: { asOf: Day; shownFrom: Day }): Study["rebased"] {
  if (!pair.known || pair.laggard === null) return { base: BASE, from: null, sessions: [], columns: [] };
  const sides: [string, Gauge][] = [
    [pair.leader, pair.known.leader],
    [pair.laggard, pair.known.laggard],
  ];
  const { calendar } = heldMarket(markets, pair.leader)!.instrument;
  const { sessions } = sinceSession(pair.known.leader.level, dayNumber(shownFrom));
  const { frame, dropped } = align(
    { calendar: `${pair.leader} (${calendar})`, sessions },
    sides.map(([, { level }]) => ({ ...level, clock: "" })),
  );
  const first = [...sessions.keys()].find((k) => frame.columns.every(({ values }) => !Number.isNaN(values[k])));
  if (first === undefined) return { base: BASE, from: null, sessions: [], columns: [] };
  const from = toDay(sessions[first]!);
  return {
    base: BASE,
    from,
    sessions: [...sessions.subarray(first)].map(toDay),
    columns: sides.map(([market, { level }], k) => {
      const values = frame.columns[k]!.values.subarray(first);
      const clock = clockText(heldMarket(markets, market)!.instrument.close);
      return {
        market,
        clock,
        values: Array.from(values, (value) => (Number.isNaN(value) ? null : Number(((BASE * value) / values[0]!).toPrecision(6)))),
        ...provenance(
          {
            unit: "index",
            asOf,
            method: "rebased",
            definition: `level at ${clock} over that of ${from}, times ${BASE}, in six significant digits, taken at the sessions of ${pair.leader}`,
          },
          [level],
          dropped.filter((one) => one.market === market),
        ),
      };
    }),
  };
}
