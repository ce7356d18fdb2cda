import { type ScaleLinear, type ScaleTime, scaleLinear, scaleUtc } from "d3-scale";
import type { Day } from "../market/index.ts";
import { dateAxis, dateOf } from "./dateAxis.ts";
import { dayMark } from "./dayMark.ts";
import type { Frame } from "./frame.ts";
import { held } from "./held.ts";
import { px } from "./px.ts";
import { textWidth } from "./textWidth.ts";
import { valueAxis } from "./valueAxis.ts";

/** A span of days that stands out, such as an era; its name stands above it where there is room. */
export interface ShadedSpan {
  from: Day;
  to: Day;
}

/** Scales of a plot of values over days, and what lies behind its lines. */
export interface TimePlot {
  left: number; // where the plot begins, beside the longest value of its axis
  x: ScaleTime<number, number>;
  y: ScaleLinear<number, number>;
  behind: string[];
}

interface Given {
  days: readonly Day[];
  values: readonly (number | null)[]; // all that must fit
  ticks: number;
  label: (tick: number, y: ScaleLinear<number, number>) => string;
  shaded?: readonly ShadedSpan[];
  mark?: { day: Day; label: string };
}

const AXIS_GAP = 8; // pixels between the values of the axis and the plot

/** A plot of values over days, zero within it. */
export function timePlot({ left: least, right, top, bottom, page }: Frame, { days, values, ticks, label, shaded = [], mark }: Given): TimePlot {
  const first = days[0]!;
  const last = days.at(-1)!;
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (held(value) && value < low) low = value;
    if (held(value) && value > high) high = value;
  }
  const y = scaleLinear(low === high ? [0, 1] : [low, high], [bottom, top]).nice(5);
  const yTicks = y.ticks(5);
  const left = Math.max(least, ...yTicks.map((tick) => AXIS_GAP + textWidth(label(tick, y), page.text)));
  const x = scaleUtc([dateOf(first), dateOf(last)], [left, right]);
  const clamp = (day: Day) => x(dateOf(day < first ? first : day > last ? last : day));
  const behind = [
    ...shaded
      .filter(({ from, to }) => to >= first && from <= last)
      .map(({ from, to }) => {
        const width = Math.max(1.5, clamp(to) - clamp(from));
        return `<rect class="shade" x="${px(clamp(from))}" y="${px(top)}" width="${px(width)}" height="${px(bottom - top)}"/>`;
      }),
    ...valueAxis(y, yTicks, (tick) => label(tick, y), { left, right, size: page.text }),
    ...dateAxis(x, { first, ticks, y: bottom + page.text + 8, size: page.text }),
    ...(mark && mark.day >= first && mark.day <= last ? dayMark(mark.label, { x: clamp(mark.day), top, bottom, size: page.text }) : []),
  ];
  return { left, x, y, behind };
}
