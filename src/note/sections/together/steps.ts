import type { Study } from "../../../study/index.ts";
import type { Section } from "../../document.ts";
import { decimal } from "../../format.ts";
import { name, number, on, prose } from "../../prose.ts";

const STATE = { inStep: "\u25cf in step", behind: "\u25bc behind", ahead: "\u25b2 ahead", unknown: "? unknown" } as const;

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
        caption: prose`Each member's distance from its record less the median of the others', in robust deviations from what has been usual for that member. Out of step from ${given(stepEnter)} on, in step again below ${given(stepExit)}.`,
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
        text: prose`A market that is often far below its record is not out of step for being so again: far from its record and unusual for it are two questions.`,
      },
    ],
  };
}
