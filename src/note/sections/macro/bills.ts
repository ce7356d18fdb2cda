import { billPurchases } from "../../../charts/index.ts";
import type { Measure } from "../../../market/index.ts";
import type { Figure, Section } from "../../document.ts";
import { decimal, dollars } from "../../format.ts";
import { count, listed, name, number, on, prose, type Text } from "../../prose.ts";
import { capitalised, said } from "../../words.ts";
import { drawn } from "../drawn.ts";
import type { MacroView } from "./view.ts";

type Bills = MacroView["macro"]["bills"];

const billions = (measure: Pick<Measure, "value">) => dollars(measure, { in: "billion", decimals: 1 });

/** Purchases of Treasury bills: by month, and what was planned of a month against what was done. */
export function billsSection(study: MacroView): Section {
  const { bills } = study.macro;
  const { plan, months, planMonths, total } = bills;
  const first = planMonths.find(({ planned }) => planned.value !== null);
  const section = { id: "bills", title: "Purchases of Treasury bills" };
  if (plan === null) return { ...section, blocks: [{ kind: "paragraph", text: prose`Until then no purchases for reserves had been announced.` }] };
  if (study.asOf < plan.start) {
    return {
      ...section,
      blocks: [
        {
          kind: "paragraph",
          text: prose`On ${on(plan.announced)} the Federal Reserve announced purchases of bills from ${on(plan.start)} on${first ? planAhead(first) : prose``}.`,
        },
      ],
    };
  }
  if (total.value === null) {
    const reason = total.reason ?? bills.reason ?? "";
    return { ...section, blocks: [{ kind: "paragraph", text: prose`What has been bought since ${on(plan.start)} is not known: ${name(reason)}.` }] };
  }
  const cell = (measure: Measure): Text =>
    prose`${number(measure, measure.value === null ? "\u2013" : decimal({ value: measure.value / 1e9 }, { decimals: 1 }))}`;
  return {
    ...section,
    blocks: [
      {
        kind: "paragraph",
        text: prose`Since ${on(plan.start)} the New York Fed has bought bills of ${number(total, billions(total))} in ${count(bills.count, "operation")}, the last on ${on(bills.operations.to ?? study.asOf)}. ${first ? planText(first) : prose``} ${name(capitalised(plan.notes.slice(1, 2).join(" ")))}.`,
      },
      figure(study, bills, plan.start),
      {
        kind: "table",
        caption: prose`By month of the plan, billions of dollars. The plan is per month: a sum of several months has no plan.`,
        columns: [
          { title: "From" },
          { title: "To" },
          { title: "Planned", numeric: true, essential: true },
          { title: "Done", numeric: true, essential: true },
          { title: "Operations", numeric: true, secondary: true },
          { title: "State" },
        ],
        rows: planMonths.map(({ from, to, planned, done, operations, state }) => ({
          cells: [
            prose`${on(from)}`,
            prose`${on(to)}`,
            cell(planned),
            cell(done),
            prose`${number(operations, decimal(operations, { decimals: 0 }))}`,
            prose`${name(state === "over" ? "ended" : state)}`,
          ],
        })),
      },
      {
        kind: "table",
        caption: prose`By calendar month, billions of dollars accepted.`,
        columns: [{ title: "Month" }, { title: "Accepted", numeric: true }, { title: "Operations", numeric: true }],
        rows: months.map(({ month, accepted, operations }) => ({
          cells: [prose`${name(month)}`, cell(accepted), prose`${number(operations, decimal(operations, { decimals: 0 }))}`],
        })),
      },
      ...(bills.excluded.length === 0
        ? []
        : [
            {
              kind: "list" as const,
              items: bills.excluded.map(
                ({ id, day, accepted, why }) =>
                  prose`Not counted: ${name(id)} of ${on(day)}, ${number(accepted, dollars(accepted, { in: "million", decimals: 0 }))}: ${name(why)}.`,
              ),
            },
          ]),
    ],
  };
}

function planText({ from, to, planned, done, state }: Bills["planMonths"][number]): Text {
  const doneText =
    done.value === null
      ? prose`what was done is not known`
      : prose`${number(done, billions(done))} ${state === "over" ? prose`were bought` : prose`have been bought so far`}`;
  return prose`Of about ${number(planned, billions(planned))} planned for the month from ${on(from)} to ${on(to)} ${doneText}; amounts of later months are announced one by one and not held here.`;
}

/** What is planned of a month that is still to come. */
function planAhead({ planned, to }: Bills["planMonths"][number]): Text {
  return prose`, about ${number(planned, billions(planned))} in the month to ${on(to)}; amounts of later months are announced one by one`;
}

function figure({ asOf }: MacroView, { operations, planMonths, total }: Bills, start: string): Figure {
  const begun = planMonths.filter(({ state }) => state !== "to come");
  const planned = begun.find((one) => one.planned.value !== null);
  const within = ({ from, to }: Bills["planMonths"][number]) =>
    operations.days.flatMap((day, k) => (day >= from && day <= to ? [{ day, accepted: operations.accepted[k] ?? null }] : []));
  const tens = (measure: Measure) => (measure.value === null ? "not known" : decimal({ value: measure.value / 1e9 }, { decimals: 1 }));
  const spec = {
    title: said(prose`The New York Fed has bought ${number(total, billions(total))} of Treasury bills since ${on(start)}`),
    subtitle: said(
      prose`Billions of dollars by month of the plan, which begins about the ninth business day of the month named; each operation a piece of its bar. Reinvested agency principal is part of it, and of no plan`,
    ),
    source: said(
      prose`Source: operations of the New York Fed (${name(operations.sources.join(", "))}), to ${on(operations.to ?? asOf)}. As of ${on(asOf)}. Small-value exercises left out.`,
    ),
    alt: said(
      prose`Bars of bill purchases by month of the plan: ${listed(begun.map(({ from, done }) => prose`from ${on(from)} ${number(done, done.value === null ? "not known" : billions(done))}`))}.`,
    ),
    months: begun.map((month) => ({
      month: month.from.slice(0, 7),
      value: tens(month.done),
      operations: within(month).flatMap(({ day, accepted }) => (accepted === null ? [] : [{ day, amount: accepted / 1e9 }])),
      plan: month.planned.value === null ? null : month.planned.value / 1e9,
    })),
    planLabel: planned ? said(prose`plan per month: about ${number(planned.planned, billions(planned.planned))}`) : "no plan held",
  };
  return {
    kind: "figure",
    id: "billPurchases",
    figures: "macro.bills",
    ...drawn(billPurchases, spec),
    data: {
      head: "Operation",
      noun: "operations",
      columns: ["Day", "Accepted"],
      rows: operations.ids.map((id, k) => ({
        head: id,
        cells: [operations.days[k]!, dollars({ value: operations.accepted[k] ?? null }, { in: "billion", decimals: 3 })],
      })),
    },
    plot: {
      kind: "bars",
      caption: prose`Accepted by month of the plan, billions of dollars${planned ? prose`; planned for the first month alone: about ${number(planned.planned, tens(planned.planned))}` : prose``}.`,
      rows: begun.map(({ from, to, done }) => ({ label: `${from} to ${to}`, value: done.value, text: tens(done) })),
    },
  };
}
