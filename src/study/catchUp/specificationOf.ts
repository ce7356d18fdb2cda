import {
  type CatchUpTrial,
  catchUpTrials,
  countedTrials,
  type Divergence,
  divergences,
  type LaggardPath,
  type Specification,
  type Support,
  spacedOnsets,
  specificationCurve,
  verdict,
} from "../../lag/index.ts";
import {
  BASES,
  type Basis,
  clockText,
  type Day,
  dayNumber,
  type Gauge,
  gaugeOf,
  heldMarket,
  type Markets,
  type Measure,
  sinceSession,
  toDay,
} from "../../market/index.ts";
import { mean } from "../../num/index.ts";
import type { Definitions, Group } from "../group.ts";
import { knownGauge } from "../known.ts";
import { provenance } from "../measures.ts";
import { LEAST_WINDOWS } from "./horizons.ts";
import { pathOf, recordDays } from "./paths.ts";
import type { SayPair } from "./sayPair.ts";
import type { CatchUp } from "./schema.ts";

type Conclusion = CatchUp["specification"]["conclusions"][number]["conclusion"];

type Count = (definition: string, value: number, n?: number) => Measure;

const YEAR = 365.25;

/** Both markets under one basis and clock, ready for every other definition. */
interface Ground {
  basis: Basis;
  clock: string;
  held: { leader: Gauge; laggard: Gauge; path: LaggardPath; leaderRecords: number[]; until: number; judged: Map<string, CatchUpTrial> } | undefined;
}

/** One way of asking; the words are those of the list. */
interface Asked {
  definition: Record<string, string>;
  isMain: boolean;
  years: number | undefined; // from the onset of the case before to that of the open one
  effect: number;
  evidence: ReturnType<typeof verdict>;
  open: boolean | undefined;
}

/** The whole question under every definition that could have been chosen: basis, clock, distance, nearness of the leader, horizon, history. */
export function specificationOf(
  { markets, group, asOf, laggard }: { markets: Markets; group: Group; asOf: Day; laggard: string | null },
  say: SayPair,
): CatchUp["specification"] {
  const asked = laggard === null ? [] : groundsOf(markets, group, asOf, laggard).flatMap((ground) => askAll(ground, group.definitions, asOf));
  const main = asked.findIndex(({ isMain }) => isMain);
  // "First in so many years" means whole years, as it is written.
  const least = Math.floor(asked[main]?.years ?? Number.NaN);
  const specifications = asked.map((one) => specificationIn(one, least));
  const curve = main < 0 ? undefined : specificationCurve(specifications, { main });
  const reason = "the pair is not known under any definition";
  const effect = (definition: string, value: number | undefined) =>
    say("ratio", "specificationCurve", `${definition} of the share of catch-ups less its base`, value ?? Number.NaN, { n: curve?.computable ?? 0, reason });
  const count: Count = (definition, value, n = asked.length) => say("definitions", "specificationCurve", definition, value, { n });
  const years = asked.flatMap((one) => (one.years !== undefined && Number.isFinite(one.years) ? [one.years] : []));
  const yearsSay = (definition: string, value: number | undefined): Measure =>
    say("years", "divergences", definition, value ?? Number.NaN, { reason: "no case is open, or none came before" });
  const mainYears = asked[main]?.years;
  return {
    dimensions: Object.keys(asked[0]?.definition ?? {}).map((name) => ({ name, values: [...new Set(asked.map(({ definition }) => definition[name]!))] })),
    tried: count("all definitions on the grid", asked.length),
    computable: count("those under which at least one case could be counted", curve?.computable ?? 0),
    lowest: effect("least value", curve?.effects.lowest),
    median: effect("median", curve?.effects.median),
    highest: effect("greatest value", curve?.effects.highest),
    main: effect("value under the definitions in force", curve?.effects.main),
    yearsSinceLast: yearsSay(
      "years from the onset of the case before to that of the open one, under the definitions in force",
      mainYears === Number.POSITIVE_INFINITY ? Number.NaN : mainYears,
    ),
    yearsRange: {
      lowest: yearsSay(
        "the least over all definitions under which a case is open and another came before",
        years.length === 0 ? Number.NaN : Math.min(...years),
      ),
      highest: yearsSay("the greatest over these definitions", years.length === 0 ? Number.NaN : Math.max(...years)),
    },
    conclusions: (curve?.conclusions ?? []).map((support) => supportOf(support, count, say)),
    curve: {
      definitions: (curve?.order ?? []).map((k) => Object.values(asked[k]!.definition).join(" \u00b7 ")),
      effects: {
        values: (curve?.order ?? []).map((k) => Math.round(asked[k]!.effect * 1e6) / 1e6 + 0),
        ...provenance(
          { unit: "ratio", asOf, method: "specificationCurve", definition: "share of catch-ups less its base under each definition, rounded to six decimals" },
          groundsSeries(markets, group, asOf, laggard),
        ),
      },
    },
  };
}

function supportOf(
  { conclusion, main, support, decided, flips, shares }: Support,
  count: Count,
  say: SayPair,
): CatchUp["specification"]["conclusions"][number] {
  const holds = "definitions under which it holds";
  const said = "definitions under which it can be said";
  return {
    conclusion: conclusion as Conclusion,
    main: main ?? null,
    support: count(holds, support),
    decided: count(said, decided),
    share: say("ratio", "specificationCurve", `${holds} over ${said}`, support / decided, { n: decided, reason: "it can be said under none" }),
    flips,
    shares: shares.map((one) => ({ dimension: one.dimension, value: one.value, support: count(holds, one.support, one.decided) })),
  };
}

function specificationIn({ definition, effect, evidence, open, years }: Asked, least: number): Specification {
  const decided = evidence.direction !== null;
  const conclusions: Record<Conclusion, boolean | undefined> = {
    moreThanBase: Number.isNaN(effect) ? undefined : effect > 0,
    beyondBase: decided ? evidence.evidence !== "none" : undefined,
    openNow: open,
    firstInYears: !(least >= 1) || years === undefined ? undefined : years >= least,
  };
  return { definition, effect, conclusions };
}

function groundsOf(markets: Markets, group: Group, asOf: Day, laggard: string): Ground[] {
  const look = { asOf, staleAfter: group.definitions.staleAfter };
  const ids = [laggard, ...Object.values(markets).flatMap(({ instrument }) => (instrument.variantOf === laggard ? [instrument.id] : []))];
  return BASES.flatMap((basis) =>
    ids.map((id): Ground => {
      const leader = knownGauge(markets, group.leader, basis, look).held;
      const held = gaugeUnder(markets, id, basis, look);
      const instrument = heldMarket(markets, id)?.instrument;
      return {
        basis,
        clock: instrument ? clockText(instrument.close) : "unknown",
        held: leader &&
          held && {
            leader,
            laggard: held,
            path: pathOf(markets, id, held),
            leaderRecords: recordDays(leader),
            until: Math.min(leader.level.sessions.at(-1)!, held.level.sessions.at(-1)!),
            judged: new Map(),
          },
      };
    }),
  );
}

/** The gauge of a laggard or of a variant of it. A crypto market pays nothing out: its close is its total return. */
function gaugeUnder(markets: Markets, id: string, basis: Basis, look: { asOf: Day; staleAfter: number }): Gauge | undefined {
  const market = heldMarket(markets, id);
  const paysNothing = market?.instrument.kind === "crypto" && market.series.totalReturn === undefined;
  const under = basis === "total-return" && paysNothing ? "close" : basis;
  const { held } = knownGauge(markets, id, under, look);
  const whole = market?.instrument.variantOf;
  return held && whole !== undefined ? sinceTrueRecord(held, knownGauge(markets, whole, under, look).held) : held;
}

/**
 * A variant whose history begins later than the market's own would count records that are none: it is followed from its first
 * value above everything that the market had reached before.
 */
function sinceTrueRecord({ level, record }: Gauge, whole: Gauge | undefined): Gauge | undefined {
  if (!whole || whole.record.unit !== record.unit) return undefined;
  const before = whole.record.values.filter((value, i) => whole.record.sessions[i]! < record.sessions[0]! && !Number.isNaN(value));
  const highest = before.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const first = record.values.findIndex((value) => value > highest);
  if (first < 0) return undefined;
  const from = record.sessions[first]!;
  return gaugeOf(sinceSession(level, from), level === record ? undefined : sinceSession(record, from));
}

function groundsSeries(markets: Markets, group: Group, asOf: Day, laggard: string | null) {
  const look = { asOf, staleAfter: group.definitions.staleAfter };
  return [group.leader, ...(laggard === null ? [] : [laggard])].flatMap((id) => knownGauge(markets, id, group.definitions.basis, look).held?.level ?? []);
}

/** Distances, nearness of the leader, horizons and histories that are tried beside those in force. */
const ALSO = { within: [0, 5], horizons: [90, 180, 365], years: [0, 10] };

function askAll(ground: Ground, definitions: Definitions, asOf: Day): Asked[] {
  const { laggardBelow, laggardBelowAlso, leaderFalls, leaderWithin, horizon, likeBand: band, pseudoCases, basis } = definitions;
  const ascending = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);
  const distances = ascending([laggardBelow, ...laggardBelowAlso]);
  return distances.flatMap((below) =>
    ascending([leaderWithin, ...ALSO.within]).flatMap((within) => {
      const { held } = ground;
      const cases = held ? divergences({ ...held, laggardBelow: below, leaderFalls, leaderWithin: within }).cases : undefined;
      return ALSO.years.flatMap((years) => {
        const since = years === 0 ? "" : toDay(dayNumber(asOf) - Math.round(years * YEAR));
        const kept = cases?.filter(({ onset }) => onset >= since);
        return ascending([horizon, ...ALSO.horizons]).map((days): Asked => {
          const definition = {
            basis: ground.basis,
            clock: ground.clock,
            distance: `${Math.round(below * 100)}%`,
            leader: within === 0 ? "on its record" : `within ${within} sessions`,
            history: years === 0 ? "all" : `${years} years`,
            horizon: `${days} days`,
          };
          const isMain = ground.basis === basis && below === laggardBelow && within === leaderWithin && years === 0 && days === horizon;
          const trials = held && kept ? counted(held, kept, { days, band }) : [];
          return {
            definition,
            isMain,
            years: kept && yearsSinceLast(kept),
            effect: trials.length === 0 ? Number.NaN : mean(trials.map(({ outcome, base }) => outcome - base)),
            evidence: verdict(trials, { pseudoCases }),
            open: kept && kept.at(-1)?.resolution === "open",
          };
        });
      });
    }),
  );
}

/** The trials of some cases that count. Most definitions share most cases: each is judged once per ground and horizon. */
function counted(
  { path, leaderRecords, until, judged }: NonNullable<Ground["held"]>,
  cases: readonly Divergence[],
  { days, band }: { days: number; band: number },
) {
  const onsets = spacedOnsets(
    cases.map(({ onset }) => onset),
    days,
  );
  const trials = onsets.map((onset) => {
    const key = `${onset} ${days}`;
    const known = judged.get(key) ?? catchUpTrials([onset], { path, leaderRecords, days, band, leastWindows: LEAST_WINDOWS, until })[0]!;
    judged.set(key, known);
    return known;
  });
  return countedTrials(trials);
}

function yearsSinceLast(cases: readonly Divergence[]): number | undefined {
  const open = cases.at(-1);
  if (open?.resolution !== "open") return undefined;
  const before = cases.at(-2);
  return before ? (dayNumber(open.onset) - dayNumber(before.onset)) / YEAR : Number.POSITIVE_INFINITY;
}
