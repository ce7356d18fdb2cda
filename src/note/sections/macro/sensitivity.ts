import { rollingLine, sensitivityIntervals } from "../../../charts/index.ts";
import type { Measure } from "../../../market/index.ts";
import type { Block, Figure, Section } from "../../document.ts";
import { percent } from "../../format.ts";
import { listed, name, number, on, plain, prose, type Text } from "../../prose.ts";
import { longDay } from "../../words.ts";
import type { MacroView } from "./view.ts";

type Sensitivity = MacroView["macro"]["sensitivity"];
type Span = Sensitivity["spans"][number];

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
      { kind: "paragraph", text: LITERATURE },
    ],
  };
}

// What others found differs in sign, so that no one of them is quoted alone.
const LITERATURE = prose`Published evidence disagrees: a study of monthly returns since ${name("1926")} finds small stocks no more sensitive than large ones (${name("CFA Institute, August 2024")}); another finds that the size premium vanishes when policy tightens and returns when it eases (${name("Simpson and Grossmann, International Review of Financial Analysis 92, 2024")}); a third, that large firms respond more at high frequency, and that this is an artefact (${name("Okada and Teramoto, Bank of Japan IMES 2025-E-6")}).`;

const DIRECTION = { hikes: "hikes", cuts: "cuts", unknown: "direction not known", all: "whole time" } as const;

/** What the intervals allow to be said, of the era that runs, of the whole time, and of the eras in which the two are told apart. */
export function answer({ pair, spans, step }: Sensitivity): Text {
  if (!pair) return prose`The group names no small and large caps to be held against each other; the table shows each member.`;
  const all = spans.find(({ direction }) => direction === "all");
  const eras = spans.filter(({ direction }) => direction !== "all");
  const now = eras.at(-1);
  const apart = eras.filter((span) => span.pair && span.pair.answer !== "not told apart");
  const listedEras = listed(apart.map((span) => prose`the era of ${name(DIRECTION[span.direction])} from ${on(span.from)} (${name(span.pair?.answer ?? "")})`));
  return [
    prose`Are small caps (${name(pair.small)}) more sensitive to rates than large ones (${name(pair.large)})?`,
    ...(now ? [prose` In the era of ${name(DIRECTION[now.direction])} since ${on(now.from)} ${verdict(now, step)}.`] : []),
    ...(all ? [prose` Over the whole time since ${on(all.from)} ${verdict(all, step)}.`] : []),
    apart.length === 0
      ? prose` In no era are they told apart.`
      : prose` They are told apart in ${listedEras}${apart.length < eras.length ? prose`, and in no other era` : prose``}.`,
  ].flat();
}

function verdict({ pair }: Span, step: Measure): Text {
  if (!pair || pair.difference.slope.value === null) return prose`the difference is not known`;
  const { slope } = pair.difference;
  const size = prose`the return of small less large caps was ${number(slope, slopeText(slope))} for a yield ${number(step, "ten")} basis points higher (${number(slope, rangeText(slope))})`;
  if (pair.answer !== "not told apart") return prose`${size}: ${name(pair.answer)}`;
  return pair.behindAsYieldsRise === "not told apart"
    ? prose`${size}: the two are not told apart`
    : prose`${size}: ${name(pair.behindAsYieldsRise)} fell behind as yields rose, but who moved more is not told apart`;
}

function slopeText(measure: Measure): string {
  return measure.value === null ? "\u2013" : percent(measure, { decimals: 2 });
}

function rangeText({ interval }: Measure): string {
  return interval ? `${percent({ value: interval.lower }, { decimals: 2 })} to ${percent({ value: interval.upper }, { decimals: 2 })}` : "no interval";
}

function spanText({ direction, from, to }: Span): string {
  return `${DIRECTION[direction]}, ${from} to ${to}`;
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
      caption: prose`Log return that goes with a two-year yield ${number(step, "ten")} basis points higher, by era from one change of direction of the policy rate to the next: small caps, large caps, and the difference with its intervals at the level of nineteen in twenty, by Newey and West and by a stationary bootstrap; beside it the difference of weekly changes. A slope says what moved together, not what caused it.`,
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
          cell(span.pair?.weekly.difference.slope, slopeText),
          cell(span.pair?.difference.slope, ({ n }) => String(n)),
        ],
      })),
    },
  ];
}

/** The slope of every member, era by era. */
function everyMember({ spans, step }: Sensitivity): Block {
  const [first] = spans;
  const told = ({ value, interval }: Measure) => value !== null && interval !== undefined && (interval.lower > 0 || interval.upper < 0);
  return {
    kind: "table",
    caption: prose`The slope of every member on the two-year yield, for ${number(step, "ten")} basis points, by era; starred where the interval by Newey and West leaves out zero.`,
    columns: [
      { title: "Market" },
      ...spans.map(({ direction, from }) => ({ title: direction === "all" ? "Whole time" : `${DIRECTION[direction]} ${from.slice(0, 7)}`, numeric: true })),
    ],
    rows: (first?.markets ?? []).map(({ market, clock }, k) => ({
      cells: [
        prose`${name(market)} ${{ kind: "aside", text: clock }}`,
        ...spans.map(({ markets }) => {
          const slope = markets[k]!.slope;
          return prose`${number(slope, slope.value === null ? "\u2013" : `${slopeText(slope)}${told(slope) ? "*" : ""}`)}`;
        }),
      ],
    })),
  };
}

function meetingDays({ meetingDays: { markets, difference, without }, pair }: Sensitivity): Block[] {
  if (markets.length === 0) return [];
  return [
    {
      kind: "table",
      caption: prose`The same on the days of scheduled decisions alone, with the interval for few days, and how far each moved on these days and on all others, whichever way.`,
      columns: [
        { title: "Market" },
        { title: "Slope", numeric: true, essential: true },
        { title: "Interval", numeric: true, essential: true },
        { title: "Decisions", numeric: true, secondary: true },
        { title: "Move on them", numeric: true },
        { title: "Otherwise", numeric: true },
      ],
      rows: [
        ...markets.map(({ market, slope, moveOnDays, moveOnOthers }) => ({
          cells: [
            prose`${name(market)}`,
            prose`${number(slope, slopeText(slope))}`,
            prose`${number(slope, slope.value === null ? "\u2013" : rangeText(slope))}`,
            prose`${number(slope, String(slope.n))}`,
            prose`${number(moveOnDays, slopeText(moveOnDays))}`,
            prose`${number(moveOnOthers, slopeText(moveOnOthers))}`,
          ],
        })),
        ...(difference && pair
          ? [
              {
                mark: "leader" as const,
                cells: [
                  prose`${name(`${pair.small} less ${pair.large}`)}`,
                  prose`${number(difference, slopeText(difference))}`,
                  prose`${number(difference, rangeText(difference))}`,
                  prose`${number(difference, String(difference.n))}`,
                  prose``,
                  prose``,
                ],
              },
            ]
          : []),
      ],
    },
    ...(without.length === 0
      ? []
      : [{ kind: "paragraph" as const, text: prose`On no session or without a yield, and so left out: ${listed(without.map((day) => prose`${on(day)}`))}.` }]),
  ];
}

function intervalsFigure(study: MacroView): Figure {
  const { sensitivity } = study.macro;
  const { pair, spans, step } = sensitivity;
  const say = (text: Text) => plain(text, longDay);
  const bounds = ({ interval }: Measure) => (interval ? { lower: interval.lower, upper: interval.upper } : null);
  const shown = new Set(pair ? [pair.small, pair.large] : spans[0]?.markets.map(({ market }) => market));
  const rows = (span: Span) => [
    ...span.markets.flatMap(({ market, slope }) =>
      shown.has(market) ? [{ label: market, slope: slope.value, value: slopeText(slope), hac: bounds(slope), bootstrap: null, role: "market" as const }] : [],
    ),
    ...(span.pair && pair
      ? [
          {
            label: `${pair.small} less ${pair.large}`,
            slope: span.pair.difference.slope.value,
            value: slopeText(span.pair.difference.slope),
            hac: bounds(span.pair.difference.slope),
            bootstrap: bounds(span.pair.difference.bootstrap),
            role: "difference" as const,
          },
        ]
      : []),
  ];
  const era = ({ direction, from, to }: Span) =>
    say(direction === "all" ? prose`Whole time, ${on(from)} to ${on(to)}` : prose`${name(capitalised(DIRECTION[direction]))}, ${on(from)} to ${on(to)}`);
  const all = spans.at(-1);
  const spec = {
    title: pair && all?.pair ? say(titleOf(all.pair.answer)) : "How the members moved with the two-year yield",
    subtitle: say(prose`Log return for a two-year yield that is ${number(step, "ten")} basis points higher, by era of the policy rate`),
    source: say(prose`Source: figures of ${name(sourcesOf(spans))}. As of ${on(study.asOf)}. What moved together, not what caused it.`),
    alt: say(prose`Slopes with intervals by era; ${listed(spans.map((span) => prose`${name(spanText(span))}: ${verdict(span, step)}`))}.`),
    eras: spans.map((span) => ({ label: era(span), rows: rows(span) })),
    hacLabel: say(prose`interval by Newey and West`),
    bootstrapLabel: say(prose`interval by bootstrap`),
  };
  return {
    kind: "figure",
    id: "sensitivityIntervals",
    svg: { wide: sensitivityIntervals(spec, "wide"), narrow: sensitivityIntervals(spec, "narrow") },
    alt: spec.alt,
    data: {
      head: "Era and market",
      noun: "slopes",
      columns: ["Slope", "Newey and West", "Bootstrap"],
      rows: spans.flatMap((span) => [
        ...span.markets.map(({ market, slope }) => ({ head: `${spanText(span)}: ${market}`, cells: [slopeText(slope), rangeText(slope), "\u2013"] })),
        ...(span.pair && pair
          ? [
              {
                head: `${spanText(span)}: ${pair.small} less ${pair.large}`,
                cells: [slopeText(span.pair.difference.slope), rangeText(span.pair.difference.slope), rangeText(span.pair.difference.bootstrap)],
              },
            ]
          : []),
      ]),
    },
    plot: {
      kind: "bars",
      caption: pair ? prose`${name(`${pair.small} less ${pair.large}`)}, by era.` : prose`${name(shown.values().next().value ?? "")}, by era.`,
      rows: spans.map((span) => {
        const slope = span.pair?.difference.slope ?? span.markets[0]!.slope;
        return { label: spanText(span), value: slope.value, text: slopeText(slope) };
      }),
    },
  };
}

function titleOf(said: NonNullable<Span["pair"]>["answer"]): Text {
  if (said === "small caps more") return prose`Small caps moved more with the two-year yield than large caps`;
  return said === "large caps more"
    ? prose`Large caps moved more with the two-year yield than small caps`
    : prose`Small and large caps are not told apart in how they move with the two-year yield`;
}

function rollingFigure(study: MacroView, rolling: NonNullable<Sensitivity["rolling"]>): Figure {
  const { pair, step } = study.macro.sensitivity;
  const say = (text: Text) => plain(text, longDay);
  const label = pair ? `${pair.small} less ${pair.large}` : "difference";
  const spec = {
    title: "The difference between small and large caps changes its sign",
    subtitle: say(
      prose`Slope of ${name(label)} on the two-year yield over the last ${number(rolling.window, String(rolling.window.value))} changes, for ${number(step, "ten")} basis points`,
    ),
    source: say(prose`Source: figures of ${name(rolling.sources.join(", "))}. As of ${on(study.asOf)}.`),
    alt: say(
      prose`Line of the slope of ${name(label)} over a trailing year from ${on(rolling.days[0]!)} to ${on(rolling.days.at(-1)!)}; last ${number(rolling.last, slopeText(rolling.last))}.`,
    ),
    days: rolling.days,
    values: rolling.values,
    label,
    value: slopeText(rolling.last),
    sides: { above: "small caps ahead as yields rise", below: "small caps behind as yields rise" },
  };
  const signs = new Set(rolling.values.map((value) => Math.sign(value ?? 0)));
  const titled =
    signs.has(1) && signs.has(-1)
      ? spec
      : { ...spec, title: say(prose`Over a trailing year small caps moved with the two-year yield on one side of large caps`) };
  return {
    kind: "figure",
    id: "rollingSensitivity",
    svg: { wide: rollingLine(titled, "wide"), narrow: rollingLine(titled, "narrow") },
    alt: spec.alt,
    data: {
      head: "Day",
      noun: "days",
      columns: [label],
      rows: rolling.days.map((day, k) => ({ head: day, cells: [percent({ value: rolling.values[k] ?? null }, { decimals: 3 })] })),
    },
    plot: {
      kind: "sparks",
      caption: prose`${name(label)} over a trailing year, ${on(rolling.days[0]!)} to ${on(rolling.days.at(-1)!)}.`,
      rows: [{ label, values: rolling.values, text: slopeText(rolling.last) }],
    },
  };
}

function sourcesOf(spans: readonly Span[]): string {
  return [...new Set(spans.flatMap(({ markets }) => markets.flatMap(({ slope }) => slope.sources)))]
    .map((source) => source.split("/")[0]!)
    .filter((one, k, all) => all.indexOf(one) === k)
    .join(", ");
}

function capitalised(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
