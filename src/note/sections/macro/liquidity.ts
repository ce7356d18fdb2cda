import { netLiquidity } from "../../../charts/index.ts";
import type { Measure } from "../../../market/index.ts";
import type { Figure, Section } from "../../document.ts";
import { decimal, dollars } from "../../format.ts";
import { listed, name, number, on, prose, type Text } from "../../prose.ts";
import { said } from "../../words.ts";
import { drawn } from "../drawn.ts";
import type { MacroView } from "./view.ts";

type Liquidity = MacroView["macro"]["liquidity"];

const trillions = (measure: Pick<Measure, "value">) => dollars(measure, { in: "trillion", decimals: 2 });
const billions = (measure: Pick<Measure, "value">) => dollars(measure, { in: "billion", decimals: 0 });

/** The balance sheet of the Federal Reserve, what stands against it, and the net. */
export function liquiditySection(study: MacroView): Section {
  const { liquidity } = study.macro;
  const section = { id: "liquidity", title: "Liquidity" };
  if (liquidity.reason !== undefined) {
    return { ...section, blocks: [{ kind: "paragraph", text: prose`Net liquidity is not known: ${name(liquidity.reason)}.` }] };
  }
  const { assets, treasuryAccount, reverseRepo, net, accountValue, closingAccount } = liquidity;
  const chart = liquidityFigure(study);
  const row = (label: string, measure: Measure) => ({
    cells: [
      prose`${name(label)}`,
      prose`${number(measure, measure.value === null ? "\u2013" : decimal({ value: measure.value / 1e9 }, { decimals: 1 }))}`,
      measure.on ? prose`${on(measure.on)}` : prose`unknown`,
      prose`${name(measure.sources.join(", "))}`,
    ],
  });
  return {
    ...section,
    blocks: [
      {
        kind: "paragraph",
        text: prose`${netText(liquidity)} The balance sheet of a Wednesday is published on Thursday after the close, so that it counts from Friday. The measure is a convention of commentators, not of the Federal Reserve.`,
      },
      {
        kind: "table",
        caption: prose`Billions of dollars; the Treasury's account as ${name(accountValue ?? "not known")}.`,
        columns: [{ title: "Item" }, { title: "Value", numeric: true, essential: true }, { title: "Of" }, { title: "Source", secondary: true }],
        rows: [
          row("Total assets", assets),
          row("less the Treasury's account", treasuryAccount),
          row("less overnight reverse repos", reverseRepo),
          { ...row("Net", net), mark: "leader" },
          ...(closingAccount.value === null ? [] : [row("The Treasury's account at the close", closingAccount)]),
        ],
      },
      ...(chart ? [chart] : []),
    ],
  };
}

/** The net and its changes. */
export function netText({ net, changes }: Liquidity): Text {
  if (net.value === null || !net.on) return prose`Net liquidity is not known: ${name(net.reason ?? "")}.`;
  return prose`On ${on(net.on)} the assets of the Federal Reserve less the Treasury's account and the overnight reverse repos came to ${number(net, trillions(net))}. ${changed(changes)}`;
}

function changed(changes: Liquidity["changes"]): Text {
  const known = changes.filter(({ change }) => change.value !== null);
  if (known.length === 0) return prose`Its changes are not known.`;
  return prose`It has changed by ${listed(known.map(({ weeks, change }) => prose`${number(change, change.value !== null && change.value > 0 ? `+${billions(change)}` : billions(change))} over ${number(weeks, decimal(weeks, { decimals: 0 }))} weeks`))}.`;
}

/** The chart of the net and what it is made of; undefined where it is not known, or of one week alone. */
export function liquidityFigure({ asOf, macro: { liquidity } }: MacroView): Figure | undefined {
  const { weeks, net, assets, treasuryAccount, reverseRepo } = liquidity;
  if (liquidity.reason !== undefined || weeks.days.length < 2) return undefined;
  const lines = [
    { label: "net", role: "net" as const, measure: net, values: weeks.net },
    { label: "total assets", role: "assets" as const, measure: assets, values: weeks.assets },
    { label: "Treasury's account", role: "treasuryAccount" as const, measure: treasuryAccount, values: weeks.treasuryAccount },
    { label: "reverse repos", role: "reverseRepo" as const, measure: reverseRepo, values: weeks.reverseRepo },
  ];
  const inTrillions = (values: readonly (number | null)[]) => values.map((value) => (value === null ? null : value / 1e12));
  const spec = {
    title: said(prose`Net liquidity stood at ${number(net, trillions(net))} on ${on(net.on ?? asOf)}`),
    subtitle: "Assets of the Federal Reserve less the Treasury's account and overnight reverse repos, by Wednesday, trillions of dollars",
    source: said(prose`Source: ${name(weeks.sources.join(", "))}. As of ${on(asOf)}: what was published by the close.`),
    alt: said(
      prose`Lines from ${on(weeks.days[0]!)} to ${on(weeks.days.at(-1)!)}. Last: ${listed(lines.map(({ label, measure }) => prose`${name(label)} ${number(measure, sized(measure))}`))}.`,
    ),
    days: weeks.days,
    lines: lines.map(({ label, role, measure, values }) => ({ label, role, value: short(measure), values: inTrillions(values) })),
  };
  return {
    kind: "figure",
    id: "netLiquidity",
    figures: "macro.liquidity.weeks",
    ...drawn(netLiquidity, spec),
    data: {
      head: "Wednesday",
      noun: "weeks",
      columns: lines.map(({ label }) => label),
      rows: weeks.days.map((day, k) => ({ head: day, cells: lines.map(({ values }) => billions({ value: values[k] ?? null })) })),
    },
    plot: {
      kind: "sparks",
      caption: prose`By week, ${on(weeks.days[0]!)} to ${on(weeks.days.at(-1)!)}, each on its own scale.`,
      rows: lines.map(({ label, measure, values }) => ({ label, values, text: sized(measure) })),
    },
  };
}

/** Trillions, or billions below a tenth of one. */
function sized(measure: Measure): string {
  return measure.value !== null && measure.value < 0.1e12 ? billions(measure) : trillions(measure);
}

/** "$5.60tn", "$5bn". */
function short(measure: Measure): string {
  return sized(measure).replace(" billion", "bn").replace(" trillion", "tn");
}
