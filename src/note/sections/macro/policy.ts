import { isOver } from "../../../rates/meetings.ts";
import type { Section } from "../../document.ts";
import { rate } from "../../format.ts";
import { listed, name, number, on, prose, type Text } from "../../prose.ts";
import type { MacroView } from "./view.ts";
import { bpCell, decision } from "./words.ts";

type Policy = MacroView["macro"]["policy"];
type PolicyMeeting = Policy["meetings"][number];

/** What the Federal Reserve decided last, what the rate is, and when it meets. */
export function policySection({ macro: { policy }, asOf }: MacroView): Section {
  const { effective, meetings } = policy;
  const past = meetings.filter(isDecision);
  const next = meetings.filter(({ status }) => status === "upcoming").slice(0, NEXT);
  const paid =
    effective.value === null || !effective.on
      ? prose`The effective rate is not known: ${name(effective.reason ?? "")}.`
      : prose`The effective rate was ${number(effective, rate(effective))} on ${on(effective.on)}${takenEffect(policy) ? prose`` : prose`, before that change took effect`}.`;
  // Before the first meeting of the table others came first.
  const ahead = next.length === 0 || past.length === 0 ? [] : [prose`The next meetings end on ${listed(next.map(({ day }) => prose`${on(day)}`))}.`];
  return {
    id: "policy",
    title: "Policy",
    blocks: [
      { kind: "paragraph", text: [policyText(policy), paid, ...ahead].flatMap((text, k): Text => (k === 0 ? text : prose` ${text}`)) },
      ...(past.length === 0
        ? []
        : [
            {
              kind: "table" as const,
              caption: prose`Decisions of the year up to ${on(asOf)}: change of the target range in basis points, and its upper limit after it. Source: ${name(sourcesOf(policy))}.`,
              columns: [
                { title: "Decided on" },
                { title: "Change", numeric: true },
                { title: "Upper limit", numeric: true },
                { title: "Remark", secondary: true },
              ],
              rows: past.map((one) => ({
                cells: [
                  prose`${on(one.day)}`,
                  bpCell(one.changeBp),
                  prose`${number(one.upper, one.upper.value === null ? "\u2013" : rate(one.upper))}`,
                  remark(one),
                ],
              })),
            },
          ]),
    ],
  };
}

/** Whether a meeting is over and was on the rate: a vote on something else between meetings is no decision on it. */
function isDecision(meeting: PolicyMeeting): boolean {
  return isOver(meeting) && (meeting.kind === "scheduled" || meeting.changeBp.value !== 0);
}

/** Whether the effective rate is of a day on which the last change was in effect. */
function takenEffect({ effective, meetings }: Policy): boolean {
  const change = meetings.findLast(({ changeBp }) => (changeBp.value ?? 0) !== 0);
  return !change || !effective.on || effective.on > change.day;
}

/** The target range, and how it came to it. */
export function policyText({ lower, upper, meetings }: Policy): Text {
  const last = meetings.findLast(isDecision);
  if (upper.value === null) return prose`The target range of the federal funds rate is not known: ${name(upper.reason ?? "")}.`;
  return prose`The target range of the federal funds rate is ${number(lower, rate(lower))} to ${number(upper, rate(upper))}${last ? prose`; on ${on(last.day)} it was ${decision(last.changeBp)}` : prose``}.`;
}

function sourcesOf({ upper, effective, meetings }: Policy): string {
  return [...new Set([upper, effective, ...meetings.map((one) => one.upper)].flatMap(({ sources }) => sources))].join(", ");
}

const NEXT = 3; // meetings named

function remark({ kind, status, note, decidedBy }: PolicyMeeting): Text {
  if (status === "unknown") return prose`the decision is not held`;
  const words = [kind === "unscheduled" ? "between meetings" : "", decidedBy === "targetRange" ? "read from the target range" : "", note ?? ""];
  return prose`${name(words.filter((word) => word !== "").join("; "))}`;
}
