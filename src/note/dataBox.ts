import type { Day } from "../market/index.ts";
import type { Study } from "../study/index.ts";
import type { Note } from "./document.ts";
import { listed, name, on, prose, type Text } from "./prose.ts";
import { clocks, sourceFolders } from "./words.ts";

/** From what a note was made: day, basis, calendars, clocks, sources, age, and what is missing. */
export function dataBox(study: Study, replayedFrom?: Day): Note["box"] {
  const { group, definitions, asOf, figuresEnd } = study;
  return [
    { term: "Group", text: prose`${name(group.name)}` },
    { term: "As of", text: prose`${on(asOf)}` },
    {
      term: "Figures end",
      text: figuresEnd === null ? prose`unknown` : figuresEnd === asOf ? prose`${on(figuresEnd)}, the day itself` : prose`${on(figuresEnd)}`,
    },
    { term: "Basis", text: prose`${name(definitions.basis.value)}` },
    { term: "Calendar", text: prose`${name(calendars(study))}` },
    { term: "Clock of the close", text: prose`${name(clocks(study))}` },
    { term: "Sources", text: prose`figures of ${name(sourceFolders(study).join(", "))}` },
    { term: "Missing", text: missing(study) },
    ...(replayedFrom === undefined ? [] : [{ term: "Replay", text: prose`made with figures to ${on(replayedFrom)} at hand; none after ${on(asOf)} is used` }]),
  ];
}

function calendars({ markets }: Study): string {
  const known = markets.filter(({ state }) => state !== "unknown");
  return [...new Set(known.map(({ calendar }) => calendar))]
    .map(
      (calendar) =>
        `${calendar} (${known
          .filter((one) => one.calendar === calendar)
          .map(({ id }) => id)
          .join(", ")})`,
    )
    .join("; ");
}

function missing({ notKnown }: Study): Text {
  const kinds = new Set(["member", "gaps", "heldBack", "field", "missingDays", "macro"]);
  const of = [...new Set(notKnown.filter(({ kind }) => kinds.has(kind)).map(missingOf))];
  return of.length === 0 ? prose`nothing` : prose`${listed(of.map((one) => prose`${name(one)}`))}; see What is not known`;
}

function missingOf({ kind, market }: Study["notKnown"][number]): string {
  const whose = market ?? "a market";
  if (kind === "macro") return "part of the macro picture";
  if (kind === "member") return `${whose}, altogether`;
  return kind === "field" ? `${whose} on another basis` : `some days of ${whose}`;
}
