import { type ScaleTime, scaleLinear, scaleUtc } from "d3-scale";
import { line } from "d3-shape";
import { type Day, dayNumber } from "../market/index.ts";
import { escapeXml, wrapWords } from "../text/index.ts";
import { spreadLabels } from "./spreadLabels.ts";

/** One market's distance from its record. */
export interface UnderwaterLine {
  label: string; // "BTC"
  value: string; // "−41.4%"; its last distance as it is to be shown
  role: "leader" | "laggard" | "member";
  values: readonly (number | null)[]; // decimals at most 0, one for each session; null = none
}

/** What the chart of distances from the record shows; texts are shown as given. */
export interface UnderwaterSpec {
  title: string; // one message
  subtitle: string; // what is shown, in which unit
  source: string; // where the figures come from, and as of when
  alt: string; // for those who do not see it
  sessions: readonly Day[]; // ascending
  lines: readonly UnderwaterLine[];
  shaded: readonly { from: Day; to: Day }[];
  mark?: { day: Day; label: string }; // one day that matters
}

/** Where the chart is read: on a page, or on a phone. */
export type Layout = "wide" | "narrow";

const LAYOUTS = {
  wide: { width: 960, plot: 380, left: 54, right: 118, title: 21, text: 13, titleWidth: 68, textWidth: 124, ticks: 7 },
  narrow: { width: 390, plot: 330, left: 52, right: 108, title: 16, text: 12, titleWidth: 34, textWidth: 54, ticks: 4 },
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
  const l = LAYOUTS[layout];
  const titles = balancedLines(spec.title, l.titleWidth);
  const subtitles = wrapWords(spec.subtitle, l.textWidth);
  const sources = wrapWords(spec.source, l.textWidth);
  const top = 8 + titles.length * (l.title + 5) + subtitles.length * (l.text + 5) + 38;
  const bottom = top + l.plot;
  const height = bottom + 32 + sources.length * (l.text + 4);
  let lowest = LEAST_DEPTH;
  for (const { values } of lines) for (const value of values) if (value !== null && value < lowest) lowest = value;
  const x = scaleUtc([dateOf(sessions[0]!), dateOf(sessions.at(-1)!)], [l.left, l.width - l.right]);
  const y = scaleLinear([0, lowest], [top, bottom]).nice(5);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, k) => x(dateOf(sessions[k]!)))
    .y((value) => y(value!))
    .digits(1);
  const order = { member: 0, leader: 1, laggard: 2 };
  const drawn = [...lines].sort((a, b) => order[a.role] - order[b.role]);
  const ends = drawn.map(({ values }) => y(values.findLast((value) => value !== null) ?? 0));
  const labels = spreadLabels(ends, { gap: l.text + 4, from: top, to: bottom });
  const right = l.width - l.right;
  const yTicks = y.ticks(5);
  const round = (value: number) => Math.round(value * 10) / 10;
  const text = (content: string, at: { x: number; y: number; size?: number; class?: string; anchor?: string }) =>
    `<text x="${round(at.x)}" y="${round(at.y)}" font-size="${at.size ?? l.text}"${at.class ? ` class="${at.class}"` : ""}${at.anchor ? ` text-anchor="${at.anchor}"` : ""}>${escapeXml(content)}</text>`;
  const within = ({ from, to }: { from: Day; to: Day }) => to >= sessions[0]! && from <= sessions.at(-1)!;
  const clamp = (day: Day) => x(dateOf(day < sessions[0]! ? sessions[0]! : day > sessions.at(-1)! ? sessions.at(-1)! : day));
  const parts = [
    `<rect class="paper" width="${l.width}" height="${round(height)}"/>`,
    ...titles.map((content, k) => text(content, { x: 2, y: 8 + l.title + k * (l.title + 5), size: l.title, class: "title" })),
    ...subtitles.map((content, k) => text(content, { x: 2, y: 8 + titles.length * (l.title + 5) + l.text + 4 + k * (l.text + 5) })),
    ...shaded.filter(within).map(({ from, to }) => {
      const start = clamp(from);
      return `<rect class="shade" x="${round(start)}" y="${round(top)}" width="${round(Math.max(1.5, clamp(to) - start))}" height="${round(bottom - top)}"/>`;
    }),
    ...yTicks.map((tick) => `<line class="${tick === 0 ? "zero" : "grid"}" x1="${l.left}" x2="${right}" y1="${round(y(tick))}" y2="${round(y(tick))}"/>`),
    ...yTicks.map((tick) => text(percentTick(tick), { x: l.left - 6, y: y(tick) + l.text / 3, anchor: "end" })),
    ...startLabel(x, sessions[0]!, l.ticks).map(([label, at]) => text(label, { x: at, y: bottom + l.text + 8 })),
    ...x.ticks(l.ticks).map((tick) => text(dateTick(tick), { x: x(tick), y: bottom + l.text + 8, anchor: "middle" })),
    ...(mark && within({ from: mark.day, to: mark.day })
      ? [
          `<line class="mark" x1="${round(clamp(mark.day))}" x2="${round(clamp(mark.day))}" y1="${round(top - 5)}" y2="${round(bottom)}"/>`,
          text(mark.label, { x: Math.min(clamp(mark.day), right), y: top - 10, anchor: "end" }),
        ]
      : []),
    ...drawn.map(({ label, value, role, values }, k) => {
      const tie =
        Math.abs(labels[k]! - ends[k]!) > 3 ? `<line class="tie" x1="${right + 4}" x2="${right + 9}" y1="${round(ends[k]!)}" y2="${round(labels[k]!)}"/>` : "";
      // A line without values ends nowhere: a dot would put it at its record.
      const dot = values.some((value) => value !== null) ? `<circle cx="${right}" cy="${round(ends[k]!)}" r="${role === "member" ? 2 : 3}"/>` : "";
      return `<g class="${role}"><path d="${path([...values]) ?? ""}"/>${dot}${tie}${text(`${label} ${value}`, { x: right + 11, y: labels[k]! + l.text / 3 })}</g>`;
    }),
    ...sources.map((content, k) => text(content, { x: 2, y: bottom + 32 + l.text + k * (l.text + 4), size: l.text - 1 })),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" class="uw ${layout}" viewBox="0 0 ${l.width} ${round(height + 6)}" width="${l.width}" height="${round(height + 6)}" role="img" aria-label="${escapeXml(spec.alt)}"><style>${STYLE}</style>${parts.join("")}</svg>`;
}

const MS_PER_DAY = 86_400_000;
const LEAST_DEPTH = -0.05; // a market at its record all the time still gets an axis
const START_ROOM = 85; // pixels that a month and year take before the middle of the first tick
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function dateOf(day: Day): Date {
  return new Date(dayNumber(day) * MS_PER_DAY);
}

/** The fewest lines that a width allows, none of them much shorter than the others. */
function balancedLines(text: string, width: number): string[] {
  const fewest = wrapWords(text, width).length;
  let narrowest = width;
  while (narrowest > 1 && wrapWords(text, narrowest - 1).length === fewest) narrowest--;
  return wrapWords(text, narrowest);
}

/** The month in which the chart begins, where the first tick leaves room for it. */
function startLabel(x: ScaleTime<number, number>, first: Day, ticks: number): [label: string, at: number][] {
  const start = x(dateOf(first));
  const [tick] = x.ticks(ticks);
  const month = dateOf(first);
  if (tick !== undefined && x(tick) - start < START_ROOM) return [];
  return [[`${MONTHS[month.getUTCMonth()]} ${month.getUTCFullYear()}`, start]];
}

function percentTick(tick: number): string {
  return tick === 0 ? "0%" : `\u2212${Math.round(-tick * 100)}%`;
}

function dateTick(date: Date): string {
  const year = String(date.getUTCFullYear());
  if (date.getUTCDate() !== 1) return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  return date.getUTCMonth() === 0 ? year : `${MONTHS[date.getUTCMonth()]} ${year}`;
}
