import { Problem } from "../../market/index.ts";
import type { SyntheticOptions } from "../../scan/syntheticUniverse.ts";

const SHAPE = /^synthetic:(\d{1,6})x(\d{1,6})(?::(\d{1,9}))?$/;

/**
 * What `synthetic:2000x5000:7` asks for: markets, sessions and seed (1 where none is given); undefined for a name of another kind.
 *
 * @throws Problem (usage) when the name begins so and goes on otherwise
 */
export function syntheticAsked(where: string): SyntheticOptions | undefined {
  if (!where.startsWith("synthetic:")) return undefined;
  const [, markets, sessions, seed = "1"] = SHAPE.exec(where) ?? [];
  if (Number(markets) >= 1 && Number(sessions) >= 1) return { markets: Number(markets), sessions: Number(sessions), seed: Number(seed) };
  throw new Problem("usage", `expected markets, sessions and a seed as synthetic:2000x5000:7; received ${where}`);
}
