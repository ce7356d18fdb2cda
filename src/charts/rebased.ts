import { scaleLog, scaleUtc } from "d3-scale";
import type { Day } from "../market/index.ts";
import { caseKey } from "./caseKey.ts";
import { casesWithin } from "./casesWithin.ts";
import { CHART_STYLE } from "./chartStyle.ts";
import { dateAxis, dateOf } from "./dateAxis.ts";
import { dayMark } from "./dayMark.ts";
import { endLabels } from "./endLabels.ts";
import { type ChartTexts, frame, svgOf } from "./frame.ts";
import { gappedLine } from "./gappedLine.ts";
import { held } from "./held.ts";
import { type KeyItem, keyLine } from "./keyLine.ts";
import { type Layout, PAGES } from "./layout.ts";
import { levelLabel } from "./levelLabel.ts";
import { logTicks } from "./logTicks.ts";
import { type MarketRole, ROLE_HUES } from "./marketRole.ts";
import { requireAscending } from "./requireAscending.ts";
import { requireLength } from "./requireLength.ts";
import { type ShadedCase, SYMBOL_ROOM, shadedCases } from "./shadedCases.ts";
import { symbol } from "./symbol.ts";
import { textWidth } from "./textWidth.ts";
import { valueAxis } from "./valueAxis.ts";

/** One market's level, 100 on its first day. */
export interface RebasedLine {
  label: string; // "IWM"
  value: string; // "312"; its last level as it is to be shown
  role: MarketRole;
  values: readonly (number | null)[]; // above zero, one for each day; null = none
  records: readonly Day[]; // ascending, among the days; those on which it set a record
}

/** What the chart of rebased levels shows; texts are shown as given. */
export interface RebasedSpec extends ChartTexts {
  days: readonly Day[]; // ascending
  lines: readonly RebasedLine[];
  shaded: readonly ShadedCase[];
  mark?: { day: Day; label: string };
}

const LAYOUTS = {
  wide: { plot: 380, left: 40, right: 64, most: 180, ticks: 7, dot: 2.2 },
  narrow: { plot: 330, left: 34, right: 60, most: 110, ticks: 4, dot: 1.7 },
} as const;

const MOST_VALUES = 7;
const AXIS_GAP = 8; // pixels between the values of the axis and the plot
const LABEL_GAP = 16; // pixels from a line's end to its label, and beyond that to the edge
const MARGIN = 0.04; // of the range in logs, above and below the lines
const FLAT = 1.25; // levels that are all the same stand amid so many times more and less
const MARK_ROOM = 20;
const RANKS = { member: 0, leader: 1, laggard: 2 } as const;

const RECORD: KeyItem = {
  width: 22,
  draw: (x, middle) => `<g class="ink"><path class="line" d="M${x},${middle}h22"/>${symbol("dot", x + 11, middle, 2.6)}</g>`,
  words: "a record",
};

/**
 * The levels of markets that stand at 100 on the first day, as an SVG document; a log scale, on which equal heights are equal percentages.
 *
 * A dot on the line marks each record, cases are shaded with the symbol of their end above, and each line is labelled at its end; a missing
 * level breaks the line and has no dot.
 * Self-contained: no script, no font, no link; light, dark and print by its own style. The same bytes for the same spec.
 *
 * @throws RangeError when there is no day, days or records do not ascend, a record is on none of the days, there is no line, one has another
 * length than the days, a level is not above zero, or a case ends before it begins
 *
 * @example
 * import { rebased } from "lockstep/charts";
 * const line = { label: "IWM", value: "312", role: "leader", values: [100, 312], records: ["2026-08-14"] };
 * const spec = { title: "T", subtitle: "S", source: "F", alt: "A", days: ["2015-01-02", "2026-08-14"], lines: [line], shaded: [] };
 * rebased(spec, "narrow").includes("312"); // => true
 */
export function rebased(spec: RebasedSpec, layout: Layout): string {
  requireLines(spec);
  const { days, lines, mark } = spec;
  const [from, to] = [days[0]!, days.at(-1)!];
  const { ticks, plot, dot, most, ...room } = LAYOUTS[layout];
  const { text: size, width } = PAGES[layout];
  const shaded = casesWithin(spec.shaded, { from, to });
  const key = keyLine([...(lines.some(({ records }) => records.length > 0) ? [RECORD] : []), ...caseKey(shaded)], { left: 2, width, size });
  const marked = mark && mark.day >= from && mark.day <= to ? mark : undefined;
  const symbolRoom = shaded.length > 0 ? SYMBOL_ROOM : 0;
  const above = 14 + key.height + (marked ? MARK_ROOM : 0) + symbolRoom;
  const domain = domainOf(lines);
  const levels = logTicks(...domain, MOST_VALUES);
  const left = Math.max(room.left, ...levels.map((level) => AXIS_GAP + textWidth(levelLabel(level), size)));
  const beside = Math.max(room.right, ...lines.flatMap(({ label, value }) => [label, value].map((text) => LABEL_GAP + textWidth(text, size, "bold"))));
  const shown = frame(spec, layout, { plot, left, right: Math.min(most, beside), above });
  const { right, top, bottom } = shown;
  const x = scaleUtc([dateOf(from), dateOf(to)], [left, right]);
  const cases = shadedCases(shaded, { x, from, to, top, bottom });
  const y = scaleLog(domain, [bottom, top]);
  const at = (k: number) => x(dateOf(days[k]!));
  const indexOf = new Map(days.map((day, k) => [day, k]));
  const drawn = [...lines].sort((a, b) => RANKS[a.role] - RANKS[b.role]);
  const ends = drawn.map(({ values }) => values.findLastIndex(held));
  const parts = [
    ...key.at(top - above + 8),
    ...cases.shades,
    ...valueAxis(y, levels, levelLabel, { left, right, size, base: 100 }),
    ...dateAxis(x, { first: from, ticks, y: bottom + size + 8, size }),
    ...(marked ? dayMark(marked.label, { x: x(dateOf(marked.day)), top: top - symbolRoom, bottom, size }) : []),
    ...cases.symbols,
    ...drawn.map(({ role, values, records }) => {
      const dots = records
        .map((day) => indexOf.get(day)!)
        .filter((k) => held(values[k]))
        .map((k) => symbol("dot", at(k), y(values[k]!), dot));
      // A level with a gap on either side is a line without length: round ends let it be seen. Its end has no dot, which would be a record.
      return `<g class="${ROLE_HUES[role]}"><path class="line" stroke-linecap="round" d="${gappedLine(values, { x: at, y })}"/>${dots.join("")}</g>`;
    }),
    ...endLabels(
      drawn.map(({ label, value, role, values }, k) => ({
        // A line without values ends nowhere; its label still says so, at the middle.
        at: ends[k]! < 0 ? (top + bottom) / 2 : y(values[ends[k]!]!),
        texts: [
          { text: label, bold: role !== "member" },
          { text: value, bold: role !== "member" },
        ],
        hue: ROLE_HUES[role],
      })),
      { x: right, width: width - right, size, top, bottom },
    ),
  ];
  return svgOf(shown, { class: "ch", style: CHART_STYLE }, parts);
}

/** The range of all levels and what is left free around it. */
function domainOf(lines: readonly RebasedLine[]): [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const { values } of lines) {
    for (const value of values) {
      if (held(value) && value < low) low = value;
      if (held(value) && value > high) high = value;
    }
  }
  if (high === 0) return [100 / FLAT, 100 * FLAT];
  const margin = low === high ? FLAT : (high / low) ** MARGIN;
  return [low / margin, high * margin];
}

function requireLines({ days, lines }: RebasedSpec): void {
  requireAscending("days", days);
  if (lines.length === 0) throw new RangeError("invalid lines: none");
  const shown = new Set(days);
  for (const { label, values, records } of lines) {
    requireLength(`values of ${label}`, values, days, "days");
    for (const value of values) if (value !== null && value <= 0) throw new RangeError(`invalid value of ${label}: ${value}`);
    if (records.length > 0) requireAscending(`records of ${label}`, records);
    const stray = records.find((day) => !shown.has(day));
    if (stray !== undefined) throw new RangeError(`invalid record of ${label}: ${stray} is none of the days`);
  }
}
