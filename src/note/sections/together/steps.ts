import type { Study } from "../../../study/index.ts";
import type { Section } from "../../document.ts";
import { decimal } from "../../format.ts";
import { name, number, on, prose } from "../../prose.ts";

const STATE = { inStep: "\u25cf usual", behind: "\u25bc unusually far behind", ahead: "\u25b2 unusually far ahead", unknown: "? unknown" } as const;

/** Who is unusually far behind or ahead of its group, against what is usual for it. */
export function stepsSection({ together, definitions }: Study): Section {
  const { stepEnter, stepExit } = definitions;
  const given = (measure: typeof stepEnter) => number(measure, decimal(measure, { decimals: 1 }));
  return {
    id: "steps",
    title: "Who is unusually far from the group?",
    blocks: [
      {
        kind: "table",
        caption: prose`Each member's distance from its record less the median of the others', in robust deviations from what has been usual for that member. Unusual from ${given(stepEnter)} on, usual again below ${given(stepExit)}.`,
        columns: [{ title: "Market" }, { title: "Deviations", numeric: true }, { title: "State" }, { title: "Since" }],
        rows: together.steps.map(({ market, state, since, distance }) => ({
          cells: [
            prose`${name(market)}`,
            prose`${number(distance, decimal(distance, { decimals: 1 }))}`,
            prose`${name(STATE[state])}`,
            since ? prose`${on(since)}` : prose`\u2013`,
          ],
        })),
      },
      {
        kind: "paragraph",
        text: prose`Far below its record and unusually far are two questions: a market that has often been far below is not unusual for being so again, and may be the one out of step with a leader at its record.`,
      },
    ],
  };
}
