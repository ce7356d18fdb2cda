import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import type { Figures } from "../intake/figures.ts";
import { type Market, type Markets, Problem } from "../market/index.ts";
import { describeMarket, knownMarkets } from "../sources/case.ts";
import type { FigureSession } from "./figureSession.ts";
import { barsNamed, isOfKnown, pairGroup, pairOfBars } from "./pairOfBars.ts";

/**
 * The two names of `IWM,BTC`; undefined where an argument is no such pair, or the name of a file.
 */
export function pairNames(text: string | undefined): [string, string] | undefined {
  if (text === undefined || existsSync(text)) return undefined;
  const [first, second, ...more] = text.split(",").map((one) => one.trim());
  return first && second && more.length === 0 ? [first, second] : undefined;
}

/**
 * Two markets as a group with its figures, the first of them the leader: known ones, with their other clocks, from the store or as they are embedded, all from
 * the same place; or those of a universe.
 *
 * @param universe as `lockstep scan` takes it
 * @throws Problem (usage) when a market is not known; Problem (data) when figures of one are not held
 */
export async function pairAsked([first, second]: readonly [string, string], session: FigureSession, universe?: string): Promise<Figures> {
  const { held, unread } = session;
  if (universe !== undefined) {
    const { readUniverse } = await import("../intake/universe.ts");
    const { name, markets } = await readUniverse(universe, { store: held?.store });
    const pair = pairOfBars(barsNamed(markets, first), barsNamed(markets, second), { source: name, known: isOfKnown(universe) });
    return { input: { ...pair, inputs: inputsOf(pair.markets) }, origin: "case" };
  }
  const ids = [describeMarket(first).id, describeMarket(second).id] as const;
  const group = pairGroup(...ids);
  const { markets, origin } = held ? await heldAlike(ids, held) : { markets: embedded(ids), origin: "case" as const };
  return { input: { group, markets, inputs: inputsOf(markets) }, origin, ...(unread === undefined ? {} : { note: unread }) };
}

type Held = NonNullable<FigureSession["held"]>;

/** Both markets from the store, or both as they are embedded: never one from here and the other from there. */
async function heldAlike(ids: readonly [string, string], held: Held): Promise<{ markets: Markets; origin: "store" | "case" }> {
  for (const prefer of [held.prefer, "store", "case"] as const) {
    const found = await tried(() => figuresBy(ids, { ...held, prefer }), prefer === held.prefer && held.prefer !== "fresher");
    if (found?.every(({ origin }) => origin === found[0]?.origin)) {
      const { origin } = found[0]!;
      const clocks = await Promise.all(clocksOf(ids).map((id) => tried(() => figuresBy([id], { ...held, prefer: origin }))));
      return { markets: byId([...found, ...clocks.flatMap((one) => one ?? [])].map(({ market }) => market)), origin };
    }
  }
  throw new Problem("data", `expected figures of ${ids.join(" and ")} in one place, the store or embedded; received none of both: lockstep fetch brings them`);
}

async function figuresBy(ids: readonly string[], held: Held): Promise<{ market: Market; origin: "store" | "case" }[]> {
  const { marketFigures } = await import("../intake/figures.ts");
  const found: { market: Market; origin: "store" | "case" }[] = [];
  for (const id of ids) found.push(await marketFigures(id, undefined, held));
  return found;
}

/** What work finds; undefined where figures are not held, unless it must find some. */
async function tried<T>(work: () => Promise<T>, must = false): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (must || !(error instanceof Problem)) throw error;
    return undefined;
  }
}

function embedded(ids: readonly [string, string]): Markets {
  const both = ids.map((id) => {
    const market = describeMarket(id).embedded();
    if (!market) throw new Problem("data", `expected figures of ${id}; none are embedded, and there is no store: lockstep fetch brings them`);
    return market;
  });
  return byId([...both, ...clocksOf(ids).flatMap((id) => describeMarket(id).embedded() ?? [])]);
}

/** The markets that are other clocks of some. */
function clocksOf(ids: readonly string[]): string[] {
  return knownMarkets().flatMap(({ instrument: { id, variantOf } }) => (variantOf !== undefined && ids.includes(variantOf) ? [id] : []));
}

function byId(markets: readonly Market[]): Markets {
  return Object.fromEntries(markets.map((market) => [market.instrument.id, market]));
}

/** Where figures came from, with the hash of what was used. */
function inputsOf(markets: Markets): NonNullable<Figures["input"]["inputs"]> {
  return Object.values(markets).map(({ instrument: { id }, series }) => {
    const hash = createHash("sha256");
    for (const one of Object.values(series)) hash.update(one.field).update(one.sessions).update(one.values);
    const [source = id] = Object.values(series).map((one) => one.source);
    return { file: source.includes(id) ? source : `${source} ${id}`, sha256: hash.digest("hex") };
  });
}
