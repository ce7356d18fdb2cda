import { epsBars } from "../../../charts/index.ts";
import type { Measure } from "../../../market/index.ts";
import type { Figure, Section } from "../../document.ts";
import { signed } from "../../format.ts";
import { listed, name, number, on, prose, quote } from "../../prose.ts";
import { said } from "../../words.ts";
import { drawn } from "../drawn.ts";
import type { MacroView } from "./view.ts";

type Earnings = MacroView["macro"]["earnings"];
type Row = Earnings["rows"][number];

const INDEX: Readonly<Record<string, string>> = {
  SPX: "S&P 500",
  NDX: "Nasdaq 100",
  RTY: "Russell 2000",
  RUT: "Russell 2000",
  DJI: "Dow Jones Industrial Average",
};
const indexName = (index: string) => INDEX[index] ?? index;

/** Quoted growth of earnings per share by index and year, each figure with who said it and when. */
export function earningsSection(study: MacroView): Section {
  const { earnings } = study.macro;
  const { rows, absent, leftOut } = earnings;
  const section = { id: "earnings", title: "Growth of earnings" };
  const absentText =
    absent.length === 0
      ? prose``
      : prose` Of ${listed(absent.map(({ index, reason }) => prose`the ${name(indexName(index))} (${name(reason)})`))} there is nothing to show.`;
  const left = leftOut.map(
    ({ index, year, source, why }) => prose`Not yet known then: ${name(indexName(index))} ${name(String(year))}, ${name(source)}: ${name(why)}.`,
  );
  const remarks = rows.flatMap((row) =>
    row.note === null ? [] : [prose`${name(MARK)} ${name(label(row))}, ${name(row.source)}, ${on(row.quotedOn)}: ${quote(row.note)}.`],
  );
  const list = left.length === 0 ? [] : [{ kind: "list" as const, items: left }];
  if (rows.length === 0) {
    const why = earnings.reason === undefined ? prose`no quoted figure was public by ${on(study.asOf)}` : prose`${name(earnings.reason)}`;
    return { ...section, blocks: [{ kind: "paragraph", text: prose`Growth of earnings is not known: ${why}.${absentText}` }, ...list] };
  }
  return {
    ...section,
    blocks: [
      {
        kind: "paragraph",
        text: prose`These are quotations, not computations. A consensus and the forecast of one house stand apart and are never averaged.${absentText}`,
      },
      figure(
        study,
        rows.filter(({ supersededOn }) => supersededOn === null),
      ),
      {
        kind: "table",
        caption: prose`Growth of earnings per share over the year before as quoted, and as it follows where the same source quotes both years on the same day.`,
        columns: [
          { title: "Index and year", essential: true },
          { title: "Growth", numeric: true, essential: true },
          { title: "Recomputed", numeric: true },
          { title: "Earnings", numeric: true, secondary: true },
          { title: "Basis" },
          { title: "Said by", essential: true },
          { title: "On", essential: true },
        ],
        rows: rows.map((row) => ({
          cells: [
            prose`${name(label(row))}${row.supersededOn === null ? prose`` : prose` (superseded)`}`,
            prose`${number(row.growth, row.growth.value === null ? "\u2013" : quotedText(row))}`,
            prose`${number(row.recomputed, row.recomputed.value === null ? "\u2013" : asQuoted(row.recomputed, 1))}`,
            prose`${number(row.earnings, row.earnings.value === null ? "\u2013" : plainNumber(row.earnings.value))}`,
            prose`${name(row.basis)}`,
            prose`${name(row.source)}`,
            prose`${on(row.quotedOn)}`,
          ],
        })),
      },
      ...(remarks.length === 0 ? [] : [{ kind: "list" as const, items: remarks }]),
      ...list,
    ],
  };
}

const label = ({ index, year }: Row) => `${indexName(index)}, ${year}`;

// A mark beside a figure whose source says more than the figure.
const MARK = "\u2020";

/** A figure with the digits that were quoted, and a mark where its source says more. */
function quotedText(row: Row): string {
  return `${asQuoted(row.growth)}${row.note === null ? "" : MARK}`;
}

function asQuoted({ value }: Measure, decimals?: number): string {
  if (value === null) return "not quoted";
  const shown = decimals ?? plainNumber(Math.abs(value) * 100).replace(/^\d+\.?/, "").length;
  return `${signed({ value: value * 100 }, { decimals: shown })}%`;
}

/** The files or imports that quotations are held in: the second source of each figure. */
function heldIn(rows: readonly Row[]): string {
  return [...new Set(rows.flatMap(({ growth, earnings }) => [growth.sources[1], earnings.sources[1]].flatMap((one) => one ?? [])))].join(", ");
}

/** A number without the noise of its last digits. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(10)));
}

function figure({ asOf, macro: { earnings } }: MacroView, rows: readonly Row[]): Figure {
  const marked = rows.some(({ note }) => note !== null);
  const keys = [...new Set(rows.map(({ index, year }) => `${index} ${year}`))];
  const groups = [
    // What was earned is no forecast: it stands in the table.
    ...keys.flatMap((key) => {
      const own = rows.filter(({ index, year, basis }) => `${index} ${year}` === key && basis !== "actual");
      if (own.length === 0) return [];
      return {
        label: label(own[0]!),
        quotes: own.flatMap((row) =>
          row.basis === "actual"
            ? []
            : [
                {
                  basis: row.basis,
                  source: row.source,
                  quoted: said(prose`${on(row.quotedOn)}`),
                  growth: row.growth.value,
                  value: quotedText(row),
                  recomputed: row.recomputed.value === null ? null : { growth: row.recomputed.value, value: asQuoted(row.recomputed, 1) },
                },
              ],
        ),
      };
    }),
    ...earnings.absent.map(({ index }) => ({ label: indexName(index), quotes: [] })),
  ];
  const spec = {
    title: "What was said of the growth of earnings",
    subtitle: "Growth of earnings per share over the year before, as quoted",
    source: said(
      prose`Source: as named at each bar (${name(heldIn(rows))}). As of ${on(asOf)}. Consensus and strategists are not averaged.${marked ? prose` ${name(MARK)} The source says more: see the remarks.` : prose``}`,
    ),
    alt: said(
      prose`Bars of quoted growth: ${listed(rows.map((row) => prose`${name(label(row))} ${number(row.growth, quotedText(row))} (${name(row.basis)}, ${name(row.source)})`))}.`,
    ),
    groups,
    none: "no public figure",
    recomputedLabel: "recomputed from earnings per share",
  };
  return {
    kind: "figure",
    id: "earningsGrowth",
    figures: "macro.earnings",
    ...drawn(epsBars, spec),
    data: {
      head: "Index and year",
      noun: "quotations",
      columns: ["Growth", "Recomputed", "Basis", "Said by", "On"],
      rows: rows.map((row) => ({
        head: label(row),
        cells: [quotedText(row), row.recomputed.value === null ? "\u2013" : asQuoted(row.recomputed, 1), row.basis, row.source, row.quotedOn],
      })),
    },
    plot: {
      kind: "bars",
      caption: prose`Growth as quoted; consensus and strategists apart.`,
      rows: rows.map((row) => ({
        label: `${label(row)}, ${row.basis}, ${row.quotedOn.slice(0, 7)}`,
        value: row.growth.value,
        text: quotedText(row),
      })),
    },
  };
}
