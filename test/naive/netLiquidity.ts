import type { LiquidityReadings } from "../../src/liquidity/index.ts";
import type { Reading } from "../../src/market/index.ts";

/** Net liquidity by looking up every day in turn; readings in dollars, a daily account. */
export function naiveNetLiquidity({ assets, treasuryAccount, reverseRepo }: LiquidityReadings): { day: number; net: number; changes: number[] }[] {
  const on = ({ sessions, values }: Reading, day: number) => {
    for (let i = 0; i < sessions.length; i++) if (sessions[i] === day) return values[i]!;
    return Number.NaN;
  };
  const before = (reading: Reading, day: number) => [0, 1, 2, 3, 4].map((back) => on(reading, day - back)).find((value) => !Number.isNaN(value)) ?? Number.NaN;
  const netOn = (day: number) => on(assets, day) - before(treasuryAccount, day) - before(reverseRepo, day);
  return [...assets.sessions].map((day) => ({ day, net: netOn(day), changes: [28, 91, 364].map((back) => netOn(day) - netOn(day - back)) }));
}
