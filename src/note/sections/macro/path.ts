import type { Block, Section } from "../../document.ts";
import { rate, signed } from "../../format.ts";
import { listed, name, number, on, prose, type Text } from "../../prose.ts";
import { tenthCell } from "../cells.ts";
import { fanFigure, heatFigure } from "./pathFigures.ts";
import { type Path, pathSummary, ruleText } from "./pathSummary.ts";
import type { MacroView } from "./view.ts";
import { bpCell } from "./words.ts";

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
        text: prose`${pathSummary(path)} Sums count from the rate implied before the first meeting, ${number(path.start, rate(path.start))}. Read by ${ruleText(path)}; probabilities are prices, not forecasts: they hold a premium for risk, and each meeting is taken to move the rate in steps of a quarter point.`,
      },
      // Without the rate so far there is no picture of where the path begins.
      ...(study.macro.policy.history.days.length > 0 ? [fanFigure(study, curve)] : []),
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
            tenthCell(one.cut),
            tenthCell(one.hold),
            tenthCell(one.hike),
          ],
        })),
      },
      ...(path.meetings.some(({ ranges }) => ranges.probability.length > 0) ? [heatFigure(study, curve)] : []),
      ...path.before.map((one): Block => ({ kind: "paragraph", text: changed(one) })),
      ...(path.leftOut.length === 0
        ? []
        : [{ kind: "list" as const, items: path.leftOut.map(({ day, reason }) => prose`The meeting of ${on(day)} is left out: ${name(reason)}.`) }]),
    ],
  };
}

function changed({ ago, day, reason, meetings }: Path["before"][number]): Text {
  const since = ago === "day" ? prose`Since the curve before` : prose`Since a week before`;
  if (reason !== undefined || day === null) return prose`${since}: not known, ${name(reason ?? "")}.`;
  const said = meetings.filter(({ rateBp }) => rateBp.value !== null);
  const parts = said.map((one) => prose`${on(one.day)} ${number(one.rateBp, signed(one.rateBp, { decimals: 1 }))}`);
  return prose`${since} (${on(day)}) the implied rates have moved by, in basis points: ${listed(parts)}.`;
}
