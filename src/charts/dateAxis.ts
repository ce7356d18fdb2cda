import type { ScaleTime } from "d3-scale";
import { type Day, dayNumber } from "../market/index.ts";
import { textAt } from "./textAt.ts";
import { textWidth } from "./textWidth.ts";

const MS_PER_DAY = 86_400_000;
const GAP = 4; // pixels between two labels
const START_ROOM = 85; // pixels that a month and year take before the middle of the first tick

export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

export function dateOf(day: Day): Date {
  return new Date(dayNumber(day) * MS_PER_DAY);
}

/** Days, months or years below the plot: as many as asked for, or as have room. */
export function dateAxis(x: ScaleTime<number, number>, { first, ticks, y, size }: { first: Day; ticks: number; y: number; size: number }): string[] {
  const shown = roomyTicks(x, ticks, size);
  return [
    ...startLabel(x, first, ticks).map(([label, at]) => textAt(label, { x: at, y, size })),
    ...shown.map((tick) => textAt(dateTick(tick), { x: x(tick), y, size, anchor: "middle" })),
  ];
}

/** The most ticks up to a number whose labels keep apart. */
function roomyTicks(x: ScaleTime<number, number>, most: number, size: number): Date[] {
  for (let count = most; count > 1; count--) {
    // Over a few days a scale of time would tick by the hour.
    const ticks = x.ticks(count).filter((tick) => tick.getTime() % MS_PER_DAY === 0);
    const apart = ticks.every((tick, k) => {
      const before = ticks[k - 1];
      return before === undefined || x(tick) - x(before) >= (textWidth(dateTick(tick), size) + textWidth(dateTick(before), size)) / 2 + GAP;
    });
    if (apart) return ticks;
  }
  return x.ticks(1).filter((tick) => tick.getTime() % MS_PER_DAY === 0);
}

/** The month in which the chart begins, where the first tick leaves room for it. */
function startLabel(x: ScaleTime<number, number>, first: Day, ticks: number): [label: string, at: number][] {
  const start = x(dateOf(first));
  const [tick] = x.ticks(ticks);
  const month = dateOf(first);
  if (tick !== undefined && x(tick) - start < START_ROOM) return [];
  return [[`${MONTHS[month.getUTCMonth()]} ${month.getUTCFullYear()}`, start]];
}

function dateTick(date: Date): string {
  const year = String(date.getUTCFullYear());
  if (date.getUTCDate() !== 1) return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  return date.getUTCMonth() === 0 ? year : `${MONTHS[date.getUTCMonth()]} ${year}`;
}
