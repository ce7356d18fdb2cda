import type { Uniform } from "../src/num/index.ts";
import type { Universe } from "../src/scan/index.ts";
import { levelsOf } from "./walks.ts";

/** What the markets of a simulated universe have in common. */
export interface UniverseOptions {
  markets: number;
  sessions: number;
  common?: readonly [number, number]; // least and greatest share of a market's variance that is the factor's; default none
  links?: number; // pairs 0-1, 2-3, … whose returns beside the factor correlate by LINK; default none
  late?: number; // share of the markets, the first never, that begin in the first four fifths; default none
  apart?: boolean; // the first has no part in the factor
  volatility?: "constant" | "one for all"; // calm and wild times that fall together while the directions stay unrelated; default constant
}

/** Correlation of the returns of linked markets beside the factor. */
export const LINK = 0.6;
const SIGMA = 0.02;
const FIRST = 10_000;

/** A universe of walks without drift, on consecutive days. */
export function universeOf(uniform: Uniform, options: UniverseOptions): Universe {
  const { markets, sessions, common = [0, 0], links = 0, late = 0, apart = false, volatility = "constant" } = options;
  const normal = normalsOf(uniform);
  const factor = Float64Array.from({ length: sessions }, normal);
  const wild = volatility === "constant" ? undefined : wildness(normal, sessions);
  let before = factor;
  return {
    name: "simulated",
    markets: Array.from({ length: markets }, (_, k) => {
      const share = apart && k === 0 ? 0 : common[0] + (markets === 1 ? 0 : ((common[1] - common[0]) * k) / (markets - 1));
      const linked = k % 2 === 1 && k < 2 * links ? LINK : 0;
      const own = Float64Array.from({ length: sessions }, (_, t) => linked * before[t]! + Math.sqrt(1 - linked * linked) * normal());
      before = own;
      const returns = own.map((value, t) => SIGMA * (wild?.[t] ?? 1) * (Math.sqrt(share) * factor[t]! + Math.sqrt(1 - share) * value));
      const begins = uniform() < late && k > 0 ? Math.floor(0.8 * uniform() * sessions) : 0;
      const closes = levelsOf(returns).subarray(begins);
      return { id: `M${String(k).padStart(4, "0")}`, sessions: Int32Array.from(closes, (_, t) => FIRST + begins + t), closes };
    }),
  };
}

/** What all returns of a session are multiplied with: the log walks back to zero within some three months. */
function wildness(normal: () => number, sessions: number): Float64Array {
  let log = 0;
  return Float64Array.from({ length: sessions }, () => {
    log = 0.985 * log + 0.1 * normal();
    return Math.exp(log);
  });
}

/** Standard normal numbers in pairs: a universe takes tens of thousands. */
function normalsOf(uniform: Uniform): () => number {
  let spare = Number.NaN;
  return () => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
