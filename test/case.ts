import type { Field, Market, Markets } from "../src/market/index.ts";
import { type OpenCase, openCase } from "../src/sources/index.ts";
import { type Study, study } from "../src/study/index.ts";

/** The founding case, read once. */
export const founding: OpenCase = openCase();

export const ARTICLE_DAY = "2025-12-11";
export const LAST_DAY = "2026-08-20";

const unchanged = new Map<string, Study>();

/** The founding case's study as of a day; without changes each day is studied once. */
export function foundingStudy(asOf: string, changes?: Partial<OpenCase>): Study {
  if (changes) return study({ ...founding, ...changes, asOf });
  const known = unchanged.get(asOf) ?? study({ ...founding, asOf });
  unchanged.set(asOf, known);
  return known;
}

export function marketOf(result: Study, id: string): Study["markets"][number] {
  const market = result.markets.find((one) => one.id === id);
  if (!market) throw new Error(`no ${id} in the study`);
  return market;
}

export function seriesIn(markets: Markets, id: string, field: Field = "close") {
  const series = (markets[id] as Market).series[field];
  if (!series) throw new Error(`no ${field} of ${id}`);
  return series;
}
