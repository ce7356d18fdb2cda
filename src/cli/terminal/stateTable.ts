// The files, not the room: the first line on the screen must not wait for the charts.
import { level, percent, whole } from "../../note/format.ts";
import { clocks, levelNoun, levelUnits, recordNoun, STATE_MARK } from "../../note/words.ts";
import type { Standings, StudyMarket } from "../../study/index.ts";
import { type Column, tableLines } from "./columns.ts";
import { type Paint, printable, type Tone } from "./paint.ts";
import { wrapped, wrappedLines } from "./wrapped.ts";

const BAR = 16;

/** The first thing shown: every member against its record. */
export function stateTable(study: Standings, width: number, paint: Paint): string {
  const { markets, group, asOf } = study;
  const deepest = Math.min(...markets.map(({ distance }) => distance.value ?? 0), -0.01);
  const tone = (text: string, row: number) => (toneOf(markets[row]!, study) ? paint(toneOf(markets[row]!, study)!, text) : text);
  const cells = (pick: (market: StudyMarket) => string) => markets.map((market) => printable(pick(market)));
  const columns: Column[] = [
    { title: "", cells: cells(({ id }) => id), paint: tone },
    { title: "", cells: cells(({ name }) => name), dropFirst: 8, paint: tone },
    { title: "session", cells: cells(({ last }) => last.on ?? "unknown"), dropFirst: 5 },
    { title: levelNoun(study), cells: cells(({ last }) => level(last)), numeric: true, dropFirst: 6 },
    { title: recordNoun(study), cells: cells(({ record }) => level(record)), numeric: true, dropFirst: 3 },
    { title: "set on", cells: cells(({ record }) => record.on ?? "unknown"), dropFirst: 2 },
    { title: "from record", cells: cells(({ distance }) => percent(distance, { decimals: 2 })), numeric: true, paint: tone },
    { title: "distance", cells: cells(({ distance }) => "\u2588".repeat(Math.round(((distance.value ?? 0) / deepest) * BAR))), dropFirst: 9, paint: tone },
    { title: "sessions", cells: cells(({ sessionsSince }) => whole(sessionsSince)), numeric: true, dropFirst: 4 },
    { title: "state", cells: cells(({ state }) => `${STATE_MARK[state]} ${state}`), paint: tone },
  ];
  const [head, ...rows] = tableLines(columns, width);
  return [
    paint("strong", printable(`${group.name}, as of ${asOf}`)),
    "",
    paint("soft", head ?? ""),
    ...rows,
    "",
    ...wrappedLines(legend(study), width, paint, "soft"),
    "",
    wrapped(roles(study), width),
    "",
  ].join("\n");
}

/** Unit and meaning of the columns. */
function legend(study: Standings): string {
  const near = percent(study.definitions.near, { decimals: 0 });
  return `Levels in ${levelUnits(study)} at ${clocks(study)}. Sessions: those since the record, on each market's own calendar. Near: less than ${near} below the record; apart: at least that. ${histories(study)}`;
}

/** From when on each market is held: a record is one of the history held. */
function histories({ markets }: Standings): string {
  const held = markets.flatMap(({ id, historyFrom }) => (historyFrom === null ? [] : [{ id, from: historyFrom.slice(0, 4) }]));
  const years = [...new Set(held.map(({ from }) => from))].sort();
  return years.length === 0
    ? ""
    : `Histories from ${years.map((year) => `${year} (${held.flatMap(({ id, from }) => (from === year ? [printable(id)] : [])).join(", ")})`).join(", ")}.`;
}

function roles({ group, outOfStep }: Standings): string {
  const out = `out of step: ${outOfStep.market ?? (outOfStep.known ? "none" : "unknown")} (${outOfStep.reason})`;
  const also = outOfStep.alsoApart.length === 0 ? [] : [`${outOfStep.market === null ? "apart" : "also apart"}: ${outOfStep.alsoApart.join(", ")}`];
  return [`leader: ${group.leader}`, out, ...also].join(" \u00b7 ");
}

function toneOf({ id, state }: StudyMarket, { group, outOfStep }: Standings): Tone | undefined {
  if (id === outOfStep.market) return "laggard";
  if (id === group.leader) return "leader";
  return state === "record" ? "record" : undefined;
}
