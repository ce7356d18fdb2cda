import { BASES, Problem } from "../../market/index.ts";
import { level, whole } from "../../note/format.ts";
import { recordsNoun } from "../../note/words.ts";
import { type Ledger, ledgerOf } from "../../study/ledger.ts";
import { toJson } from "../../study/toJson.ts";
import { ageLine, refuseFuture } from "../age.ts";
import { checkedDay } from "../checkedDay.ts";
import type { Effects } from "../effects.ts";
import { type FigureOptions, withFigures } from "../figureSession.ts";
import { knownText, lastOf, openedMarket } from "../opened.ts";
import { tableLines } from "../terminal/columns.ts";
import { painter, printable } from "../terminal/paint.ts";
import { wrapped } from "../terminal/wrapped.ts";
import { wordAsked } from "../wordAsked.ts";

export interface RecordsOptions extends FigureOptions {
  basis: string;
  since?: string;
  group?: string;
  json?: boolean;
  csv?: boolean;
}

/** The ledger of a market's record highs: as a table, as JSON or as CSV. */
export async function recordsCommand(market: string, options: RecordsOptions, effects: Effects): Promise<void> {
  if (options.json && options.csv) throw new Problem("usage", "expected --json or --csv; received both");
  const today = effects.today();
  const asOf = checkedDay(options.asOf, "--as-of", today);
  const since = checkedDay(options.since, "--since", today);
  const basis = wordAsked(options.basis, BASES, "--basis");
  const { market: opened, origin, note } = await withFigures(options, effects, (session) => openedMarket(session, market, options.group));
  const held = lastOf(opened, basis);
  refuseFuture(held, today);
  const ledger = ledgerOf(opened, {
    basis,
    ...(asOf === undefined ? {} : { asOf }),
    ...(since === undefined ? {} : { since }),
  });
  if (options.json) effects.out(toJson(ledger));
  else if (options.csv) effects.out(csvOf(ledger));
  else effects.out(textOf(ledger, ageLine({ held, origin, note, knownAt: knownText(options, effects) }, today, ledger.asOf), effects));
}

const CSV_HEADER = "session,level,previous_session,previous_level,sessions_between,episode_from,history_from";

function csvOf({ records, episodes }: Ledger): string {
  const episodeOf = (day: string) => episodes.findLast(({ from }) => from <= day)?.from ?? "";
  const rows = records.map(({ session, level, previous, sessionsBetween, historyFrom }) =>
    [session, level, previous?.session ?? "", previous?.level ?? "", sessionsBetween ?? "", episodeOf(session), historyFrom].join(","),
  );
  return `${[CSV_HEADER, ...rows].join("\n")}\n`;
}

function textOf(ledger: Ledger, age: string, { width, color }: Effects): string {
  const { records, episodes, unit } = ledger;
  const paint = painter(color);
  const quoted = (value: number | undefined) => (value === undefined ? "" : level({ value }));
  const counted = (value: number | null) => (value === null ? "" : whole({ value }));
  const [recordHead, ...recordRows] = tableLines(
    [
      { title: "session", cells: records.map(({ session }) => session) },
      { title: unit, cells: records.map((record) => quoted(record.level)), numeric: true },
      { title: "previous", cells: records.map(({ previous }) => previous?.session ?? "start"), dropFirst: 1 },
      { title: unit, cells: records.map(({ previous }) => quoted(previous?.level)), numeric: true, dropFirst: 2 },
      { title: "sessions between", cells: records.map(({ sessionsBetween }) => counted(sessionsBetween)), numeric: true },
    ],
    width,
  );
  const [episodeHead, ...episodeRows] = tableLines(
    [
      { title: "from", cells: episodes.map(({ from }) => from) },
      { title: "to", cells: episodes.map(({ to }) => to) },
      { title: "records", cells: episodes.map(({ records }) => counted(records)), numeric: true },
      { title: unit, cells: episodes.map((episode) => quoted(episode.level)), numeric: true, dropFirst: 1 },
      { title: "sessions before", cells: episodes.map(({ sessionsBefore }) => counted(sessionsBefore)), numeric: true },
    ],
    width,
  );
  const title = `${ledger.market} (${ledger.name}): ${recordsNoun(ledger.basis)}, as of ${ledger.asOf}`;
  return [
    paint("strong", printable(title)),
    wrapped(summary(ledger), width),
    wrapped(age, width),
    "",
    ...(records.length === 0 ? [`no record since ${ledger.since}`] : [paint("soft", recordHead ?? ""), ...recordRows]),
    "",
    ...(episodes.length === 0 ? [] : [paint("strong", "Episodes"), paint("soft", episodeHead ?? ""), ...episodeRows, ""]),
  ].join("\n");
}

function summary({ count, randomWalk, historyFrom, figuresEnd, since, clock, sources }: Ledger): string {
  const all = `${whole(count)} records, the first session counted, in ${whole({ value: count.n })} sessions from ${historyFrom} to ${figuresEnd}, closing at ${clock}.`;
  const walk = `A random walk without drift sets ${whole(randomWalk.mean)} on average (standard deviation ${whole(randomWalk.standardDeviation)}).`;
  return [all, walk, since === null ? "" : `Listed from ${since} on.`, `Source: ${sources.join(", ")}.`].filter((text) => text !== "").join(" ");
}
