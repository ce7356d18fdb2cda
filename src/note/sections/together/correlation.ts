import type { Measure } from "../../../market/index.ts";
import type { Study } from "../../../study/index.ts";
import type { Section } from "../../document.ts";
import { decimal, pValue, whole } from "../../format.ts";
import { count, name, number, prose, type Text } from "../../prose.ts";

type Clock = Study["together"]["clocks"][number];

/** Correlation of returns, and whether one market goes before the other, under every clock. */
export function correlationSection({ together, definitions }: Study): Section {
  const { correlationWindow, maxLag } = definitions;
  if (together.clocks.length === 0) return { id: "correlation", title: "Do their returns move together?", blocks: [] };
  const cells = ({ laggardClock, correlation, leadLag }: Clock): Text[] => [
    prose`${name(laggardClock)}`,
    prose`${number(correlation.pearson, decimal(correlation.pearson, { decimals: 2 }))}`,
    prose`${number(correlation.spearman, decimal(correlation.spearman, { decimals: 2 }))}`,
    prose`${number(correlation.adjusted, decimal(correlation.adjusted, { decimals: 2 }))}`,
    prose`${number(correlation.median, decimal(correlation.median, { decimals: 2 }))}`,
    prose`${number(leadLag.strongest, decimal(leadLag.strongest, { decimals: 2 }))}`,
    prose`${number(leadLag.lag, decimal(leadLag.lag, { decimals: 0 }))}`,
    prose`${number(leadLag.pValue, `${atFloor(leadLag.pValue, maxLag) ? "\u2264" : ""}${pValue(leadLag.pValue)}`)}`,
  ];
  return {
    id: "correlation",
    title: "Do their returns move together?",
    blocks: [
      {
        kind: "table",
        caption: prose`Correlation of daily returns over the last ${count(correlationWindow, "shared session")}, as it would be at the leader's ordinary variance (adjusted), and its median over the whole history; then, over the whole shared history, the strongest of all lags of up to ${number(maxLag, whole(maxLag))} sessions against its own scatter, above zero the leader first, with one p-value for all of them (\u2264: the smallest that it can be).`,
        columns: [
          { title: "Laggard's clock" },
          { title: "Pearson", numeric: true },
          { title: "Spearman", numeric: true },
          { title: "Adjusted", numeric: true, secondary: true },
          { title: "Median", numeric: true, secondary: true },
          { title: "Strongest", numeric: true, essential: true },
          { title: "At lag", numeric: true, essential: true },
          { title: "p", numeric: true, essential: true },
        ],
        rows: together.clocks.map((clock) => ({ cells: cells(clock) })),
      },
      ...(together.clocks.length > 1
        ? [{ kind: "paragraph" as const, text: prose`Where the clocks differ, a lead or lag of one session may be nothing but the clock: compare the rows.` }]
        : []),
    ],
  };
}

/** Whether only the shifts that see the very same correlation reach it. */
function atFloor({ value, n }: Measure, maxLag: Measure): boolean {
  return value !== null && maxLag.value !== null && value * n <= 2 * maxLag.value + 1.5;
}
