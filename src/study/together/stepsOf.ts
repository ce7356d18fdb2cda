import { stepStates } from "../../lockstep/index.ts";
import { align, type Day, toDay } from "../../market/index.ts";
import type { Group } from "../group.ts";
import { type Description, measured, unknown } from "../measures.ts";
import type { MembersBelow } from "../membersBelow.ts";
import type { Together } from "./schema.ts";

/** Whether each member is unusually far behind or ahead of its group, against what is usual for it. */
export function stepsOf({ members, reference }: MembersBelow, group: Group, asOf: Day): Together["steps"] {
  const { stepEnter: enter, stepExit: exit, stepHistory: history } = group.definitions;
  if (!reference) return [];
  const { sessions } = reference.level;
  const { frame } = align(
    { calendar: reference.instrument.calendar, sessions },
    members.map(({ column }) => column),
  );
  const steps = stepStates(
    frame.columns.map(({ values }) => values),
    { enter, exit, history },
  );
  return members.map(({ instrument }, k) => {
    const { distance, states } = steps[k]!;
    const description: Description = {
      unit: "deviations",
      asOf,
      method: "stepStates",
      definition: `log distance from its record less the median of the other members', in robust deviations from what has been usual for it, on sessions of ${reference.instrument.id}`,
    };
    const last = distance.at(-1) ?? Number.NaN;
    const state = states.at(-1) ?? "unknown";
    const begun = states.findLastIndex((one) => one !== state && one !== "unknown") + 1;
    const from = begun + states.slice(begun).indexOf(state);
    return {
      market: instrument.id,
      state,
      since: state === "unknown" ? null : toDay(sessions[from]!),
      distance: Number.isNaN(last)
        ? unknown(description, `fewer than ${history} sessions beside two others, or none on the last one`)
        : measured(
            description,
            last,
            members.map((one) => one.level),
          ),
    };
  });
}
