import { type Specification, type Support, specificationCurve } from "../../lag/index.ts";
import type { Day, Markets, Measure } from "../../market/index.ts";
import type { Group } from "../group.ts";
import { chosen, provenance } from "../measures.ts";
import { rounded } from "../rounded.ts";
import { type Asked, askAll, type GridKey, gridOf, LABEL } from "./askAll.ts";
import { groundsOf } from "./grounds.ts";
import { type SayPair, sayFrom } from "./sayPair.ts";
import type { CatchUp } from "./schema.ts";

type Conclusion = CatchUp["specification"]["conclusions"][number]["conclusion"];

type Count = (definition: string, value: number, n?: number) => Measure;

/** The whole question under every definition that could have been chosen: basis, clock, distance, nearness of the leader, horizon, history. */
export function specificationOf({
  markets,
  group,
  asOf,
  laggard,
}: {
  markets: Markets;
  group: Group;
  asOf: Day;
  laggard: string | null;
}): CatchUp["specification"] {
  const grounds = laggard === null ? [] : groundsOf(markets, group, asOf, laggard);
  const from = [
    ...new Map(
      grounds.flatMap(({ held }) => (held ? [held.leader.level, held.laggard.level] : [])).map((series) => [`${series.source} ${series.field}`, series]),
    ).values(),
  ];
  const say = sayFrom(from, asOf);
  const asked = grounds.flatMap((ground) => askAll(ground, group.definitions, asOf));
  const main = asked.findIndex(({ isMain }) => isMain);
  // "First in so many years" means whole years, as it is written.
  const mainYears = asked[main]?.years;
  const least = mainYears && !mainYears.atLeast ? Math.floor(mainYears.value) : Number.NaN;
  const specifications = asked.map((one) => specificationIn(one, least));
  const curve = main < 0 ? undefined : specificationCurve(specifications, { main });
  const reason = "under no definition are there five cases that can be counted";
  const effect = (definition: string, value: number | undefined) =>
    say("ratio", "specificationCurve", `${definition} of the share of catch-ups less its base`, value ?? Number.NaN, { n: curve?.computable ?? 0, reason });
  const count: Count = (definition, value, n = asked.length) => say("definitions", "specificationCurve", definition, value, { n });
  const years = asked.flatMap((one) => (one.years && !one.years.atLeast ? [one.years.value] : []));
  const yearsSay = (definition: string, value: number | undefined): Measure =>
    say("years", "divergences", definition, value ?? Number.NaN, { reason: "no case is open, or none came before" });
  return {
    dimensions: dimensionsOf(asked, group, asOf),
    tried: count("all definitions on the grid", asked.length),
    computable: count("those under which at least five cases could be counted", curve?.computable ?? 0),
    lowest: effect("least value", curve?.effects.lowest),
    median: effect("median", curve?.effects.median),
    highest: effect("greatest value", curve?.effects.highest),
    main: effect("value under the definitions in force", curve?.effects.main),
    yearsSinceLast: yearsSay(
      "years from the onset of the case before to that of the open one, under the definitions in force",
      mainYears?.atLeast ? Number.NaN : mainYears?.value,
    ),
    wholeYears: yearsSay("whole years from the onset of the case before to that of the open one, under the definitions in force", least),
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
      main: curve && curve.order.includes(main) ? curve.order.indexOf(main) : null,
      effects: {
        values: (curve?.order ?? []).map((k) => rounded(asked[k]!.effect)!),
        ...provenance(
          { unit: "ratio", asOf, method: "specificationCurve", definition: "share of catch-ups less its base under each definition, rounded to six decimals" },
          from,
        ),
      },
    },
  };
}

const UNIT: Readonly<Record<GridKey, string>> = { distance: "ratio", leader: "sessions", history: "years", horizon: "days" };

/** Every dimension of the grid with its values; numbers as measures that were chosen. */
function dimensionsOf(asked: readonly Asked[], group: Group, asOf: Day): CatchUp["specification"]["dimensions"] {
  const grid = gridOf(group.definitions);
  return Object.keys(asked[0]?.definition ?? {}).map((name) => {
    if (!Object.hasOwn(grid, name))
      return { name, values: [...new Set(asked.map(({ definition }) => definition[name]!))].map((label) => ({ label, number: null })) };
    const key = name as GridKey;
    return { name, values: grid[key].map((value) => ({ label: LABEL[key](value), number: chosen(value, UNIT[key], asOf, `${name}: a value of the grid`) })) };
  });
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
    shares: shares.map((one) => ({
      dimension: one.dimension,
      value: one.value,
      share: say("ratio", "specificationCurve", `${holds} over ${said}`, one.support / one.decided, { n: one.decided, reason: "it can be said under none" }),
    })),
  };
}

function specificationIn({ definition, effect, evidence, open, years }: Asked, least: number): Specification {
  const decided = evidence.evidence !== "tooFew";
  const conclusions: Record<Conclusion, boolean | undefined> = {
    moreThanBase: Number.isNaN(effect) ? undefined : effect > 0,
    beyondBase: decided ? evidence.evidence !== "none" && evidence.direction === "more" : undefined,
    openNow: open,
    // A history too short to know of an earlier case supports nothing.
    firstInYears: !(least >= 1) || !years || (years.atLeast && years.value < least) ? undefined : years.value >= least,
  };
  return { definition, effect, conclusions };
}
