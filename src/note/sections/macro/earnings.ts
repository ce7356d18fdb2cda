import { epsBars } from "../../../charts/index.ts";
import type { Measure } from "../../../market/index.ts";
import type { Figure, Section } from "../../document.ts";
import { decimal, signed } from "../../format.ts";
import { listed, name, number, on, plain, prose, quote, type Text } from "../../prose.ts";
import { longDay } from "../../words.ts";
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
          { title: "Index" },
          { title: "Year" },
          { title: "Growth", numeric: true, essential: true },
          { title: "Recomputed", numeric: true },
          { title: "Earnings", numeric: true, secondary: true },
          { title: "Basis", essential: true },
          { title: "Said by", secondary: true },
          { title: "On" },
          { title: "Remark", secondary: true },
        ],
        rows: rows.map((row) => ({
          cells: [
            prose`${name(indexName(row.index))}`,
            prose`${name(String(row.year))}`,
            growthCell(row.growth, 0),
            growthCell(row.recomputed, 1),
            prose`${number(row.earnings, row.earnings.value === null ? "\u2013" : decimal(row.earnings, { decimals: 0 }))}`,
            prose`${name(row.basis)}`,
            prose`${name(row.source)}`,
            prose`${on(row.quotedOn)}`,
            remark(row),
          ],
        })),
      },
      ...list,
    ],
  };
}

function growthCell(measure: Measure, decimals: number): Text {
  return prose`${number(measure, measure.value === null ? "\u2013" : growthText(measure, decimals))}`;
}

function growthText({ value }: Measure, decimals: number): string {
  return value === null ? "not quoted" : `${signed({ value: value * 100 }, { decimals })}%`;
}

function remark({ supersededOn, note }: Row): Text {
  const later = supersededOn === null ? [] : [prose`superseded on ${on(supersededOn)}`];
  return [...later, ...(note === null ? [] : [prose`${quote(note)}`])].flatMap((text, k): Text => (k === 0 ? text : prose`; ${text}`));
}

function figure({ asOf, macro: { earnings } }: MacroView, rows: readonly Row[]): Figure {
  const say = (text: Text) => plain(text, longDay);
  const keys = [...new Set(rows.map(({ index, year }) => `${index} ${year}`))];
  const label = (row: Row) => `${indexName(row.index)}, ${row.year}`;
  const groups = [
    ...keys.map((key) => {
      const own = rows.filter(({ index, year }) => `${index} ${year}` === key);
      return {
        label: label(own[0]!),
        quotes: own.flatMap((row) =>
          row.basis === "actual"
            ? []
            : [
                {
                  basis: row.basis,
                  source: row.source,
                  quoted: say(prose`${on(row.quotedOn)}`),
                  growth: row.growth.value,
                  value: growthText(row.growth, 0),
                  recomputed: row.recomputed.value === null ? null : { growth: row.recomputed.value, value: growthText(row.recomputed, 1) },
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
    source: say(
      prose`Source: as named at each bar (${name([...new Set(rows.flatMap(({ growth, earnings: eps }) => [...growth.sources, ...eps.sources]).map((source) => /\((.*)\)$/.exec(source)?.[1] ?? source))].join(", "))}). As of ${on(asOf)}. Consensus and strategists are not averaged.`,
    ),
    alt: say(
      prose`Bars of quoted growth: ${listed(rows.map((row) => prose`${name(label(row))} ${number(row.growth, growthText(row.growth, 0))} (${name(row.basis)}, ${name(row.source)})`))}.`,
    ),
    groups,
    none: "no public figure",
    recomputedLabel: "recomputed from earnings per share",
  };
  return {
    kind: "figure",
    id: "earningsGrowth",
    svg: { wide: epsBars(spec, "wide"), narrow: epsBars(spec, "narrow") },
    alt: spec.alt,
    data: {
      head: "Index and year",
      noun: "quotations",
      columns: ["Growth", "Recomputed", "Basis", "Said by", "On"],
      rows: rows.map((row) => ({
        head: label(row),
        cells: [growthText(row.growth, 0), row.recomputed.value === null ? "\u2013" : growthText(row.recomputed, 1), row.basis, row.source, row.quotedOn],
      })),
    },
    plot: {
      kind: "bars",
      caption: prose`Growth as quoted; consensus and strategists apart.`,
      rows: rows.map((row) => ({
        label: `${label(row)}, ${row.basis}, ${row.quotedOn.slice(0, 7)}`,
        value: row.growth.value,
        text: growthText(row.growth, 0),
      })),
    },
  };
}
