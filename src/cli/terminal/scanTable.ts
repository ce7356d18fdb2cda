// The files, not the room: the charts are not needed here.
import { decimal, percent, whole } from "../../note/format.ts";
import { apartNow } from "../../scan/apartNow.ts";
import { familiesForOne } from "../../scan/concluded.ts";
import type { ScanDefinition } from "../../scan/definition.ts";
import { leadOf } from "../../scan/leadOf.ts";
import { SKIP_REASONS, type SkipReason } from "../../scan/universe.ts";
import type { ScanPairRow, ScanSide, ScanSummary } from "../../store/index.ts";
import type { ScanView } from "../scanView.ts";
import { type Column, leftOut, tableLines } from "./columns.ts";
import { type Paint, printable, type Tone } from "./paint.ts";
import { wrapped, wrappedLines } from "./wrapped.ts";

/** How a scan is shown. */
export interface ScanShown {
  width: number;
  paint: Paint;
}

const LONGEST_NAME = 24;
// Where the names of columns need more than the terminal has.
const NARROW = 90;

/** A scan on the screen: what was counted, how many pairs each stage left, the ranking, who is out of step now, and who comes first. */
export function scanTable(view: ScanView, shown: ScanShown): string {
  const { summary, rows, apart, leads } = view;
  const { width, paint } = shown;
  const { definition, rows: counts } = summary;
  const ranking =
    counts.pairs === 0
      ? [wrapped("No pair passed every stage.", width)]
      : [
          ...(rows.length === 0 ? [] : pairLines(rows, definition, shown)),
          ...(counts.pairs > rows.length ? [paint("soft", `  (${n(counts.pairs - rows.length)} more: --limit, or scan show)`)] : []),
          "",
          ...legend(summary, shown),
        ];
  // Without a window nothing lies before or after.
  const order = definition.window === 0 ? [] : ["", ...leadLines(leads, definition, shown)];
  return `${[...scanHead(summary, shown), "", ...funnelLines(summary, shown), "", ...ranking, "", ...apartLines(apart, definition, shown), ...order].join("\n")}\n`;
}

/** Title, markets, sessions, and what was counted. */
export function scanHead({ universe, definition, rows }: ScanSummary, { width, paint }: ScanShown): string[] {
  const { name, sessions, from, to, skipped, offAxis } = universe;
  const off = offAxis === 0 ? "" : `; ${n(offAxis)} closes lie on other days`;
  const about = `${n(rows.markets)} of ${n(rows.markets + skipped.length)} markets, ${n(sessions)} sessions from ${from} to ${to}${off}. Counted: ${countedText(definition)}.`;
  return [...wrappedLines(`${name}, as of ${to}`, width, paint, "strong"), wrapped(about, width)];
}

/** What is counted, in words. */
export function countedText({ of, relation, prices, highWindow, window, below }: ScanDefinition): string {
  const what = `${of} of ${sessionsText(highWindow)}`;
  const beyond = prices === "quoted" ? "" : ", of what is left of prices when the market's mean return is taken out";
  switch (relation) {
    case "together":
      return `${what} of the first with one of the second ${window === 0 ? "on the same session" : `at most ${sessionsText(window)} away`}${beyond}`;
    case "leads":
      return `${what} of the first that one of the second follows within ${sessionsText(window)}${beyond}`;
    case "apart":
      return `${what} of the first while the second stands ${share(below)} or more below its record${beyond}`;
    default:
      throw new Error(`unknown relation: ${String(relation satisfies never)}`);
  }
}

/** How many pairs each stage left, and which markets took no part. */
function funnelLines({ funnel, definition, universe, rows, found }: ScanSummary, { width }: ScanShown): string[] {
  const { pairs, shortHistory, fewEvents, fewHits, lowLift, lowZ, kept } = funnel;
  const { minSessions, minEvents, minHits, minLift, minZ, perLeader } = definition;
  const left = [shortHistory, fewEvents, fewHits, lowLift, lowZ];
  const after = left.map((_, k) => pairs - left.slice(0, k + 1).reduce((sum, one) => sum + one, 0));
  const stages = [
    `${n(pairs)} ordered pairs`,
    `${n(after[0]!)} with ${n(minSessions)} sessions in common${universe.step === 1 ? "" : " (spans in whole quarters up to z)"}`,
    `${n(after[1]!)} with ${n(minEvents)} ${definition.of} each`,
    `${n(after[2]!)} with ${n(minHits)} hits`,
    `${n(after[3]!)} with a lift of ${plain(minLift)}`,
    `${n(after[4]!)} with z of ${plain(minZ)}`,
    `${n(kept)} kept (at most ${n(perLeader)} of a leader)`,
  ];
  const tested = `Families tested: ${n(rows.families)} of ${n(rows.markets)} leaders; found: ${n(found.leaders)} ${found.leaders === 1 ? "leader" : "leaders"}, ${n(found.pairs)} ${found.pairs === 1 ? "pair" : "pairs"}.`;
  const needed = familiesForOne(rows.markets, universe.sessions - definition.highWindow, definition.level);
  // In a large universe "none found" says little of its markets, and that has to be said.
  const none =
    found.leaders === 0 && needed > 1
      ? ` For any to be found at least ${n(needed)} leaders would have to reach the smallest p there is, one over their sessions.`
      : "";
  const lines = [wrapped(`${stages.join(" \u2192 ")}.`, width), wrapped(tested + none, width)];
  const { skipped } = universe;
  if (skipped.length > 0)
    lines.push(
      wrapped(`Skipped: ${n(skipped.length)} ${skipped.length === 1 ? "market" : "markets"}: ${skippedText(skipped.map(({ reason }) => reason))}.`, width),
    );
  return lines;
}

function skippedText(reasons: readonly SkipReason[]): string {
  const counts = new Map<SkipReason, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const all = (Object.keys(SKIP_REASONS) as SkipReason[]).filter((reason) => counts.has(reason));
  return all.map((reason) => `${reason} ${n(counts.get(reason)!)} (${SKIP_REASONS[reason]})`).join("; ");
}

/** Pairs as a table, each with where the two stand now where they are apart. */
export function pairLines(rows: readonly ScanPairRow[], definition: ScanDefinition, { width, paint }: ScanShown): string[] {
  const cells = (pick: (row: ScanPairRow) => string) => rows.map(pick);
  const toned = tonedBy(paint);
  const tone = (text: string, k: number) => (rows[k]?.found ? paint("strong", text) : text);
  const columns: Column[] = [
    { title: "", cells: cells(({ rank }) => n(rank)), numeric: true, dropFirst: 6 },
    { title: "first", cells: cells(({ first }) => named(first)), paint: tone },
    { title: "second", cells: cells(({ second }) => named(second)), paint: tone },
    { title: "hits", cells: cells(({ hits, events }) => `${n(hits)}/${n(events)}`), numeric: true },
    { title: width < NARROW ? "exp." : "expected", cells: cells(({ expected }) => decimal({ value: expected }, { decimals: 1 })), numeric: true, dropFirst: 8 },
    { title: "lift", cells: cells(({ lift }) => decimal({ value: lift }, { decimals: 2 })), numeric: true, dropFirst: 3 },
    { title: "beyond", cells: cells(({ beyond }) => some(beyond, 2)), numeric: true },
    { title: "z", cells: cells(({ z }) => decimal({ value: z }, { decimals: 1 })), numeric: true, dropFirst: 7 },
    { title: "p", cells: cells(({ pValue }) => decimal({ value: pValue }, { decimals: 4 })), numeric: true, dropFirst: 2 },
    { title: "family p", cells: cells(({ familyP }) => some(familyP, 4)), numeric: true, dropFirst: 5 },
    { title: "", cells: cells(({ found }) => (found ? "\u25cf found" : "")), paint: toned("record") },
  ];
  const now = cells((row) => nowText(row, definition));
  if (now.some((text) => text !== "")) columns.push({ title: "now", cells: now, dropFirst: 4, paint: toned("laggard") });
  return table(columns, { width, paint });
}

/** A painter of cells; an empty one stays empty, so that the end of its line can be trimmed. */
function tonedBy(paint: Paint): (tone: Tone) => (text: string) => string {
  return (tone) => (text) => (text === "" ? text : paint(tone, text));
}

/** How one stands far below while the other is at its record, by the first of the two. */
function nowText({ first, second }: ScanPairRow, definition: ScanDefinition): string {
  const pair = apartNow(first, second, definition);
  return pair?.top === first ? `\u25bc apart, ${percent({ value: second.distance }, { decimals: 0 })}` : "";
}

/** Pairs of which one stands at its record and the other far below its own. */
function apartLines(rows: readonly ScanPairRow[], definition: ScanDefinition, shown: ScanShown): string[] {
  const { width, paint } = shown;
  const { nearSessions, below } = definition;
  const what = `Of the kept pairs those of which one set its record at most ${sessionsText(nearSessions)} ago and the other stands ${share(below)} or more below its own.`;
  const head = [paint("strong", "Out of step now"), wrapped(rows.length === 0 ? `${what.slice(0, -1)}: none.` : what, width)];
  if (rows.length === 0) return head;
  const toned = tonedBy(paint);
  const sides = rows.map(({ first, second }) => apartNow(first, second, definition) ?? { top: first, under: second });
  return [
    ...head,
    ...table(
      [
        { title: "at its record", cells: sides.map(({ top }) => named(top)) },
        { title: "below", cells: sides.map(({ under }) => named(under)), paint: toned("laggard") },
        { title: "from record", cells: sides.map(({ under }) => percent({ value: under.distance }, { decimals: 1 })), numeric: true },
        { title: "sessions", cells: sides.map(({ under }) => (under.since === null ? "\u2013" : n(under.since))), numeric: true, dropFirst: 2 },
        { title: "hits", cells: rows.map(({ hits, events }) => `${n(hits)}/${n(events)}`), numeric: true, dropFirst: 1 },
        { title: "beyond", cells: rows.map(({ beyond }) => some(beyond, 2)), numeric: true },
        { title: "", cells: rows.map(({ found }) => (found ? "\u25cf found" : "")), dropFirst: 3, paint: toned("record") },
      ],
      shown,
    ),
  ];
}

/** Pairs whose second comes after the first more often than before it. */
function leadLines(rows: readonly ScanPairRow[], { of, window, minHits }: ScanDefinition, shown: ScanShown): string[] {
  const { width, paint } = shown;
  const what = `Of the kept pairs those in which ${of} of the second lie more often in the ${sessionsText(window)} after one of the first than before it, ${n(minHits)} or more in all, by at least twice a fair coin's spread.`;
  const head = [paint("strong", "Who comes first"), wrapped(rows.length === 0 ? `${what.slice(0, -1)}: none.` : what, width)];
  if (rows.length === 0) return head;
  const toned = tonedBy(paint);
  return [
    ...head,
    ...table(
      [
        { title: "first", cells: rows.map(({ first }) => named(first)), paint: toned("leader") },
        { title: "then", cells: rows.map(({ second }) => named(second)) },
        { title: "before", cells: rows.map(({ before }) => n(before)), numeric: true },
        { title: "same session", cells: rows.map(({ same }) => n(same)), numeric: true, dropFirst: 1 },
        { title: "after", cells: rows.map(({ after }) => n(after)), numeric: true },
        {
          title: "difference",
          cells: rows.map((row) => decimal({ value: leadOf(row) }, { decimals: 1 })),
          numeric: true,
        },
      ],
      shown,
    ),
  ];
}

/** What the columns mean: a sentence each. */
export function legend({ definition, universe }: ScanSummary, { width, paint }: ScanShown): string[] {
  const { level } = definition;
  const sentences = [
    `Hits: ${definition.of} of the first that count, of all it set in the history the two have in common; expected: their mean over all shifts of that history in a circle, and lift is the one over the other.`,
    "Beyond: hits over those promised on sessions on which as many of the other markets are near theirs, eight added to both; the ranking goes by it.",
    `p: the share of all shifts with as many hits or more, the true position among them; the smallest possible is one over their number, ${decimal({ value: 1 / (universe.sessions - definition.highWindow) }, { decimals: 4 })} over the whole history.`,
    `\u25cf found: the family of the first stands out among all markets, and the pair within it; on average at most ${share(level)} of the families found are chance.`,
  ];
  return sentences.flatMap((sentence) => wrappedLines(sentence, width, paint, "soft"));
}

function table(columns: readonly Column[], { width, paint }: ScanShown): string[] {
  const [head = "", ...lines] = tableLines(columns, width - 2);
  const absent = leftOut(columns, width - 2);
  const without = absent.length > 0 ? wrappedLines(`  (no room here for: ${absent.join(", ")})`, width, paint, "soft") : [];
  return [paint("soft", `  ${head}`), ...lines.map((line) => `  ${line}`), ...without];
}

/** A market's name on the screen: one line, and not all of it. */
function named({ id }: ScanSide): string {
  const text = printable(id.replaceAll(/\s+/g, " "));
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}\u2026` : text;
}

function some(value: number | null, decimals: number): string {
  return value === null ? "\u2013" : decimal({ value }, { decimals });
}

function n(value: number): string {
  return whole({ value });
}

function plain(value: number): string {
  return String(value);
}

function share(value: number): string {
  return `${Number((100 * value).toFixed(4))}%`;
}

function sessionsText(count: number): string {
  return `${n(count)} ${count === 1 ? "session" : "sessions"}`;
}
