import { comparable, decide, marketTarget, peersOf, type QuarantinedBar, quarantined } from "../../intake/index.ts";
import { Problem, requireDay } from "../../market/index.ts";
import { level } from "../../note/format.ts";
import { describeMarket, refText, SOURCE_REF, type SourceRef, sourceRef } from "../../sources/index.ts";
import { toJson } from "../../study/toJson.ts";
import type { Effects } from "../effects.ts";
import { tableLines } from "../terminal/columns.ts";
import { painter, printable } from "../terminal/paint.ts";
import { wrapped } from "../terminal/wrapped.ts";
import { withStore } from "../withStore.ts";

export interface DecisionOptions {
  because?: string;
  group?: string;
}

export interface QuarantineOptions {
  all?: boolean;
  group?: string;
  json?: boolean;
}

/** Bars listed without being asked for all of them. */
const LISTED = 40;

/** The bars that are not final, with what speaks against each. */
export async function quarantineCommand(who: string | undefined, { all, group, json }: QuarantineOptions, effects: Effects): Promise<void> {
  const refs = who === undefined ? undefined : refsOf(who, group);
  const every = await withStore(effects, "read", quarantined);
  const bars = every.filter(({ ref }) => refs === undefined || refs.includes(refText(ref)));
  effects.out(json ? toJson({ bars }) : textOf(bars, all ? Number.POSITIVE_INFINITY : LISTED, effects));
}

/** The series that are meant by "yahoo:IWM" or by the name of a market. */
function refsOf(who: string, group: string | undefined): string[] {
  return SOURCE_REF.test(who) ? [who] : comparable(marketTarget(describeMarket(who, group).described)).map(refText);
}

/** Accepts or rejects a bar by hand. */
export async function decideCommand(
  decision: "accept" | "reject",
  who: string,
  day: string,
  { because, group }: DecisionOptions,
  effects: Effects,
): Promise<void> {
  const session = requireDay(day, "day");
  if (because === undefined || because.trim() === "") throw new Problem("usage", "expected --because and why, for the record; received none");
  const { ref, before, after } = await withStore(effects, "change", async (store) => {
    const ref = await meant(who, group, session, () => quarantined(store));
    return {
      ref,
      ...(await decide(store, { ref, session, accept: decision === "accept", reason: because, peers: peersOf(ref, group), now: effects.net.now() })),
    };
  });
  effects.out(
    `${wrapped(`${printable(refText(ref))} ${session}: ${before} before, ${after} now, by hand. The decision holds for the value that is held.`, effects.width)}\n`,
  );
}

/** The series that is meant by "yahoo:IWM", or by the name of a market of which one series holds such a bar. */
async function meant(who: string, group: string | undefined, session: string, all: () => Promise<QuarantinedBar[]>): Promise<SourceRef> {
  if (SOURCE_REF.test(who)) return sourceRef(who);
  const refs = refsOf(who, group);
  const found = (await all()).filter((bar) => bar.session === session && refs.includes(refText(bar.ref)));
  if (found.length === 1) return found[0]!.ref;
  throw new Problem(
    "usage",
    `expected one series with a bar of ${session} that waits; received ${who}, of which ${found.length === 0 ? "none does" : `${found.length} do`}: name one of ${refs.join(", ")}`,
  );
}

function textOf(every: readonly QuarantinedBar[], most: number, { width, color }: Effects): string {
  const bars = every.slice(-most);
  if (bars.length === 0) return "Nothing is in quarantine.\n";
  const paint = painter(color);
  const units = new Set(bars.map(({ unit }) => unit));
  const one = units.size === 1 ? [...units][0] : undefined;
  const left = every.length - bars.length;
  const lines: string[] =
    left === 0
      ? []
      : [wrapped(`The last ${bars.length} of ${every.length} bars; --all lists every one, and a series or market after the command only its own.`, width), ""];
  const [head = "", ...rows] = tableLines(
    [
      { title: "series", cells: bars.map(({ ref }) => printable(refText(ref))) },
      { title: "session", cells: bars.map(({ session }) => session) },
      // One unit stands over the column; where there are several each value has its own.
      {
        title: one ?? "value",
        cells: bars.map(({ close, unit }) => (close === null ? "–" : `${level({ value: close })}${one === undefined ? ` ${unit}` : ""}`)),
        numeric: true,
      },
      { title: "status", cells: bars.map(({ status, by }) => (by === "hand" ? "rejected by hand" : status)) },
    ],
    width,
  );
  lines.push(paint("soft", head));
  for (const [k, row] of rows.entries()) lines.push(row, paint("soft", wrapped(printable(bars[k]!.reason), width, "    ")));
  const [first] = bars;
  lines.push(
    "",
    wrapped(
      `These bars set no record and enter no figure. To decide by hand: lockstep quarantine accept ${first ? `${refText(first.ref)} ${first.session}` : ""} --because "…", or reject.`,
      width,
    ),
  );
  return `${lines.join("\n")}\n`;
}
