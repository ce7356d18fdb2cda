import { dayNumber } from "../market/index.ts";
import { CHART_STYLE } from "./chartStyle.ts";
import { MONTHS } from "./dateAxis.ts";
import { type ChartTexts, type Frame, frame, svgOf } from "./frame.ts";
import type { Layout } from "./layout.ts";
import type { PolicyMeeting, RangeProbability } from "./policyMeeting.ts";
import { px } from "./px.ts";
import { rangeLabel } from "./rangeLabel.ts";
import { requireAscending } from "./requireAscending.ts";
import { LEAST_SHOWN, shading } from "./shading.ts";
import { textAt } from "./textAt.ts";

/** What the table of probabilities shows; texts are shown as given. */
export interface ProbabilityHeatSpec extends ChartTexts {
  meetings: readonly PolicyMeeting[]; // ascending
  current: { lowerBp: number; upperBp: number; label: string }; // label "now"; NaN = not known, and then no row is framed
}

const LAYOUTS = {
  wide: { left: 132, row: 32, columns: 12, sign: "%" },
  // A phone has room for figures without their sign; the subtitle says what they are.
  narrow: { left: 112, row: 27, columns: 9, sign: "" },
} as const;

const HEAD = 3; // lines above a panel: the day, the month, the year
const BETWEEN = 18; // pixels between panels

/**
 * How likely each target range is after each meeting, as a table of shaded cells in an SVG document.
 *
 * A row a range, the highest on top; a column a meeting. The cell's shade and its figure say the same; below one percent it has neither. The
 * current range is framed. A meeting of which nothing is known has a dash in each row. More meetings than fit stand in a second table below.
 * Self-contained: no script, no font, no link; light, dark and print by its own style. The same bytes for the same spec.
 *
 * @throws RangeError when there is no meeting, days do not ascend, or a probability is none
 *
 * @example
 * import { probabilityHeat } from "lockstep/charts";
 * const meetings = [{ day: "2026-01-28", expected: 3.6, buckets: [{ lowerBp: 350, upperBp: 375, probability: 0.784 }] }];
 * const spec = { title: "T", subtitle: "S", source: "F", alt: "A", meetings, current: { lowerBp: 350, upperBp: 375, label: "now" } };
 * probabilityHeat(spec, "wide").includes(">78%</text>"); // => true
 */
export function probabilityHeat(spec: ProbabilityHeatSpec, layout: Layout): string {
  const { meetings, current } = spec;
  requireAscending(
    "meetings",
    meetings.map(({ day }) => day),
  );
  for (const { probability } of meetings.flatMap(({ buckets }) => buckets)) {
    if (!(probability >= 0 && probability <= 1)) throw new RangeError(`invalid probability: ${probability}`);
  }
  const rows = rangesOf(meetings, current);
  const { row, columns } = LAYOUTS[layout];
  const count = Math.ceil(meetings.length / columns);
  const perPanel = Math.ceil(meetings.length / count);
  const headHeight = HEAD * 16;
  const panelHeight = headHeight + rows.length * row;
  const shown = frame(spec, layout, {
    plot: count * panelHeight + (count - 1) * BETWEEN,
    left: LAYOUTS[layout].left,
    right: layout === "wide" ? 8 : 4,
    above: 10,
    below: 14,
  });
  const width = Math.min(MOST_WIDE, (shown.right - shown.left) / perPanel);
  const parts = Array.from({ length: count }, (_, k) =>
    panel(meetings.slice(k * perPanel, (k + 1) * perPanel), {
      shown,
      rows,
      current,
      width,
      top: shown.top + k * (panelHeight + BETWEEN) + headHeight,
      row,
      sign: LAYOUTS[layout].sign,
    }),
  );
  return svgOf(shown, { class: "ch", style: CHART_STYLE }, parts.flat());
}

const MOST_WIDE = 110; // a column; few meetings make no giant cells

interface Panel {
  shown: Frame;
  rows: readonly Range[];
  current: ProbabilityHeatSpec["current"];
  width: number;
  top: number;
  row: number;
  sign: string;
}

type Range = Omit<RangeProbability, "probability">;

function panel(meetings: readonly PolicyMeeting[], { shown, rows, current, width, top, row, sign }: Panel): string[] {
  const { left } = shown;
  const size = shown.page.text;
  const right = left + meetings.length * width;
  return [
    ...meetings.flatMap(({ day }, k) =>
      meetingHead(day, { x: left + (k + 0.5) * width, top, newYear: day.slice(0, 4) !== meetings[k - 1]?.day.slice(0, 4), size }),
    ),
    ...rows.flatMap((range, r) => {
      const y = top + r * row;
      const now = same(range, current);
      return [
        textAt(rangeLabel(range), { x: left - 8, y: y + row / 2 + size / 3, size, anchor: "end", ...(now ? { class: "ink bold" } : {}) }),
        ...(now ? [textAt(current.label, { x: 2, y: y + row / 2 + size / 3, size, class: "ink bold" })] : []),
        ...meetings.flatMap((meeting, k) => cell(meeting, range, { x: left + k * width, y, width, row, sign, size })),
      ];
    }),
    ...rows.flatMap((range, r) =>
      same(range, current) ? [`<rect class="frame" x="${px(left)}" y="${px(top + r * row)}" width="${px(right - left)}" height="${px(row)}"/>`] : [],
    ),
  ];
}

function meetingHead(day: string, { x, top, newYear, size }: { x: number; top: number; newYear: boolean; size: number }): string[] {
  dayNumber(day);
  const [year, month, date] = day.split("-");
  return [
    ...(newYear ? [textAt(year!, { x, y: top - 38, size, class: "ink bold", anchor: "middle" })] : []),
    textAt(String(Number(date)), { x, y: top - 22, size, class: "ink", anchor: "middle" }),
    textAt(MONTHS[Number(month) - 1]!, { x, y: top - 7, size, class: "ink", anchor: "middle" }),
  ];
}

interface CellPlace {
  x: number;
  y: number;
  width: number;
  row: number;
  sign: string;
  size: number;
}

function cell({ buckets }: PolicyMeeting, range: Range, { x, y, width, row, sign, size }: CellPlace): string[] {
  const words = { x: x + width / 2, y: y + row / 2 + size / 3, size, anchor: "middle" as const };
  const ground = (look: string) => `<rect ${look} x="${px(x + 0.75)}" y="${px(y + 0.75)}" width="${px(width - 1.5)}" height="${px(row - 1.5)}"/>`;
  if (buckets.length === 0) return [ground('class="heat" fill-opacity="0.03"'), textAt("–", words)];
  const probability = buckets.find((bucket) => same(bucket, range))?.probability ?? 0;
  if (probability < LEAST_SHOWN) return [ground('class="heat" fill-opacity="0.03"')];
  return [
    ground(`class="heat" fill-opacity="${shading(probability)}"`),
    textAt(`${Math.round(probability * 100)}${sign}`, { ...words, class: probability >= 0.5 ? "ink bold" : "ink" }),
  ];
}

const STEP = 25; // basis points
const MOST_ROWS = 24;

/** Every range that is likely enough at some meeting, the current one and those between them; the highest first. */
function rangesOf(meetings: readonly PolicyMeeting[], current: Range): Range[] {
  const shown = meetings.flatMap(({ buckets }) => buckets.filter(({ probability }) => probability >= LEAST_SHOWN));
  const known = Number.isFinite(current.lowerBp) && Number.isFinite(current.upperBp) ? [current, ...shown] : shown;
  const lowest = Math.min(...known.map(({ lowerBp }) => lowerBp));
  const rows = Math.round((Math.max(...known.map(({ upperBp }) => upperBp)) - lowest) / STEP);
  // A row left out would make ranges neighbours that are none; ranges far apart are rather listed than filled with empty rows.
  const between = Array.from({ length: rows >= 0 && rows <= MOST_ROWS ? rows : 0 }, (_, k) => ({
    lowerBp: lowest + k * STEP,
    upperBp: lowest + (k + 1) * STEP,
  }));
  const ranges = new Map([...known, ...between].map(({ lowerBp, upperBp }) => [`${lowerBp}-${upperBp}`, { lowerBp, upperBp }]));
  return [...ranges.values()].sort((a, b) => b.upperBp - a.upperBp || b.lowerBp - a.lowerBp);
}

function same(a: Range, b: Range): boolean {
  return a.lowerBp === b.lowerBp && a.upperBp === b.upperBp;
}
