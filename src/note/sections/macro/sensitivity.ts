import type { Measure } from "../../../market/index.ts";
import type { Block, Section } from "../../document.ts";
import { listed, name, number, on, prose, type Text } from "../../prose.ts";
import { meetingDays } from "./meetingDays.ts";
import { intervalsFigure, rollingFigure } from "./sensitivityFigures.ts";
import { directionText, eraText, rangeText, type Sensitivity, type Span, slopeText, spanText, verdict } from "./sensitivityWords.ts";
import type { MacroView } from "./view.ts";

/** Whether small caps respond more to interest rates than large ones, by era, on decision days and over time. */
export function sensitivitySection(study: MacroView): Section {
  const { sensitivity } = study.macro;
  const section = { id: "sensitivity", title: "Sensitivity to the two-year yield" };
  if (sensitivity.reason !== undefined || sensitivity.spans.length === 0) {
    const reason = sensitivity.reason ?? "no changes are held";
    return { ...section, blocks: [{ kind: "paragraph", text: prose`How the members move with the two-year yield is not known: ${name(reason)}.` }] };
  }
  return {
    ...section,
    blocks: [
      { kind: "paragraph", text: answer(sensitivity) },
      intervalsFigure(study),
      ...differences(sensitivity),
      everyMember(sensitivity),
      ...meetingDays(sensitivity),
      ...(sensitivity.rolling && sensitivity.rolling.days.length > 1 ? [rollingFigure(study, sensitivity.rolling)] : []),
      ...(sensitivity.unknownMarkets.length === 0
        ? []
        : [{ kind: "list" as const, items: sensitivity.unknownMarkets.map(({ market, reason }) => prose`${name(market)} is left out: ${name(reason)}.`) }]),
      ...(sensitivity.pair ? [{ kind: "paragraph" as const, text: LITERATURE }] : []),
    ],
  };
}

// What others found differs in sign, so that no one of them is quoted alone.
const LITERATURE = prose`Published evidence disagrees: a study of monthly returns since ${name("1926")} finds small stocks no more sensitive than large ones (${name("CFA Institute, August 2024")}); another finds that the size premium vanishes when policy tightens and returns when it eases (${name("Simpson and Grossmann, International Review of Financial Analysis 92, 2024")}); a third finds large firms responding more at high frequency, and takes that for an artefact (${name("Okada and Teramoto, Bank of Japan IMES 2025-E-6")}).`;

/** What the intervals allow to be said, of the era that runs, of the whole time, and of the eras in which the two are told apart. */
export function answer({ pair, spans, step }: Sensitivity): Text {
  if (!pair) return prose`The group names no small and large caps to be held against each other; the table shows each member.`;
  const all = spans.find(({ direction }) => direction === "all");
  const eras = spans.filter(({ direction }) => direction !== "all");
  const now = eras.at(-1);
  const apart = eras.filter((span) => span.pair && span.pair.answer !== "not told apart");
  const named = (some: readonly Span[]) => listed(some.map((span) => prose`${eraText(span)} from ${on(span.from)}`));
  const by = listed(apart.map((span) => prose`${eraText(span)} from ${on(span.from)} (${name(span.pair?.answer ?? "")})`));
  const otherByWeeks = spans.filter((span) => span.pair && span.pair.weekly.answer !== span.pair.answer);
  return [
    prose`Are small caps (${name(pair.small)}) more sensitive to rates than large ones (${name(pair.large)})?`,
    ...(now ? [prose` In ${eraText(now)} since ${on(now.from)} ${verdict(now, step)}.`] : []),
    ...(all && eras.length > 1 ? [prose` Over the whole time since ${on(all.from)} ${verdict(all, step)}.`] : []),
    apart.length === 0
      ? prose` In no era is it told apart which of them moved more.`
      : prose` Which of them moved more is told apart in ${by}${apart.length < eras.length ? prose`, and in no other era` : prose``}, without allowing for how many eras were looked at.`,
    ...(otherByWeeks.length === 0 ? [] : [prose` By weekly changes the answer is another one in ${named(otherByWeeks)}.`]),
  ].flat();
}

/** The two sizes and their difference, era by era. */
function differences({ spans, pair, step }: Sensitivity): Block[] {
  if (!pair) return [];
  const of = ({ markets }: Span, id: string) => markets.find(({ market }) => market === id)?.slope;
  const cell = (measure: Measure | undefined, text: (measure: Measure) => string): Text =>
    measure ? prose`${number(measure, measure.value === null ? "\u2013" : text(measure))}` : prose`\u2013`;
  return [
    {
      kind: "table",
      caption: prose`Log return that goes with a two-year yield ${number(step, "ten")} basis points higher, by era from one change of direction of the policy rate to the next: small caps, large caps, and the difference with its intervals at the level of nineteen in twenty, by Newey and West and by a stationary bootstrap; beside it the difference of weekly changes. A slope says what moved together, not why.`,
      columns: [
        { title: "Era", essential: true },
        { title: pair.small, numeric: true },
        { title: pair.large, numeric: true },
        { title: "Difference", numeric: true, essential: true },
        { title: "HAC interval", numeric: true, essential: true },
        { title: "Bootstrap", numeric: true },
        { title: "Weekly", numeric: true, secondary: true },
        { title: "Days", numeric: true, secondary: true },
      ],
      rows: spans.map((span) => ({
        cells: [
          prose`${name(spanText(span))}`,
          cell(of(span, pair.small), slopeText),
          cell(of(span, pair.large), slopeText),
          cell(span.pair?.difference.slope, slopeText),
          cell(span.pair?.difference.slope, rangeText),
          cell(span.pair?.difference.bootstrap, rangeText),
          cell(span.pair?.weekly.difference.slope, (weekly) => `${slopeText(weekly)} (${rangeText(weekly)})`),
          cell(span.pair?.difference.slope, ({ n }) => String(n)),
        ],
      })),
    },
  ];
}

/** The slope of every member, era by era. */
function everyMember({ spans: inOrder, step }: Sensitivity): Block {
  // The whole time first: what finds no room is left out from the right.
  const spans = [...inOrder.slice(-1), ...inOrder.slice(0, -1)];
  const [first] = spans;
  return {
    kind: "table",
    caption: prose`The slope of every member on the two-year yield, for ${number(step, "ten")} basis points, by era; the intervals are in the JSON of the study.`,
    columns: [
      { title: "Market" },
      ...spans.map((span) => ({ title: span.direction === "all" ? "Whole time" : `${directionText(span)} ${span.from.slice(0, 7)}`, numeric: true })),
    ],
    rows: (first?.markets ?? []).map(({ market, clock }, k) => ({
      cells: [
        prose`${name(market)} ${{ kind: "aside", text: clock }}`,
        ...spans.map(({ markets }) => {
          const slope = markets[k]!.slope;
          return prose`${number(slope, slope.value === null ? "\u2013" : slopeText(slope))}`;
        }),
      ],
    })),
  };
}
