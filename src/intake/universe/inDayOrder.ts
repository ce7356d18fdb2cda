import type { MarketBars } from "../../scan/universe.ts";

/** Puts the bars of a market into the order of their days, in place; those of one day stay beside each other, in the order in which they came. */
export function inDayOrder({ sessions, closes }: Pick<MarketBars, "sessions" | "closes">): void {
  if (sessions.every((session, i) => i === 0 || session >= sessions[i - 1]!)) return;
  const order = Array.from(sessions.keys()).sort((a, b) => sessions[a]! - sessions[b]! || a - b);
  const [days, prices] = [sessions.slice(), closes.slice()];
  for (const [i, from] of order.entries()) {
    sessions[i] = days[from]!;
    closes[i] = prices[from]!;
  }
}
