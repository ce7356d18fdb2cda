import { seeded } from "../src/num/index.ts";
import { type ScanDefinition, type ScanPairs, wasmKernels } from "../src/scan/index.ts";
import type { PairRow } from "../src/scan/pairColumns.ts";
import { type LeaderHere, leaderHere, scanHere, type ToScan } from "./scanHere.ts";
import { type Row, type Run, SEED, Tally } from "./tally.ts";
import { type UniverseOptions, universeOf } from "./universes.ts";

const MARKETS = 24;
const SESSIONS = 1260;
const YEAR = 252;
const BEYOND = { prices: "beyond-market" } as const;
const EQUAL = [0.3, 0.3] as const;
const UNEQUAL = [0.6, 0.1] as const; // the leader that is looked at is the heaviest
const LINKS = 4;
const LINKED = { seconds: 1, named: "linked pair" };
const HEAVY = { seconds: 5, named: "of two heavy markets" }; // the factor has 0.49 and more of their variance

interface Setting {
  setting: string;
  truth: Row["truth"];
  options?: Omit<UniverseOptions, "markets" | "sessions">;
  definition?: Partial<ScanDefinition>;
}

/** Settings in which nothing is to be found, or of one leader alone. */
const NULLS: readonly (Setting & { alone?: true })[] = [
  { setting: "independent, window 0", truth: "null", definition: { window: 0 } },
  { setting: "independent, window 5", truth: "null" },
  { setting: "independent, seven in ten listed late", truth: "null", options: { late: 0.7 } },
  { setting: "independent, one volatility for all", truth: "null", options: { volatility: "one for all" } },
  { setting: "leader apart from the factor of its seconds", truth: "null", options: { common: [0.5, 0.5], apart: true }, alone: true },
  { setting: "one factor, beyond-market prices", truth: "null", options: { common: EQUAL }, definition: BEYOND },
  { setting: "one factor of unequal weight, beyond-market prices", truth: "null", options: { common: UNEQUAL }, definition: BEYOND },
];

/** Settings with something to find. */
const RELATIONS: readonly (Setting & { apart?: Apart })[] = [
  { setting: "one factor, quoted prices", truth: "relation", options: { common: EQUAL } },
  { setting: "one factor of unequal weight, quoted prices", truth: "relation", options: { common: UNEQUAL }, apart: HEAVY },
  { setting: "one factor and own links, quoted prices", truth: "relation", options: { common: EQUAL, links: LINKS }, apart: LINKED },
  { setting: "one factor and own links, beyond-market prices", truth: "relation", options: { common: EQUAL, links: LINKS }, definition: BEYOND, apart: LINKED },
];

/** The first seconds of the leader whose lifts are collected apart from those of the others. */
interface Apart {
  seconds: number;
  named: string;
}

/**
 * Scans of whole universes: the family of a leader by its greatest z under common shifts, the hierarchy over all families, and what is left beyond the
 * market. One leader is looked at in each universe, so that the runs do not hang on each other.
 */
export function scanFamilies({ replications, stream, progress, sessions = SESSIONS }: Run): Row[] {
  const uniform = seeded(SEED, stream);
  const tally = new Tally("scan");
  const kernels = wasmKernels();
  const drawn = ({ options, definition = {} }: Setting, times = 1): ToScan => ({
    universe: universeOf(uniform, { markets: MARKETS, sessions: times * sessions + YEAR, ...options }),
    definition,
    kernels,
  });
  for (const one of NULLS) {
    for (let run = 0; run < replications; run++) {
      if (one.alone) ofLeader(tally, one, leaderHere(drawn(one)));
      else {
        const scan = scanHere(drawn(one));
        tally.event({ ...cellOf(one), statistic: "any pair found" }, 0.05, scan.result.pairs.found.includes(1));
        ofLeader(tally, one, scan);
      }
    }
    progress(`scan: ${one.setting}`);
  }
  for (const one of RELATIONS) {
    const lifts: Lifts = new Map();
    for (let run = 0; run < replications / 5; run++) {
      const { result, pairs } = scanHere(drawn(one, 2));
      tally.event({ ...cellOf(one), statistic: "any pair found" }, 0.05, result.pairs.found.includes(1));
      if (one.options?.links) ofLinks(tally, one, result.pairs);
      collect(lifts, pairs, one.apart);
    }
    for (const [statistic, values] of lifts) tally.spread({ ...cellOf(one), truth: "open", statistic }, values);
    progress(`scan: ${one.setting}`);
  }
  return tally.rows;
}

function cellOf({ setting, truth }: Setting): Pick<Row, "setting" | "truth" | "by"> {
  return { setting, truth, by: "product" };
}

/** The family of a leader, and beside it what its strongest pair alone would say. */
function ofLeader(tally: Tally, one: Setting, { family, pairs }: LeaderHere): void {
  const { best, reached, shifts } = family;
  if (best < 0) return;
  const cell = cellOf(one);
  tally.test({ ...cell, statistic: "family of a leader" }, reached[best]! / shifts);
  const members = pairs.filter(({ second }) => reached[second]! > 0);
  const least = Math.min(...members.map(({ pValue }) => pValue));
  tally.test({ ...cell, by: "comparison", statistic: "least p of its pairs, times their number" }, Math.min(1, least * members.length));
  tally.test({ ...cell, by: "comparison", statistic: "least p of its pairs" }, least);
}

/** Whether the first linked pair is found, and whether it leads the first market's list by either lift. */
function ofLinks(tally: Tally, one: Setting, pairs: ScanPairs): void {
  const rows = Array.from(pairs.first.keys()).filter((row) => pairs.first[row] === 0);
  const at = rows.find((row) => pairs.second[row] === 1);
  const most = (column: Float64Array) => at !== undefined && rows.every((row) => column[row]! <= column[at]!);
  const cell = cellOf(one);
  tally.event({ ...cell, statistic: "linked pair found" }, 0.05, at !== undefined && pairs.found[at] === 1);
  tally.event({ ...cell, statistic: "linked pair first of its leader's by beyond" }, 0.05, most(pairs.beyond));
  tally.event({ ...cell, statistic: "linked pair first of its leader's by lift" }, 0.05, most(pairs.lift));
}

type Lifts = Map<string, number[]>;

function collect(lifts: Lifts, pairs: readonly PairRow[], apart: Apart | undefined): void {
  for (const { second, lift, beyond } of pairs) {
    const which = apart && second <= apart.seconds ? `, ${apart.named}` : "";
    for (const [name, value] of [
      [`lift${which}`, lift],
      [`beyond${which}`, beyond],
    ] as const)
      lifts.set(name, [...(lifts.get(name) ?? []), value]);
  }
}
