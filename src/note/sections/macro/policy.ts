import type { Section } from "../../document.ts";
import { rate } from "../../format.ts";
import { listed, name, number, on, prose, type Text } from "../../prose.ts";
import type { MacroView } from "./view.ts";
import { bpCell, decision } from "./words.ts";

/** What the Federal Reserve decided last, what the rate is, and when it meets. */
export function policySection({ macro: { policy }, asOf }: MacroView): Section {
  const { effective, meetings } = policy;
  const past = meetings.filter(({ status }) => status === "decided" || status === "unknown");
  const next = meetings.filter(({ status }) => status === "upcoming").slice(0, NEXT);
  const paid =
    effective.value === null || !effective.on
      ? prose`The effective rate is not known: ${name(effective.reason ?? "")}.`
      : prose`The effective rate was ${number(effective, rate(effective))} on ${on(effective.on)}.`;
  const ahead = next.length === 0 ? [] : [prose`The next meetings end on ${listed(next.map(({ day }) => prose`${on(day)}`))}.`];
  return {
    id: "policy",
    title: "Policy",
    blocks: [
      { kind: "paragraph", text: [policyText(policy), paid, ...ahead].flatMap((text, k): Text => (k === 0 ? text : prose` ${text}`)) },
      {
        kind: "table",
        caption: prose`Decisions of the year up to ${on(asOf)}: change of the target range in basis points, and its upper limit after it.`,
        columns: [{ title: "Decided on" }, { title: "Change", numeric: true }, { title: "Upper limit", numeric: true }, { title: "Remark", secondary: true }],
        rows: past.map((one) => ({
          cells: [prose`${on(one.day)}`, bpCell(one.changeBp), prose`${number(one.upper, one.upper.value === null ? "\u2013" : rate(one.upper))}`, remark(one)],
        })),
      },
    ],
  };
}

/** The target range, and how it came to it. */
export function policyText({ lower, upper, meetings }: MacroView["macro"]["policy"]): Text {
  const last = meetings.findLast(({ status }) => status === "decided" || status === "unknown");
  if (upper.value === null) return prose`The target range of the federal funds rate is not known: ${name(upper.reason ?? "")}.`;
  return prose`The target range of the federal funds rate is ${number(lower, rate(lower))} to ${number(upper, rate(upper))}${last ? prose`; on ${on(last.day)} it was ${decision(last.changeBp)}` : prose``}.`;
}

const NEXT = 3; // meetings named

function remark({ kind, status, note, decidedBy }: MacroView["macro"]["policy"]["meetings"][number]): Text {
  if (status === "unknown") return prose`the decision is not held`;
  const words = [
    kind === "unscheduled" ? "between meetings" : kind === "notationVote" ? "vote between meetings" : "",
    decidedBy === "targetRange" ? "read from the target range" : "",
    note ?? "",
  ];
  return prose`${name(words.filter((word) => word !== "").join("; "))}`;
}
