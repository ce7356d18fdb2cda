import fc from "fast-check";
import type { Claim } from "../../../src/claims/claim.ts";
import type { Bound, Period, Quantity } from "../../../src/claims/mention.ts";
import { claimOf, days, kindOf, number, of } from "../../claims/check/claimsSaid.ts";
import { highestOf, upTo } from "./clocksOf.ts";
import { daysIn, endOf, plusDays } from "./daysOf.ts";

const MARKETS = ["IWM", "BTC", "SPY", "GLD", "SLV", "QQQ", "DIA"] as const;
const FIRST = "2012-01-02";
const SPAN = daysIn(FIRST, "2026-08-20");

/** What a draw settles before a claim is built around the figures of its market. */
interface Draw {
  published: string;
  ids: readonly string[];
  together: boolean;
  kind: (typeof KINDS)[number];
  on: Period | null;
  off: number; // how many units of its last place a number lies off
  step: number; // one unit of the last place, as a share
  bound: Bound;
  choice: number;
  other: Period | null;
}

const KINDS = ["recordSet", "nearRecord", "distance", "level", "turn", "return", "ranking"] as const;

/** Periods as the reader makes them: named by the calendar, counted back, or since a day. */
function periodBefore(published: string, back: number, precision: Period["precision"], relation: "in" | "since" | "past"): Period {
  const day = plusDays(published, -back);
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  const two = (n: number) => String(n).padStart(2, "0");
  const part = Math.min(2, Math.floor((Number(day.slice(8)) - 1) / 10));
  const monday = plusDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
  const first = {
    day,
    week: monday,
    part: `${day.slice(0, 8)}${two(part * 10 + 1)}`,
    month: `${day.slice(0, 8)}01`,
    quarter: `${year}-${two(month - ((month - 1) % 3))}-01`,
    year: `${year}-01-01`,
    years: `${Number(year) - 4}-01-01`,
  }[precision];
  const last = precision === "years" ? `${year}-12-31` : plusDays(endOf(first, precision), -1);
  if (relation === "since") return days(first, published, precision, { relation });
  if (relation === "past") return days(plusDays(published, -daysIn(first, last)), published, precision, { relation });
  return days(first, last, precision);
}

const draw: fc.Arbitrary<Draw> = fc
  .record({
    shift: fc.integer({ min: 0, max: SPAN - 1 }),
    ids: fc.shuffledSubarray([...MARKETS], { minLength: 2, maxLength: 2 }),
    many: fc.constantFrom(1, 1, 1, 1, 2),
    together: fc.boolean(),
    kind: fc.constantFrom(...KINDS),
    back: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 2500 })),
    precision: fc.constantFrom<Period["precision"]>("day", "day", "day", "week", "part", "month", "quarter", "year", "years"),
    relation: fc.constantFrom<"in" | "since" | "past">("in", "in", "since", "past"),
    named: fc.boolean(),
    off: fc.constantFrom(0, 0, 0, 0.4, -0.4, 0.7, -0.7, 1.3, -1.3, 1.8, -1.8, 3, -3, 12, -12),
    step: fc.constantFrom(0.01, 0.01, 0.001, 0.05),
    bound: fc.constantFrom<Bound>("exact", "exact", "exact", "about", "almost", "above", "below"),
    choice: fc.integer({ min: 0, max: 11 }),
    other: fc.integer({ min: 0, max: 900 }),
  })
  .map(({ shift, back, precision, relation, named, other, many, ids, kind, ...rest }) => {
    const published = plusDays(FIRST, shift);
    const on = periodBefore(published, back, precision, relation);
    // A turn is said of a time, and how far below a record a market is of a day: "since Friday" names neither.
    const plain = kind === "turn" || (precision === "day" && (kind === "distance" || kind === "nearRecord"));
    const needs = kind === "turn" || kind === "return" || kind === "ranking";
    return {
      ...rest,
      published,
      kind,
      ids: kind === "ranking" ? ids : ids.slice(0, many),
      on: needs || named ? (plain ? periodBefore(published, back, precision, "in") : on) : null,
      other: periodBefore(published, other, precision, "in"),
    };
  });

/** A number that lies so many units of its last place off a value. */
function near(value: number, { off, step, bound }: Draw): Quantity {
  const said = Math.round(Math.round(value / step + off) * step * 1e6) / 1e6;
  return number(Math.max(step, said), "ratio", step, { bound });
}

function claimBy(drawn: Draw): Claim {
  const { ids, together, kind, published, choice, other, bound } = drawn;
  const on = drawn.on;
  const subjects = together && ids.length > 1 ? kindOf(...ids) : of(...ids);
  const asOf = on && on.last < published ? on.last : plusDays(published, -1);
  const closes = upTo(ids[0]!, "close", asOf)!;
  const last = closes.at(-1)?.value ?? 100;
  const below = closes.length > 0 ? 1 - last / highestOf(closes)!.value : 0.1;
  switch (kind) {
    case "recordSet":
      return claimOf("recordSet", {
        subjects,
        on,
        basis: (["close", "intraday", "total-return"] as const)[choice % 6] ?? null,
        negated: choice % 5 === 4,
        weeks: choice % 4 === 3 ? 52 : null,
        straight: false,
        count: on && choice === 0 ? number(1 + (drawn.other!.first.charCodeAt(6) % 6), "none", 1) : null,
      });
    case "nearRecord":
      return claimOf("nearRecord", { subjects, on, within: choice < 6 ? near(below, { ...drawn, bound: "exact" }) : null });
    case "distance": {
      const set = closes.length > 0 ? highestOf(closes)!.on : asOf;
      const recordIn = choice < 3 ? periodBefore(set, 0, (["month", "quarter", "day"] as const)[choice]!, "in") : choice === 3 ? other : null;
      const size = near(below, drawn);
      const range = choice === 11 ? { ...size, upper: size.value + 2 * size.step, bound: "exact" as const } : size;
      return claimOf("distance", { subjects, on, size: range, recordIn });
    }
    case "level": {
      const high = upTo(ids[0]!, "high", published)?.filter((one) => !on || (one.on >= on.first && one.on <= on.last)) ?? [];
      const how = (["reached", "reached", "above", "below", "closedAt", "at"] as const)[choice % 6]!;
      const base = how === "reached" && high.length > 0 ? highestOf(high)!.value : last;
      const unit = 10 ** (Math.floor(Math.log10(base)) - (choice % 3));
      const said = Math.max(unit, Math.round(base / unit + drawn.off) * unit);
      return claimOf("level", {
        subjects,
        on,
        how,
        level: number(Number(said.toPrecision(6)), "USD", unit, { bound: how === "above" || how === "below" ? "exact" : bound }),
      });
    }
    case "turn": {
      const near30 = closes.filter((one) => one.on >= on!.first);
      const unit = 10 ** (Math.floor(Math.log10(last)) - 1);
      const top = near30.length > 0 ? highestOf(near30)!.value : last;
      const level = choice % 4 === 0 ? number(Math.max(unit, Math.round(top / unit + drawn.off) * unit), "USD", unit) : null;
      return claimOf("turn", { subjects, on: on!, turn: choice % 2 === 0 ? "peak" : "trough", level });
    }
    case "return":
    case "ranking": {
      const start = upTo(ids[0]!, "close", plusDays(on!.first, -1))!.at(-1)?.value ?? last;
      if (kind === "return") {
        const grown = last / start - 1;
        const size = choice < 7 ? near(Math.abs(grown), drawn) : null;
        const direction = choice === 11 ? "flat" : choice === 10 ? (grown < 0 ? "up" : "down") : grown < 0 ? "down" : "up";
        return claimOf("return", { subjects, over: on!, direction, size: direction === "flat" ? null : size });
      }
      const theirs = (upTo(ids[1]!, "close", asOf)!.at(-1)?.value ?? 100) / (upTo(ids[1]!, "close", plusDays(on!.first, -1))!.at(-1)?.value ?? 100) - 1;
      const ahead = last / start - 1 - theirs;
      const by = choice < 6 ? { ...near(Math.abs(ahead), drawn), unit: "points" as const } : null;
      const ordered = ahead < 0 && choice % 3 > 0 ? of(ids[1]!, ids[0]!) : of(...ids);
      if (choice > 8) return claimOf("ranking", { subjects: of(ids[0]!), ahead: 1, rank: choice === 9 ? "worst" : "best", over: on!, by });
      return claimOf("ranking", { subjects: ordered, ahead: 1, rank: "above", over: on!, by });
    }
    default:
      throw new RangeError(`invalid kind: ${String(kind satisfies never)}`);
  }
}

/** A claim on markets of the founding case, and the day of the article that says it; its numbers lie near the truth or far from it. */
export const someClaim: fc.Arbitrary<{ claim: Claim; published: string }> = draw.map((drawn) => ({ claim: claimBy(drawn), published: drawn.published }));
