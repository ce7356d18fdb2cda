import { scaleLinear, scaleUtc } from "d3-scale";
import { line } from "d3-shape";
import type { Day } from "../market/index.ts";
import { dateAxis, dateOf } from "./dateAxis.ts";
import { type ChartTexts, frame, svgOf } from "./frame.ts";
import type { Layout } from "./layout.ts";
import { px } from "./px.ts";
import { spreadLabels } from "./spreadLabels.ts";
import { textAt } from "./textAt.ts";

/** One market's distance from its record. */
export interface UnderwaterLine {
  label: string; // "BTC"
  value: string; // "−41.4%"; its last distance as it is to be shown
  role: "leader" | "laggard" | "member";
  values: readonly (number | null)[]; // decimals at most 0, one for each session; null = none
}

/** What the chart of distances from the record shows; texts are shown as given. */
export interface UnderwaterSpec extends ChartTexts {
  sessions: readonly Day[]; // ascending
  lines: readonly UnderwaterLine[];
  shaded: readonly { from: Day; to: Day }[];
  mark?: { day: Day; label: string }; // one day that matters
}

const LAYOUTS = {
  wide: { plot: 380, left: 54, right: 118, ticks: 7 },
  narrow: { plot: 330, left: 52, right: 108, ticks: 4 },
} as const;

// Blue and vermilion of Okabe and Ito hold apart for every common colour vision; line width and labels say the same again.
const STYLE = `.uw{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;--paper:#fff;--ink:#16191d;--soft:#5b626b;--grid:#e3e5e8;--shade:#f3e3da;--leader:#0062a3;--laggard:#c13f00;--member:#8b929a}
@media (prefers-color-scheme:dark){.uw{--paper:#14171b;--ink:#eceef0;--soft:#a5acb5;--grid:#2c3138;--shade:#3a2a22;--leader:#5db4f0;--laggard:#ff8a4c;--member:#7d858e}}
@media print{.uw{--paper:#fff;--ink:#16191d;--soft:#5b626b;--grid:#e3e5e8;--shade:#f3e3da;--leader:#0062a3;--laggard:#c13f00;--member:#8b929a}}
.uw .paper{fill:var(--paper)}.uw text{fill:var(--soft)}.uw .title{fill:var(--ink);font-weight:650}.uw .grid{stroke:var(--grid)}.uw .zero{stroke:var(--ink)}.uw .shade{fill:var(--shade)}.uw .mark{stroke:var(--ink);stroke-dasharray:2 3}
.uw path{fill:none;stroke-linejoin:round}.uw .leader path{stroke:var(--leader);stroke-width:2.2}.uw .laggard path{stroke:var(--laggard);stroke-width:2.2}.uw .member path{stroke:var(--member);stroke-width:1;opacity:.75}
.uw.narrow .leader path,.uw.narrow .laggard path{stroke-width:1.5}
.uw .leader text{fill:var(--leader);font-weight:650}.uw .laggard text{fill:var(--laggard);font-weight:650}.uw .leader circle{fill:var(--leader)}.uw .laggard circle{fill:var(--laggard)}.uw .member circle{fill:var(--member)}.uw .tie{stroke:var(--grid)}`;

/**
 * The distance of each market from its record, session by session, as an SVG document.
 *
 * Leader and laggard stand out, the others give the scale; each line is labelled at its end, and spans of days can be shaded.
 * Self-contained: no script, no font, no link; light, dark and print by its own style. The same bytes for the same spec.
 *
 * @throws RangeError when there is no session or a line has another length than the sessions
 *
 * @example
 * import { underwater } from "lockstep/charts";
 * const line = { label: "A", value: "0%", role: "leader", values: [-0.1, 0] };
 * const spec = { title: "T", subtitle: "S", source: "F", alt: "A", sessions: ["2025-01-02", "2025-01-03"], lines: [line], shaded: [] };
 * underwater(spec, "wide").startsWith("<svg"); // => true
 */
export function underwater(spec: UnderwaterSpec, layout: Layout): string {
  const { sessions, lines, shaded, mark } = spec;
  if (sessions.length === 0) throw new RangeError("invalid sessions: none");
  for (const { label, values } of lines) {
    if (values.length !== sessions.length) throw new RangeError(`invalid values of ${label}: ${values.length} for ${sessions.length} sessions`);
  }
  const { ticks, ...room } = LAYOUTS[layout];
  const shown = frame(spec, layout, room);
  const { left, right, top, bottom } = shown;
  const size = shown.page.text;
  let lowest = LEAST_DEPTH;
  for (const { values } of lines) for (const value of values) if (value !== null && value < lowest) lowest = value;
  const x = scaleUtc([dateOf(sessions[0]!), dateOf(sessions.at(-1)!)], [left, right]);
  const y = scaleLinear([0, lowest], [top, bottom]).nice(5);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, k) => x(dateOf(sessions[k]!)))
    .y((value) => y(value!))
    .digits(1);
  const order = { member: 0, leader: 1, laggard: 2 };
  const drawn = [...lines].sort((a, b) => order[a.role] - order[b.role]);
  const ends = drawn.map(({ values }) => y(values.findLast((value) => value !== null) ?? 0));
  const labels = spreadLabels(ends, { gap: size + 4, from: top, to: bottom });
  const yTicks = y.ticks(5);
  const within = ({ from, to }: { from: Day; to: Day }) => to >= sessions[0]! && from <= sessions.at(-1)!;
  const clamp = (day: Day) => x(dateOf(day < sessions[0]! ? sessions[0]! : day > sessions.at(-1)! ? sessions.at(-1)! : day));
  const parts = [
    ...shaded.filter(within).map(({ from, to }) => {
      const start = clamp(from);
      return `<rect class="shade" x="${px(start)}" y="${px(top)}" width="${px(Math.max(1.5, clamp(to) - start))}" height="${px(bottom - top)}"/>`;
    }),
    ...yTicks.map((tick) => `<line class="${tick === 0 ? "zero" : "grid"}" x1="${left}" x2="${right}" y1="${px(y(tick))}" y2="${px(y(tick))}"/>`),
    ...yTicks.map((tick) => textAt(percentTick(tick), { x: left - 6, y: y(tick) + size / 3, size, anchor: "end" })),
    ...dateAxis(x, { first: sessions[0]!, ticks, y: bottom + size + 8, size }),
    ...(mark && within({ from: mark.day, to: mark.day })
      ? [
          `<line class="mark" x1="${px(clamp(mark.day))}" x2="${px(clamp(mark.day))}" y1="${px(top - 5)}" y2="${px(bottom)}"/>`,
          textAt(mark.label, { x: Math.min(clamp(mark.day), right), y: top - 10, size, anchor: "end" }),
        ]
      : []),
    ...drawn.map(({ label, value, role, values }, k) => {
      const tie =
        Math.abs(labels[k]! - ends[k]!) > 3 ? `<line class="tie" x1="${right + 4}" x2="${right + 9}" y1="${px(ends[k]!)}" y2="${px(labels[k]!)}"/>` : "";
      // A line without values ends nowhere: a dot would put it at its record.
      const dot = values.some((value) => value !== null) ? `<circle cx="${right}" cy="${px(ends[k]!)}" r="${role === "member" ? 2 : 3}"/>` : "";
      return `<g class="${role}"><path d="${path([...values]) ?? ""}"/>${dot}${tie}${textAt(`${label} ${value}`, { x: right + 11, y: labels[k]! + size / 3, size })}</g>`;
    }),
  ];
  return svgOf(shown, { class: "uw", style: STYLE }, parts);
}

const LEAST_DEPTH = -0.05; // a market at its record all the time still gets an axis

function percentTick(tick: number): string {
  return tick === 0 ? "0%" : `\u2212${Math.round(-tick * 100)}%`;
}
