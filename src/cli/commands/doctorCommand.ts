import { existsSync } from "node:fs";
import { type Health, health, knownTargets, type SourceHealth } from "../../intake/index.ts";
import { dayNumber, Problem } from "../../market/index.ts";
import { whole } from "../../note/format.ts";
import { openStoreToRead, type Store, storePath } from "../../store/index.ts";
import { toJson } from "../../study/toJson.ts";
import { days } from "../age.ts";
import type { Effects } from "../effects.ts";
import { tableLines } from "../terminal/columns.ts";
import { painter, printable } from "../terminal/paint.ts";
import { wrapped } from "../terminal/wrapped.ts";

export interface DoctorOptions {
  offline?: boolean;
  json?: boolean;
}

/** How sources and store stand: what can be asked, what is held, what waits. */
export async function doctorCommand({ offline, json }: DoctorOptions, effects: Effects): Promise<void> {
  const targets = knownTargets();
  const path = storePath(effects.data);
  let store: Store | undefined;
  let trouble: string | undefined;
  try {
    store = existsSync(path) ? await openStoreToRead(path) : undefined;
  } catch (error) {
    // A store in trouble is what a doctor is called for.
    if (!(error instanceof Problem)) throw error;
    trouble = error.message;
  }
  let found: Health;
  try {
    found = {
      ...(await health({ store, net: effects.net, signal: effects.interruptible(), reach: !offline, targets })),
      ...(trouble === undefined ? {} : { trouble }),
    };
  } finally {
    await store?.close();
  }
  effects.out(json ? toJson(found) : textOf(found, effects));
}

function textOf({ sources, store, trouble }: Health, effects: Effects): string {
  const { width, color, net } = effects;
  const paint = painter(color);
  const now = net.now();
  const [head = "", ...rows] = tableLines(
    [
      { title: "source", cells: sources.map(({ id }) => id) },
      { title: "reachable", cells: sources.map(reachable) },
      { title: "key", cells: sources.map(({ key }) => KEY[key]) },
      { title: "rights", cells: sources.map(({ rights }) => rights) },
      { title: "last success", cells: sources.map(({ lastSuccess }) => (lastSuccess === null ? "never" : ago(now - lastSuccess))) },
      { title: "next call", cells: sources.map(({ nextAllowed }) => (nextAllowed <= now ? "now" : `in ${lasting(nextAllowed - now)}`)) },
      { title: "budget left", cells: sources.map(budget), dropFirst: 1 },
    ],
    width,
  );
  const lines = [paint("strong", "Sources"), paint("soft", head), ...rows, "", ...keyLines(sources).map((line) => wrapped(line, width)), ""];
  if (trouble !== undefined) {
    lines.push(paint("strong", "Store"), wrapped(printable(trouble), width));
    return `${lines.join("\n")}\n`;
  }
  if (!store) {
    lines.push(
      paint("strong", "Store"),
      wrapped(
        `There is none yet at ${printable(storePath(effects.data))}. lockstep fetch or lockstep import makes one; until then the embedded figures are shown.`,
        width,
      ),
    );
    return `${lines.join("\n")}\n`;
  }
  const { series } = store;
  const today = dayNumber(effects.today());
  const [seriesHead = "", ...seriesRows] = tableLines(
    [
      { title: "series", cells: series.map(({ source, symbol }) => printable(`${source}:${symbol}`)) },
      { title: "from", cells: series.map(({ from }) => from), dropFirst: 2 },
      { title: "to", cells: series.map(({ to }) => to) },
      { title: "age", cells: series.map(({ to }) => days(today - dayNumber(to))) },
      { title: "sessions", cells: series.map(({ bars }) => n(bars)), numeric: true },
      { title: "restated", cells: series.map(({ restated }) => n(restated)), numeric: true, dropFirst: 1 },
      { title: "quarantined", cells: series.map(({ quarantined }) => n(quarantined)), numeric: true },
      { title: "missing", cells: series.map(({ missing }) => (missing === null ? "–" : n(missing))), numeric: true },
    ],
    width,
  );
  lines.push(
    paint("strong", "Store"),
    wrapped(`${printable(store.path)}: ${(store.bytes / 1024 / 1024).toFixed(1)} MB, ${n(store.batches)} batches, ${n(series.length)} series.`, width),
    "",
  );
  if (series.length > 0) lines.push(paint("soft", seriesHead), ...seriesRows);
  return `${lines.join("\n")}\n`;
}

const KEY = { "none needed": "–", held: "held", missing: "missing", unreadable: "unreadable" } as const;

/** Which keys are not held, and what is the matter with those that cannot be read. */
function keyLines(sources: readonly SourceHealth[]): string[] {
  const named = (state: SourceHealth["key"]) => sources.flatMap(({ key, keyName }) => (key === state && keyName !== undefined ? [keyName] : []));
  const [missing, unreadable] = [named("missing"), named("unreadable")];
  return [
    ...(missing.length === 0 ? [] : [`Keys that are missing: ${missing.join(", ")}. Without them these sources are not asked; no other needs one.`]),
    ...(unreadable.length === 0
      ? []
      : [`The file of keys cannot be used: only its owner may be able to read it (chmod 600), and its lines are NAME=value (${unreadable.join(", ")}).`]),
  ];
}

function reachable({ reachable: yes, status, why }: SourceHealth): string {
  // A home page need not be there; refusals and outages say something of the next fetch.
  const refuses = status !== undefined && (status === 403 || status === 429 || status >= 500);
  return yes === null ? "not tried" : yes ? (refuses ? `answers ${status}` : "yes") : `no (${printable(why ?? "no answer")})`;
}

/** What is left of the limit that is nearest to being used up. */
function budget({ budgetLeft }: SourceHealth): string {
  const [nearest] = budgetLeft.toSorted((a, b) => a.requests / a.of - b.requests / b.of || a.within - b.within);
  return nearest ? `${n(nearest.requests)}/${n(nearest.of)} in ${lasting(nearest.within)}` : "no limit";
}

function ago(ms: number): string {
  return `${lasting(ms)} ago`;
}

/** A length of time in its largest whole unit. */
function lasting(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`;
  return days(Math.round(seconds / 86_400));
}

function n(value: number): string {
  return whole({ value });
}
