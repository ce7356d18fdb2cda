import type { Measure } from "../../../market/index.ts";
import type { Block } from "../../document.ts";
import { listed, name, number, on, prose } from "../../prose.ts";
import { rangeText, type Sensitivity, slopeText } from "./sensitivityWords.ts";

/** Slopes on the days of scheduled decisions, and how far each moved on them and on other days. */
export function meetingDays({ meetingDays: { markets, difference }, pair }: Sensitivity): Block[] {
  if (markets.length === 0) return [];
  const lacking = markets.filter(({ without }) => without.length > 0);
  return [
    {
      kind: "table",
      caption: prose`The slope on the days of scheduled decisions alone, all eras together, with the interval for few days, and how far each moved on these days and on days without a decision, whichever way.`,
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
            prose`${number(slope, decisions(slope))}`,
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
                  prose`${number(difference, decisions(difference))}`,
                  prose``,
                  prose``,
                ],
              },
            ]
          : []),
      ],
    },
    ...(lacking.length === 0
      ? []
      : [
          {
            kind: "paragraph" as const,
            text: prose`Without a change on some of these days: ${listed(lacking.map(({ market, without }) => prose`${name(market)} on ${listed(without.map((day) => prose`${on(day)}`))}`))}.`,
          },
        ]),
  ];
}

/** How many decisions a slope rests on; a slope that is not known rests on none that could be named. */
function decisions({ value, n }: Measure): string {
  return value === null ? "\u2013" : String(n);
}
