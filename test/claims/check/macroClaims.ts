import type { World } from "../../../src/claims/check/world.ts";
import type { ClaimKind, ClaimOf, Subject } from "../../../src/claims/claim.ts";
import type { Period, Quantity } from "../../../src/claims/mention.ts";
import { type Day, dayNumber, type Markets, through } from "../../../src/market/index.ts";
import type { MacroFigures } from "../../../src/study/index.ts";
import { founding } from "../../case.ts";

export const PUBLISHED = "2025-12-12";

const { group, markets, macro } = founding;

/** The founding case on a day of publication, with some of its macro figures changed. */
export function worldOf(published: Day = PUBLISHED, changes: Partial<MacroFigures> = {}): World {
  return { group, markets, macro: { ...macro, ...changes }, published };
}

/** The same without everything that is dated after the publication. */
export function stopped({ markets, macro, published, ...rest }: World): World {
  const end = dayNumber(published);
  const until = <T extends { day: Day }>(all: readonly T[]) => all.filter(({ day }) => day <= published);
  const cut: Markets = Object.fromEntries(
    Object.entries(markets).map(([id, { instrument, series }]) => [
      id,
      { instrument, series: Object.fromEntries(Object.entries(series).map(([field, one]) => [field, through(one, end)])) },
    ]),
  );
  const readings = Object.entries(macro.readings).map(([id, one]) => {
    const kept = one.sessions.filter((session) => session <= end).length;
    return [id, { ...one, sessions: one.sessions.subarray(0, kept), values: one.values.subarray(0, kept) }];
  });
  return {
    ...rest,
    published,
    markets: cut,
    macro: {
      readings: Object.fromEntries(readings),
      curves: until(macro.curves),
      operations: until(macro.operations),
      forecasts: until(macro.forecasts),
    },
  };
}

export function quantity(value: number, unit: Quantity["unit"], step: number, more: Partial<Quantity> = {}): Quantity {
  return { kind: "quantity", from: 0, to: 1, value, unit, step, bound: "exact", ...more };
}

export function period(first: Day, last: Day, precision: Period["precision"], more: Partial<Period> = {}): Period {
  return { kind: "period", from: 0, to: 1, first, last, precision, relation: "in", future: false, ...more };
}

export function on(day: Day, more: Partial<Period> = {}): Period {
  return period(day, day, "day", more);
}

const NOTHING_SAID: { [K in ClaimKind]?: Partial<ClaimOf<K>> } = {
  policyMove: { size: null, range: null, on: null, count: null },
  cutsPriced: { size: null, probability: null, by: null },
  programme: { begins: null },
  purchase: { on: null, first: false },
  earnings: { year: null },
  opinion: { level: null, by: null },
};

/** A claim of a kind of which only this is said. */
export function said<K extends ClaimKind>(kind: K, parts: Partial<ClaimOf<K>>): ClaimOf<K> {
  return { from: 0, to: 1, sentence: 0, ...NOTHING_SAID[kind], kind, ...parts } as unknown as ClaimOf<K>;
}

export function subject(name: string, ...candidates: string[]): { of: Subject[]; kind: boolean } {
  return { of: [{ name, candidates, as: "market" }], kind: false };
}
