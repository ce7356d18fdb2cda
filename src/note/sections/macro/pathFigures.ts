import { policyFan, probabilityHeat } from "../../../charts/index.ts";
import { STEP_BP } from "../../../rates/index.ts";
import type { Figure } from "../../document.ts";
import { decimal, percent, rate, signed } from "../../format.ts";
import { listed, name, number, on, prose, type Text } from "../../prose.ts";
import { said } from "../../words.ts";
import { drawn } from "../drawn.ts";
import { type Path, pathSummary, ruleText } from "./pathSummary.ts";
import type { MacroView } from "./view.ts";

type Curve = NonNullable<Path["curve"]>;

function texts({ macro: { path, policy }, asOf }: MacroView, curve: Curve, what: Text): { title: string; subtitle: string; source: string } {
  const sources = [...new Set([...curve.contracts.sources, ...policy.effective.sources])];
  return {
    title: said(pathSummary(path)).replace(/\.$/, ""),
    subtitle: said(what),
    source: said(
      prose`Source: ${number(curve.contracts, decimal(curve.contracts, { decimals: 0 }))} months of federal funds futures of ${on(curve.day)} (${name(sources.join(", "))}). As of ${on(asOf)}. By ${ruleText(path)}; risk-neutral.`,
    ),
  };
}

function meetingsOf({ meetings }: Path) {
  return meetings.map(({ day, rate: implied, ranges }) => ({
    day,
    expected: implied.value,
    buckets: ranges.lowerBp.map((lowerBp, k) => ({ lowerBp, upperBp: lowerBp + STEP_BP, probability: ranges.probability[k]! })),
  }));
}

/** The path with the probabilities of target ranges behind it. */
export function fanFigure(study: MacroView, curve: Curve): Figure {
  const { path, policy } = study.macro;
  const last = path.meetings.at(-1)!;
  const spec = {
    ...texts(
      study,
      curve,
      prose`Federal funds rate, percent: so far, and as implied after each meeting; the stronger the shade of a range, the higher its probability`,
    ),
    alt: said(
      prose`The implied federal funds rate by meeting: ${listed(path.meetings.map((one) => prose`${on(one.day)} ${number(one.rate, rate(one.rate))}`))}.`,
    ),
    asOf: { day: study.asOf, label: said(prose`as of ${on(study.asOf)}`) },
    target: {
      lower: policy.lower.value ?? Number.NaN,
      upper: policy.upper.value ?? Number.NaN,
      label: said(prose`target range now ${number(policy.lower, rate(policy.lower))} to ${number(policy.upper, rate(policy.upper))}`),
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
      words: said(prose`after the meeting of ${on(last.day)}`),
    },
    shades: "probability of a target range",
  };
  return {
    kind: "figure",
    id: "policyFan",
    figures: "macro.path",
    ...drawn(policyFan, spec),
    data: {
      head: "Meeting",
      noun: "meetings",
      columns: ["Implied rate", "Sum, basis points"],
      rows: path.meetings.map((one) => ({ head: one.day, cells: [rate(one.rate), signed(one.cumulativeBp, { decimals: 1 })] })),
    },
    plot: {
      kind: "bars",
      caption: prose`Implied rate after each meeting, and in basis points its distance from the rate implied before the first (${number(path.start, rate(path.start))}).`,
      rows: path.meetings.map((one) => ({
        label: one.day,
        value: one.cumulativeBp.value,
        text: `${signed(one.cumulativeBp, { decimals: 1 })}  ${rate(one.rate)}`,
      })),
    },
  };
}

/** The probabilities of target ranges, meeting by meeting. */
export function heatFigure(study: MacroView, curve: Curve): Figure {
  const { path, policy } = study.macro;
  // Without odds a meeting has no column.
  const meetings = meetingsOf(path).filter(({ buckets }) => buckets.length > 0);
  const now = Math.round((policy.lower.value ?? Number.NaN) * 100);
  const lowers = [...new Set(meetings.flatMap(({ buckets }) => buckets.filter(({ probability }) => probability >= SHOWN).map(({ lowerBp }) => lowerBp)))].sort(
    (a, b) => b - a,
  );
  const label = (lowerBp: number) => `${(lowerBp / 100).toFixed(2)}\u2013${((lowerBp + STEP_BP) / 100).toFixed(2)}%`;
  const share = (lowerBp: number, k: number) => meetings[k]!.buckets.find((one) => one.lowerBp === lowerBp)?.probability ?? 0;
  const spec = {
    ...texts(study, curve, prose`Probability of each target range after each meeting, percent; below one percent left blank`),
    title: "The likeliest ranges by meeting",
    alt: said(
      prose`Table of probabilities of target ranges by meeting; the likeliest after each: ${listed(
        meetings.map(({ day, buckets }) => {
          const likeliest = buckets.reduce((a, b) => (b.probability > a.probability ? b : a));
          return prose`${on(day)} ${name(label(likeliest.lowerBp))}`;
        }),
      )}.`,
    ),
    meetings,
    current: { lowerBp: now, upperBp: now + STEP_BP, label: "now" },
  };
  return {
    kind: "figure",
    id: "probabilityHeat",
    figures: "macro.path",
    ...drawn(probabilityHeat, spec),
    data: {
      head: "Target range",
      noun: "target ranges",
      columns: meetings.map(({ day }) => day),
      rows: lowers.map((lowerBp) => ({ head: label(lowerBp), cells: meetings.map((_, k) => percent({ value: share(lowerBp, k) }, { decimals: 1 })) })),
    },
    plot: {
      kind: "grid",
      caption: prose`Probability of each target range after each meeting, in percent; the fuller the block beside it, the higher.`,
      columns: meetings.map(({ day }) => day.slice(2, 7)),
      rows: lowers.map((lowerBp) => ({ label: label(lowerBp), shares: meetings.map((_, k) => share(lowerBp, k)), mark: lowerBp === now ? " now" : "" })),
    },
  };
}

const SHOWN = 0.01; // a probability that is shown
