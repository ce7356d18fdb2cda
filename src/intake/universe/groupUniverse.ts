import { Problem } from "../../market/index.ts";
import type { Universe } from "../../scan/universe.ts";
import type { Store } from "../../store/index.ts";
import { figuresOf } from "../figures.ts";
import type { Price } from "./price.ts";

/**
 * The members of a group, their figures chosen as for a study of it.
 *
 * @param group as for `openCase`
 * @throws Problem as {@link figuresOf}; Problem (data) when no member has figures of that price
 */
export async function groupUniverse(group: string | undefined, { store, price }: { store: Store | undefined; price: Price }): Promise<Universe> {
  const { input } = await figuresOf(group, { store, prefer: "fresher" });
  const markets = input.group.members.flatMap((id) => {
    const series = input.markets[id]?.series[price];
    return series ? [{ id, sessions: series.sessions, closes: series.values }] : [];
  });
  if (markets.length === 0) throw new Problem("data", `expected figures of ${input.group.members.join(", ")}; none are held`, input.group.name);
  return { name: input.group.name, markets };
}
