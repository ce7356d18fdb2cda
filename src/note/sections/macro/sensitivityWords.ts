import type { Measure } from "../../../market/index.ts";
import { percent } from "../../format.ts";
import { name, number, prose, type Text } from "../../prose.ts";
import type { MacroView } from "./view.ts";

export type Sensitivity = MacroView["macro"]["sensitivity"];
export type Span = Sensitivity["spans"][number];

const DIRECTION = { hikes: "hikes", cuts: "cuts", unknown: "direction not known", all: "whole time" } as const;

/** What the intervals allow to be said of one era. */
export function verdict({ pair }: Span, step: Measure): Text {
  if (!pair || pair.difference.slope.value === null) return prose`the difference is not known`;
  const { slope } = pair.difference;
  const size = prose`the return of small less large caps was ${number(slope, slopeText(slope))} for a yield ${number(step, "ten")} basis points higher (${number(slope, rangeText(slope))})`;
  if (pair.answer !== "not told apart") return prose`${size}: ${name(pair.answer)}`;
  return pair.behindAsYieldsRise === "not told apart"
    ? prose`${size}: the two are not told apart`
    : prose`${size}: ${name(pair.behindAsYieldsRise)} fell behind as yields rose, but which of them moved more, whichever way, is not told apart`;
}

export function slopeText(measure: Measure): string {
  return measure.value === null ? "\u2013" : percent(measure, { decimals: 2 });
}

export function rangeText({ interval }: Measure): string {
  return interval ? `${percent({ value: interval.lower }, { decimals: 2 })} to ${percent({ value: interval.upper }, { decimals: 2 })}` : "no interval";
}

/** An era in a sentence: "the era of hikes", "the time after cuts". */
export function eraText(span: Span): Text {
  return span.begunBefore ? prose`the time ${name(directionText(span))}` : prose`the era of ${name(directionText(span))}`;
}

/** An era by its direction: one whose moves lie before the figures is a time after them. */
export function directionText({ direction, begunBefore }: Span): string {
  return `${begunBefore ? "after " : ""}${DIRECTION[direction]}`;
}

export function spanText(span: Span): string {
  return `${directionText(span)}, ${span.from} to ${span.to}`;
}
