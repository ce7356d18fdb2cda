import { dayNumber, type Market, type Markets, Problem, span, toDay } from "../market/index.ts";
import { type Described, describeMarket, openGroup } from "../sources/index.ts";
import type { Store } from "../store/index.ts";
import { LEVEL_OF } from "../study/known.ts";
import type { StudyInput } from "../study/studyInput.ts";
import { type StoredMarket, storedMarket } from "./storedMarket.ts";
import { marketTarget } from "./targets.ts";

/** Where figures may come from: the store where it is fresher than the embedded case, or one of the two whatever their age. */
export type Prefer = "fresher" | "store" | "case";

/** What a study is made from, and where its figures come from. */
export interface Figures {
  input: Omit<StudyInput, "asOf">;
  origin: "store" | "case";
  /** Why not the other one, where that is worth saying. */
  note?: string;
}

/** What figures are chosen by. */
export interface FiguresAsk {
  store: Store | undefined;
  prefer: Prefer;
  /** Only what the store knew at this instant: ms since 1970 UTC. What is embedded does not say when it was known, so that only the store is asked. */
  knownAt?: number | undefined;
  /** The store as it stood at this instant, chosen from as if it were now: what is made from it can be made again when the store has gone on. */
  readAt?: number | undefined;
}

/**
 * A group with its figures: those of the store when it holds leader and laggard and is fresher than what is embedded, else the embedded
 * ones. Never a market from here and another from there: what the chosen one lacks is unknown.
 *
 * @param group as for `openCase`
 * @throws Problem (data) when the store was asked for and holds nothing of the group
 *
 * @example
 * import { figuresOf } from "lockstep/figures";
 * import { study } from "lockstep/study";
 * const { input, origin } = await figuresOf("small-caps-and-bitcoin", { store: undefined, prefer: "fresher" });
 * origin; // => "case"
 * study({ ...input, asOf: "2025-12-11" }).outOfStep.market; // => "BTC"
 */
export async function figuresOf(group: string | undefined, { store, prefer, knownAt, readAt }: FiguresAsk): Promise<Figures> {
  const open = openGroup(group);
  const embedded = () => open.embedded();
  if (prefer === "case") return { input: embedded(), origin: "case" };
  const described = [...open.members, ...open.variants];
  const stored = store ? await storedMarkets(store, described, { knownAt, readAt }) : new Map<string, StoredMarket>();
  const markets = Object.fromEntries([...stored].map(([id, { market }]) => [id, market]));
  const left = [...stored.values()].flatMap((one) => one.left);
  const { leader, laggard, members } = open.group;
  const fromStore = (): Figures => ({
    input: { group: open.group, markets, inputs: [...stored.values()].flatMap(({ inputs }) => inputs) },
    origin: "store",
    ...noteOf([
      ...left.map(({ source, why }) => `${source} is not used (${why})`),
      ...open.variants.flatMap(({ instrument: { id, name } }) =>
        stored.has(id) ? [] : [`the store does not hold ${id} (${name}), so that what hangs on that clock is not said`],
      ),
    ]),
  });
  if (prefer === "store" || knownAt !== undefined) {
    if (stored.size > 0) return fromStore();
    throw new Problem(
      "data",
      `expected figures of ${members.join(", ")} in the store${knownAt === undefined ? "" : ` as known at ${new Date(knownAt).toISOString()}`}; none are held: lockstep fetch brings them`,
    );
  }
  const pair = laggard === undefined ? [leader] : [leader, laggard];
  const lacking = pair.filter((id) => !stored.has(id));
  // What is embedded stands for the group only when every member is.
  if (!open.members.every((one) => one.embedded)) {
    if (stored.size > 0) return fromStore();
    if (open.members.some((one) => one.embedded)) return { input: embedded(), origin: "case" };
    throw new Problem(
      "data",
      `expected figures of ${members.join(", ")}; the store holds none and none are embedded: lockstep fetch ${group ?? ""} brings them`.replace("  ", " "),
    );
  }
  const held = embedded();
  if (stored.size === 0) return { input: held, origin: "case" };
  if (lacking.length > 0) return { input: held, origin: "case", note: `the store holds no figures of ${lacking.join(" or ")}` };
  const older = pair.filter((id) => lastOf(markets, [id]) <= lastOf(held.markets, [id]));
  if (older.length > 0)
    return { input: held, origin: "case", note: `the store is no fresher (${older.map((id) => `${id} to ${toDay(lastOf(markets, [id]))}`).join(", ")})` };
  const shorter = pair.filter((id) => firstOf(markets, id) > firstOf(held.markets, id) + SHORTER);
  if (shorter.length > 0) {
    const begin = shorter.map((id) => `${id} on ${toDay(firstOf(markets, id))}`).join(", ");
    return {
      input: held,
      origin: "case",
      note: `the history in the store begins later (${begin}), so that its records would be others: lockstep fetch without --from brings all of it`,
    };
  }
  return fromStore();
}

function noteOf(notes: readonly string[]): { note?: string } {
  return notes.length === 0 ? {} : { note: notes.join("; ") };
}

/** Sessions that a history in the store may begin after the embedded one: no record of later years hangs on them. */
const SHORTER = 31; // days

/**
 * One market of a group by its id or one of its names, with its figures: chosen as {@link figuresOf} chooses.
 *
 * @throws Problem (usage) when no market has that name; Problem (data) when no figures of it are held
 *
 * @example
 * import { marketFigures } from "lockstep/figures";
 * const { market } = await marketFigures("bitcoin", undefined, { store: undefined, prefer: "case" });
 * market.instrument.id; // => "BTC"
 */
export async function marketFigures(
  market: string,
  group: string | undefined,
  { store, prefer, knownAt, readAt }: FiguresAsk,
): Promise<{ market: Market; origin: "store" | "case" }> {
  const { id, described, embedded } = describeMarket(market, group);
  const stored = store && prefer !== "case" ? (await storedMarkets(store, [described], { knownAt, readAt })).get(id)?.market : undefined;
  const own = prefer === "store" || knownAt !== undefined ? undefined : embedded();
  const fresher =
    stored && (!own || (lastOf({ [id]: stored }, [id]) > lastOf({ [id]: own }, [id]) && firstOf({ [id]: stored }, id) <= firstOf({ [id]: own }, id) + SHORTER));
  if (fresher) return { market: stored, origin: "store" };
  if (own) return { market: own, origin: "case" };
  throw new Problem(
    "data",
    `expected figures of ${id}; ${store ? "the store holds none" : "there is no store"}${described.embedded ? "" : " and none are embedded"}: lockstep fetch brings them`,
  );
}

async function storedMarkets(store: Store, described: readonly Described[], view: Pick<FiguresAsk, "knownAt" | "readAt">): Promise<Map<string, StoredMarket>> {
  return store.read(async (sql) => {
    const found = new Map<string, StoredMarket>();
    for (const one of described) {
      const stored = await storedMarket(sql, one.instrument, marketTarget(one), view);
      if (stored) found.set(one.instrument.id, stored);
    }
    return found;
  });
}

function lastOf(markets: Markets, ids: readonly string[]): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...ids.flatMap((id) => spanOf(markets, id)?.to ?? []));
}

function firstOf(markets: Markets, id: string): number {
  return spanOf(markets, id)?.from ?? Number.POSITIVE_INFINITY;
}

function spanOf(markets: Markets, id: string): { from: number; to: number } | undefined {
  const series = markets[id]?.series[LEVEL_OF.close];
  const held = series && span(series);
  return held && { from: dayNumber(held.from), to: dayNumber(held.to) };
}
