import { toDay } from "../market/index.ts";
import { setBits } from "./bits.ts";
import type { BlockResult } from "./blockWork.ts";
import type { NumberColumn } from "./encoded.ts";
import type { Family } from "./family.ts";
import { funnelSum, NO_PAIRS } from "./funnel.ts";
import { hierarchy } from "./hierarchy.ts";
import { columnsOf, type PairNumbers } from "./pairColumns.ts";
import type { ScanEvents } from "./scanEvents.ts";
import type { ScanFindings, ScanLeaders, ScanMarkets, ScanPairs } from "./scanResult.ts";
import { shrunkLift } from "./score.ts";
import { spanClasses } from "./spanClasses.ts";

// What a family costs grows with the universe: in a small one all are tested, in a large one as many as the pairs themselves cost.
const PAIRS_OF_FAMILIES = 750_000;
const LEAST_FAMILIES = 100;

/** The leaders whose families have to stand at the least p there is, one over the shifts, for any to be found in a universe of so many markets. */
export function familiesForOne(markets: number, sessions: number, level: number): number {
  return Math.ceil(markets / (level * sessions));
}

/** How many families are tested where the definition does not say: at least twice as many as have to stand out for any to be found. */
export function familiesTested(markets: number, sessions: number, level: number): number {
  return Math.max(LEAST_FAMILIES, Math.floor(PAIRS_OF_FAMILIES / markets), 2 * familiesForOne(markets, sessions, level));
}

/**
 * The leaders whose family is tested: those with the greatest z of any second, at most `definition.families`; only of those that have a pair kept.
 */
export function leadersToTest(blocks: readonly BlockResult[], { definition, ids, days }: ScanEvents): number[] {
  const kept = new Set(blocks.flatMap(({ pairs }) => Array.from(pairs.first)));
  const all = blocks.flatMap(({ leaders }) => Array.from(leaders.leader, (leader, k) => ({ leader, z: leaders.bestZ[k]! })));
  return all
    .filter(({ leader }) => kept.has(leader))
    .sort((a, b) => b.z - a.z || a.leader - b.leader)
    .slice(0, definition.families ?? familiesTested(ids.length, days.length - definition.highWindow, definition.level))
    .map(({ leader }) => leader);
}

/** The result of a scan from what its blocks and families found, in whatever order they were done. */
export function concluded(events: ScanEvents, { blocks, families }: { blocks: readonly BlockResult[]; families: readonly Family[] }): ScanFindings {
  const { name, definition, ids, days, offAxis, skipped } = events;
  const order = [...families].sort((a, b) => b.bestZ - a.bestZ || a.leader - b.leader);
  const { pairs, leaders } = tested(ranked(blocks), order, { all: ids.length, level: definition.level });
  return {
    schema: "lockstep.scan/1",
    universe: { name, sessions: days.length, from: toDay(days[0]!), to: toDay(days.at(-1)!), offAxis, step: spanClasses(events.spans).step, skipped },
    definition,
    funnel: blocks.map(({ funnel }) => funnel).reduce(funnelSum, NO_PAIRS),
    markets: marketsOf(events),
    pairs,
    leaders,
  };
}

/** The pairs of all blocks in order of rank. */
function ranked(blocks: readonly BlockResult[]): ScanPairs {
  const all = joined(blocks.map(({ pairs }) => pairs));
  const rank = all.beyond.map((beyond, row) => (Number.isNaN(beyond) ? shrunkLift(all.hits[row]!, all.expected[row]!) : beyond));
  const order = Uint32Array.from(rank, (_, row) => row).sort((a, b) => rank[b]! - rank[a]! || all.first[a]! - all.first[b]! || all.second[a]! - all.second[b]!);
  return {
    ...(Object.fromEntries(Object.entries(all).map(([key, column]) => [key, picked(column, order)])) as unknown as PairNumbers),
    familyP: new Float64Array(order.length).fill(Number.NaN),
    found: new Uint8Array(order.length),
  };
}

/** Columns one after the other. */
function joined(parts: readonly PairNumbers[]): PairNumbers {
  const length = parts.reduce((sum, { first }) => sum + first.length, 0);
  const all = columnsOf([]);
  const columns = Object.entries(all).map(([key, empty]) => {
    const column = empty instanceof Int32Array ? new Int32Array(length) : new Float64Array(length);
    let at = 0;
    for (const part of parts) {
      column.set(part[key as keyof PairNumbers], at);
      at += part.first.length;
    }
    return [key, column] as const;
  });
  return Object.fromEntries(columns) as unknown as PairNumbers;
}

function picked<T extends NumberColumn>(column: T, order: Uint32Array): T {
  const to = column.slice() as T;
  for (let row = 0; row < order.length; row++) to[row] = column[order[row]!]!;
  return to;
}

function tested(pairs: ScanPairs, families: readonly Family[], { all, level }: { all: number; level: number }): { pairs: ScanPairs; leaders: ScanLeaders } {
  const rowsOf = new Map<number, number[]>(families.map(({ leader }) => [leader, []]));
  for (let row = 0; row < pairs.first.length; row++) rowsOf.get(pairs.first[row]!)?.push(row);
  const own = families.map(({ leader, shifts, best, reached }) => ({
    pValue: best < 0 ? 1 : reached[best]! / shifts,
    rows: rowsOf.get(leader)!,
    members: rowsOf.get(leader)!.map((row) => {
      const count = reached[pairs.second[row]!]!;
      return count === 0 ? Number.NaN : count / shifts;
    }),
  }));
  const { adjusted, found, members } = hierarchy(own, { all, level });
  for (const [k, { rows, members: p }] of own.entries()) {
    for (const [m, row] of rows.entries()) {
      pairs.familyP[row] = p[m]!;
      pairs.found[row] = members[k]![m] ? 1 : 0;
    }
  }
  return {
    pairs,
    leaders: {
      leader: Int32Array.from(families, ({ leader }) => leader),
      seconds: Int32Array.from(families, ({ seconds }) => seconds),
      best: Int32Array.from(families, ({ best }) => best),
      bestZ: Float64Array.from(families, ({ bestZ }) => bestZ),
      pValue: Float64Array.from(own, ({ pValue }) => pValue),
      adjusted: Float64Array.from(adjusted),
      found: Uint8Array.from(found, (one) => (one ? 1 : 0)),
    },
  };
}

function marketsOf({ ids, days, spans, words, events, standing }: ScanEvents): ScanMarkets {
  return {
    id: ids,
    from: Int32Array.from(ids, (_, k) => days[spans[2 * k]!]!),
    to: Int32Array.from(ids, (_, k) => days[spans[2 * k + 1]! - 1]!),
    events: Int32Array.from(ids, (_, k) => setBits(events, k * words, spans[2 * k]!, spans[2 * k + 1]!).length),
    distance: standing.distance,
    since: standing.since,
  };
}
