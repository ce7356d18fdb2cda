import type { World } from "../../../src/claims/check/world.ts";
import type { Claim, ClaimKind, ClaimOf, Subject, Subjects } from "../../../src/claims/claim.ts";
import type { Period, Quantity } from "../../../src/claims/mention.ts";
import { type Markets, type Series, through } from "../../../src/market/index.ts";
import { founding } from "../../case.ts";

/** The founding case on the day of the founding article. */
export function worldOn(published: string, markets: Markets = founding.markets): World {
  return { group: founding.group, markets, macro: founding.macro, published };
}

export const PUBLISHED = "2025-12-12";

/** Subjects by their ids, as an article that says "bitcoin" or "IWM" names them. */
export function of(...ids: string[]): Subjects {
  return { of: ids.map((id): Subject => ({ name: id, candidates: [id], as: id.startsWith("BTC") ? "market" : "fund" })), kind: false };
}

/** Subjects of which each must agree: "metals". */
export function kindOf(...ids: string[]): Subjects {
  return { ...of(...ids), kind: true };
}

export function number(value: number, unit: Quantity["unit"], step: number, rest: Partial<Quantity> = {}): Quantity {
  return { kind: "quantity", from: 0, to: 0, value, unit, step, bound: "exact", ...rest };
}

export function days(first: string, last: string, precision: Period["precision"], rest: Partial<Period> = {}): Period {
  return { kind: "period", from: 0, to: 0, first, last, precision, relation: "in", future: false, ...rest };
}

export const day = (on: string): Period => days(on, on, "day");

/** A claim of a kind, with what its type needs beside what is asked about. */
export function claimOf<K extends ClaimKind>(kind: K, said: Omit<ClaimOf<K>, "kind" | "from" | "to" | "sentence">): ClaimOf<K> {
  return { kind, from: 0, to: 0, sentence: 0, ...said } as unknown as Claim as ClaimOf<K>;
}

/** Markets with each series changed. */
export function changed(markets: Markets, change: (series: Series) => Series): Markets {
  return Object.fromEntries(
    Object.entries(markets).map(([id, market]) => [
      id,
      { ...market, series: Object.fromEntries(Object.entries(market.series).map(([field, series]) => [field, change(series)])) },
    ]),
  );
}

/** Markets with nothing after a day. */
export function cutAfter(markets: Markets, last: number): Markets {
  return changed(markets, (series) => ({ ...through(series, last) }));
}
