import { laggardPath, leaderShift } from "../src/lag/index.ts";
import { coincidence, leadLag } from "../src/lockstep/index.ts";
import { align, gaugeOf, heldMarket, toSeries } from "../src/market/index.ts";
import { logReturns, seeded, windowRecords } from "../src/num/index.ts";
import { openCase } from "../src/sources/index.ts";
import { YEAR } from "./coincidences.ts";
import { plainLeadLag } from "./leadLags.ts";
import { type Row, type Run, SEED, Tally } from "./tally.ts";
import { levelsOf, rotated } from "./walks.ts";

const PAIRS = [
  ["IWM", "BTC"],
  ["SPY", "BTC"],
  ["QQQ", "GLD"],
  ["SPY", "IWM"],
  ["DIA", "SLV"],
] as const;
const BELOW = 0.2;
const DAYS = 180;
// Each p-value of lead and lag costs the square of the sessions.
const LEAD_LAG_SHARE = 4;

/** The printed tests on real returns whose relation was destroyed: one market moved around the circle, or its signs drawn anew. */
export function realSeries({ replications, stream, progress }: Run): Row[] {
  const uniform = seeded(SEED, stream);
  const tally = new Tally("real series");
  const markets = openCase().markets;
  for (const [leader, laggard] of PAIRS) {
    const { sessions, a, b } = sharedReturns(markets, leader, laggard);
    const length = sessions.length;
    const own = levelsOf(b);
    const events = after(windowRecords(own, { window: YEAR }));
    const gauge = gaugeOf(toSeries({ market: laggard, field: "close", unit: "index", source: "rebuilt", sessions, values: own }));
    const path = laggardPath(gauge, { sessionsPerYear: YEAR });
    const circle = { sessions: sessions.slice(YEAR), below: -Math.log1p(-BELOW), until: sessions.at(-1)! };
    for (let run = 0; run < replications; run++) {
      const moved = rotated(a, 1 + Math.floor(uniform() * (length - 1)));
      const highs = after(windowRecords(levelsOf(moved), { window: YEAR }));
      const cell = (statistic: string) => ({ statistic, setting: `${leader} moved against ${laggard}`, truth: "null", by: "product" }) as const;
      if (highs.length > 0) {
        for (const window of [0, 5, 20]) {
          tally.test(cell(`coincidence of 252-session highs, window ${window}`), coincidence({ a: highs, b: events, sessions: length - YEAR, window }).pValue);
        }
        tally.test(cell(`leader shifted, ${DAYS} days`), leaderShift({ path, ...circle, highs, days: DAYS })?.pValue);
      }
      if (run % LEAD_LAG_SHARE > 0) continue;
      tally.test(cell("lead and lag"), leadLag({ a: moved, b, maxLag: 10 })?.pValue);
      // Signs drawn anew leave the days of high volatility where both have them.
      const signed = a.map((value) => (uniform() < 0.5 ? value : -value));
      const where = { setting: `${leader} with signs drawn anew against ${laggard}`, truth: "null" } as const;
      tally.test({ ...where, statistic: "lead and lag", by: "product" }, leadLag({ a: signed, b, maxLag: 10 })?.pValue);
      tally.test({ ...where, statistic: "lead and lag, plain correlation", by: "comparison" }, plainLeadLag(signed, b));
    }
    progress(`real series: ${leader} and ${laggard}`);
  }
  return tally.rows;
}

/** Returns of both from one shared session to the next. */
function sharedReturns(
  markets: ReturnType<typeof openCase>["markets"],
  leader: string,
  laggard: string,
): { sessions: number[]; a: Float64Array; b: Float64Array } {
  const columns = [leader, laggard].map((id) => {
    const close = heldMarket(markets, id)?.series.close;
    if (!close) throw new Error(`no close of ${id}`);
    return { market: id, clock: "close", sessions: close.sessions, values: close.values };
  });
  const [first, second] = columns as [(typeof columns)[0], (typeof columns)[0]];
  const { frame } = align({ calendar: leader, sessions: first.sessions }, [first, second]);
  const [one, other] = frame.columns.map(({ values }) => values) as [Float64Array, Float64Array];
  const held = [...frame.sessions.keys()].filter((i) => !Number.isNaN(one[i]) && !Number.isNaN(other[i]));
  const returnsOf = (values: Float64Array) => logReturns(held.map((i) => values[i]!)).slice(1);
  return { sessions: held.slice(1).map((i) => frame.sessions[i]!), a: returnsOf(one), b: returnsOf(other) };
}

function after(events: readonly number[]): number[] {
  return events.filter((at) => at >= YEAR).map((at) => at - YEAR);
}
