import { type FetchEvent, fetchTargets, futuresTargets, IMPORTED, marketTarget, readingTargets, type Target, type TargetFetched } from "../../intake/index.ts";
import { type Day, Problem } from "../../market/index.ts";
import { whole } from "../../note/format.ts";
import { didYouMean, FOUNDING_CASE, openGroup, refText, SOURCES } from "../../sources/index.ts";
import { toJson } from "../../study/toJson.ts";
import { checkedDay } from "../checkedDay.ts";
import type { Effects } from "../effects.ts";
import { Interrupted } from "../interrupted.ts";
import { tableLines } from "../terminal/columns.ts";
import { painter, printable } from "../terminal/paint.ts";
import { wrapped } from "../terminal/wrapped.ts";
import { withStore } from "../withStore.ts";

export interface FetchOptions {
  source?: string;
  from?: string;
  json?: boolean;
}

/** The name under which the figures of the macro picture are fetched. */
const MACRO = "macro";

/**
 * Fetches the markets of a group, or the macro readings and the curve of federal funds futures, into the store: progress on standard error while it goes on, the summary on
 * standard output.
 */
export async function fetchCommand(group: string | undefined, { source, from, json }: FetchOptions, effects: Effects): Promise<void> {
  const since = checkedDay(from, "--from", effects.today());
  const targets = targetsOf(group, source, effects.today());
  // A file of keys that others can read is said before anything is asked.
  for (const { key } of SOURCES) if (key) effects.net.key(key.name);
  const signal = effects.interruptible();
  const fetched = await withStore(effects, "make", async (store) =>
    fetchTargets({ targets, source, from: since }, { store, net: effects.net, signal, tell: (event) => tell(event, effects) }, teller(effects)),
  );
  if (json) effects.out(toJson(recordOf(fetched)));
  else effects.out(textOf(fetched, group, effects));
  if (signal.aborted) throw new Interrupted("stopped; what was acknowledged is stored, and the next fetch goes on there");
  const optional = new Set(targets.flatMap((one) => (one.optional ? [one.id] : [])));
  const without = fetched.filter((one) => one.fetched.length === 0 && !optional.has(one.id));
  if (without.length > 0)
    throw new Problem(
      "data",
      `expected figures of ${targets.length} ${group === MACRO ? "readings and contracts" : "markets"}; received none of ${without.map(({ id }) => id).join(", ")}`,
    );
}

function targetsOf(group: string | undefined, source: string | undefined, today: Day): Target[] {
  const ids = SOURCES.map(({ id }) => id);
  if (source !== undefined && !ids.includes(source))
    throw new Problem("usage", `expected a source (${ids.join(", ")}); received ${source}${didYouMean(source, ids)}`, "--source");
  const targets = group === MACRO ? [...readingTargets(), ...futuresTargets(today)] : openGroup(group ?? FOUNDING_CASE).members.map(marketTarget);
  const served = targets.filter(({ sources }) => sources.some((ref) => ref.source !== IMPORTED && (source === undefined || ref.source === source)));
  if (served.length === 0) {
    throw new Problem(
      "usage",
      `expected a source of ${targets.map(({ id }) => id).join(", ")}; received ${source ?? "a group whose markets are fetched from none"}`,
      "--source",
    );
  }
  return served;
}

function tell(event: FetchEvent, effects: Effects): void {
  const who = printable(refText(event.ref)).padEnd(22);
  if (event.kind === "waiting") effects.err(`${who} waits ${Math.ceil(event.ms / 1000)} s (${event.why})\n`);
  else if (event.through !== null) effects.err(`${who} stored to ${event.through}: ${counted(event.fresh)} new, ${counted(event.restated)} restated\n`);
}

/** Tells a failure once, however many markets it keeps from their figures: the summary names them. */
function teller(effects: Effects): (done: TargetFetched) => void {
  const told = new Set<string>();
  return ({ id, failures, fetched }) => {
    for (const { failure } of failures) {
      if (told.has(failure.message)) continue;
      told.add(failure.message);
      const from = fetched.flatMap(({ ref, last }) => (last === null ? [] : [refText(ref)]));
      effects.err(`${printable(`${id}: ${failure.message}`)}${from.length > 0 ? `; figures come from ${from.join(", ")}` : ""}\n`);
    }
  };
}

/** Each failure once, with the markets that it concerns. */
function failureLines(fetched: readonly TargetFetched[]): string[] {
  const markets = new Map<string, string[]>();
  for (const { id, failures } of fetched) for (const { failure } of failures) markets.set(failure.message, [...(markets.get(failure.message) ?? []), id]);
  return [...markets].map(([message, ids]) => `${ids.join(", ")}: ${message}.`);
}

function textOf(fetched: readonly TargetFetched[], group: string | undefined, { width, color }: Effects): string {
  const paint = painter(color);
  const rows = fetched.flatMap((one) => one.fetched.map((series) => ({ id: one.id, ...series })));
  const [head = "", ...lines] = tableLines(
    [
      { title: "", cells: rows.map(({ id }) => id) },
      { title: "source", cells: rows.map(({ ref }) => refText(ref)) },
      { title: "new", cells: rows.map(({ fresh, facts }) => counted(fresh + facts)), numeric: true },
      { title: "restated", cells: rows.map(({ restated }) => counted(restated)), numeric: true },
      { title: "quarantined", cells: rows.map(({ quarantined }) => counted(quarantined)), numeric: true },
      { title: "missing", cells: rows.map(({ missing }) => counted(missing)), numeric: true, dropFirst: 1 },
      { title: "last", cells: rows.map(({ last }) => last ?? "–") },
    ],
    width,
  );
  const notes = [
    ...rows.flatMap(({ ref, readjusted }) =>
      readjusted === undefined
        ? []
        : [`${refText(ref)} has re-adjusted its history by a factor of ${readjusted.toPrecision(4)}: all of it was read again; what was known before is kept.`],
    ),
    ...rows.flatMap(({ ref, pending }) =>
      pending ? [`The latest bar of ${refText(ref)} is in quarantine: it sets no record before it is confirmed (lockstep quarantine).`] : [],
    ),
    ...failureLines(fetched),
  ];
  const table =
    rows.length === 0
      ? []
      : [
          paint("soft", head),
          ...lines,
          "",
          wrapped(
            "New: sessions that were not held. Restated: sessions whose figures differ from those held, which stay known. Missing: sessions of the calendar without a bar. Last: the last session against which nothing speaks.",
            width,
          ),
          "",
        ];
  return `${[...table, ...notes.map((note) => wrapped(printable(note), width)), ...(rows.length === 0 || group === MACRO ? [] : [`lockstep${group === undefined ? "" : ` ${printable(group)}`} shows where the markets stand.`])].join("\n")}\n`;
}

function recordOf(fetched: readonly TargetFetched[]): {
  markets: {
    id: string;
    fetched: TargetFetched["fetched"];
    failures: { ref: string; cause: string; retry: string; message: string; notBefore: Day | null }[];
  }[];
} {
  return {
    markets: fetched.map(({ id, fetched: series, failures }) => ({
      id,
      fetched: series,
      failures: failures.map(({ ref, failure }) => ({
        ref,
        cause: failure.why,
        retry: failure.retry,
        message: failure.message,
        notBefore: failure.notBefore === undefined ? null : new Date(failure.notBefore).toISOString(),
      })),
    })),
  };
}

function counted(value: number): string {
  return whole({ value });
}
