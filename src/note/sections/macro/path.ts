import { policyFan, probabilityHeat } from "../../../charts/index.ts";
import type { Block, Figure, Section } from "../../document.ts";
import { decimal, percent, rate, signed } from "../../format.ts";
import { listed, name, number, on, plain, prose, type Text } from "../../prose.ts";
import { longDay } from "../../words.ts";
import { percentCell } from "../cells.ts";
import type { MacroView } from "./view.ts";
import { basisPoints, bpCell } from "./words.ts";

type Path = MacroView["macro"]["path"];

/** What federal funds futures imply for the meetings to come. */
export function pathSection(study: MacroView): Section {
  const { path } = study.macro;
  const section = { id: "path", title: "What futures imply" };
  if (path.curve === null || path.meetings.length === 0) {
    const reason = path.reason ?? "no meeting lies within the months priced";
    return { ...section, blocks: [{ kind: "paragraph", text: prose`The path that federal funds futures imply is not known: ${name(reason)}.` }] };
  }
  const { curve } = path;
  return {
    ...section,
    blocks: [
      {
        kind: "paragraph",
        text: prose`${summary(path)} Probabilities are prices, not forecasts: they hold a premium for risk, and each meeting is taken to move the rate in steps of a quarter point.`,
      },
      fanFigure(study, curve),
      {
        kind: "table",
        caption: prose`The rate that futures of ${on(curve.day)} imply after each meeting, the change priced for it and the sum so far in basis points, and the probability of a target range below, at and above today's.`,
        columns: [
          { title: "Meeting" },
          { title: "Implied rate", numeric: true, essential: true },
          { title: "Change", numeric: true, secondary: true },
          { title: "Sum", numeric: true, essential: true },
          { title: "Lower", numeric: true },
          { title: "Same", numeric: true },
          { title: "Higher", numeric: true },
        ],
        rows: path.meetings.map((one) => ({
          cells: [
            prose`${on(one.day)}`,
            prose`${number(one.rate, rate(one.rate))}`,
            bpCell(one.changeBp),
            bpCell(one.cumulativeBp),
            percentCell(one.cut),
            percentCell(one.hold),
            percentCell(one.hike),
          ],
        })),
      },
      heatFigure(study, curve),
      ...path.before.map((one): Block => ({ kind: "paragraph", text: changed(one) })),
      ...(path.leftOut.length === 0
        ? []
        : [{ kind: "list" as const, items: path.leftOut.map(({ day, reason }) => prose`Not said of the meeting of ${on(day)}: ${name(reason)}.`) }]),
    ],
  };
}

/** The last meeting within a year, and the sum priced up to it. */
export function summary({ curve, horizons }: Path): Text {
  const year = horizons.findLast(({ meeting, cumulativeBp }) => meeting !== null && cumulativeBp.value !== null);
  if (!curve || !year?.meeting) return prose`Futures price no meeting of the next year.`;
  return prose`Futures of ${on(curve.day)} imply ${basisPoints(year.cumulativeBp)} by the meeting of ${on(year.meeting)}.`;
}

function changed({ ago, day, reason, meetings }: Path["before"][number]): Text {
  const since = prose`Since a ${name(ago)} ago`;
  if (reason !== undefined || day === null) return prose`${since}: not known, ${name(reason ?? "")}.`;
  const said = meetings.filter(({ rateBp }) => rateBp.value !== null);
  const parts = said.map((one) => prose`${on(one.day)} ${number(one.rateBp, signed(one.rateBp, { decimals: 1 }))}`);
  return prose`${since} (${on(day)}) the implied rates have moved by, in basis points: ${listed(parts)}.`;
}

type Curve = NonNullable<Path["curve"]>;

function texts({ macro: { path, policy }, asOf }: MacroView, curve: Curve, what: Text): { title: string; subtitle: string; source: string } {
  const say = (text: Text) => plain(text, longDay);
  const sources = [...new Set([...curve.contracts.sources, ...policy.effective.sources])];
  return {
    title: say(summary(path)).replace(/\.$/, ""),
    subtitle: say(what),
    source: say(
      prose`Source: ${number(curve.contracts, decimal(curve.contracts, { decimals: 0 }))} months of federal funds futures of ${on(curve.day)} (${name(sources.join(", "))}). As of ${on(asOf)}. Rule of the published tool; risk-neutral.`,
    ),
  };
}

function meetingsOf({ meetings }: Path) {
  return meetings.map(({ day, rate: implied, ranges }) => ({
    day,
    expected: implied.value,
    buckets: ranges.lowerBp.map((lowerBp, k) => ({ lowerBp, upperBp: lowerBp + STEP, probability: ranges.probability[k]! })),
  }));
}

const STEP = 25; // basis points between the ends of a target range

function fanFigure(study: MacroView, curve: Curve): Figure {
  const { path, policy } = study.macro;
  const last = path.meetings.at(-1)!;
  const say = (text: Text) => plain(text, longDay);
  const spec = {
    ...texts(study, curve, prose`Federal funds rate, percent: so far, and as implied after each meeting; the darker a range, the likelier`),
    alt: say(
      prose`The implied federal funds rate by meeting: ${listed(path.meetings.map((one) => prose`${on(one.day)} ${number(one.rate, rate(one.rate))}`))}.`,
    ),
    asOf: { day: study.asOf, label: say(prose`as of ${on(study.asOf)}`) },
    target: {
      lower: policy.lower.value ?? Number.NaN,
      upper: policy.upper.value ?? Number.NaN,
      label: say(prose`target range now ${number(policy.lower, rate(policy.lower))} to ${number(policy.upper, rate(policy.upper))}`),
    },
    history: { label: "effective rate", days: policy.history.days, values: policy.history.rate },
    meetings: meetingsOf(path),
    earlier: path.before.flatMap(({ ago, meetings }) => {
      const moved = new Map(meetings.map((one) => [one.day, one.rateBp.value]));
      const expected = path.meetings.map(({ day, rate: implied }) => {
        const by = moved.get(day) ?? null;
        return implied.value === null || by === null ? null : implied.value - by / 100;
      });
      return expected.some((value) => value !== null) ? [{ label: `a ${ago} ago`, expected }] : [];
    }),
    end: {
      value: rate(last.rate),
      words: say(prose`after the meeting of ${on(last.day)}`),
    },
    shades: "probability of a target range",
  };
  return {
    kind: "figure",
    id: "policyFan",
    svg: { wide: policyFan(spec, "wide"), narrow: policyFan(spec, "narrow") },
    alt: spec.alt,
    data: {
      head: "Meeting",
      noun: "meetings",
      columns: ["Implied rate", "Sum, basis points"],
      rows: path.meetings.map((one) => ({ head: one.day, cells: [rate(one.rate), signed(one.cumulativeBp)] })),
    },
    plot: {
      kind: "bars",
      caption: prose`Implied rate after each meeting, as its distance from the effective rate before the first.`,
      rows: path.meetings.map((one) => ({ label: one.day, value: one.cumulativeBp.value, text: `${signed(one.cumulativeBp)} bp  ${rate(one.rate)}` })),
    },
  };
}

function heatFigure(study: MacroView, curve: Curve): Figure {
  const { path, policy } = study.macro;
  const meetings = meetingsOf(path);
  const now = Math.round((policy.lower.value ?? Number.NaN) * 100);
  const lowers = [...new Set(meetings.flatMap(({ buckets }) => buckets.filter(({ probability }) => probability >= SHOWN).map(({ lowerBp }) => lowerBp)))].sort(
    (a, b) => b - a,
  );
  const label = (lowerBp: number) => `${(lowerBp / 100).toFixed(2)}\u2013${((lowerBp + STEP) / 100).toFixed(2)}%`;
  const share = (lowerBp: number, k: number) => meetings[k]!.buckets.find((one) => one.lowerBp === lowerBp)?.probability ?? 0;
  const spec = {
    ...texts(study, curve, prose`Probability of each target range after each meeting, percent; below one percent left blank`),
    title: "The likeliest ranges by meeting",
    alt: plain(
      prose`Table of probabilities of target ranges by meeting; the likeliest after each: ${listed(
        meetings.map(({ day, buckets }) => {
          const likeliest = buckets.reduce((a, b) => (b.probability > a.probability ? b : a));
          return prose`${on(day)} ${name(label(likeliest.lowerBp))}`;
        }),
      )}.`,
      longDay,
    ),
    meetings,
    current: { lowerBp: now, upperBp: now + STEP, label: "now" },
  };
  return {
    kind: "figure",
    id: "probabilityHeat",
    svg: { wide: probabilityHeat(spec, "wide"), narrow: probabilityHeat(spec, "narrow") },
    alt: spec.alt,
    data: {
      head: "Target range",
      noun: "target ranges",
      columns: meetings.map(({ day }) => day),
      rows: lowers.map((lowerBp) => ({ head: label(lowerBp), cells: meetings.map((_, k) => percent({ value: share(lowerBp, k) }, { decimals: 1 })) })),
    },
    plot: {
      kind: "grid",
      caption: prose`Probability of each target range after each meeting, in percent.`,
      columns: meetings.map(({ day }) => day.slice(2, 7)),
      rows: lowers.map((lowerBp) => ({ label: label(lowerBp), shares: meetings.map((_, k) => share(lowerBp, k)), mark: lowerBp === now ? " now" : "" })),
    },
  };
}

const SHOWN = 0.005; // a probability that rounds to one percent at least once
