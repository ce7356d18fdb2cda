import type { Day, Measure } from "../../market/index.ts";
import type { Study } from "../../study/index.ts";
import type { Block, Section } from "../document.ts";
import { percent, whole } from "../format.ts";
import { chosenShare, count, listed, name, number, on, type Part, prose, type Text } from "../prose.ts";
import { RESOLUTION, RESOLUTION_MARK } from "../words.ts";

type Cases = Study["cases"];

/** Every case and how it ended: all of them, not the best ones. */
export function earlierCases(study: Study): Section {
  const { cases } = study;
  const title = "How earlier cases ended";
  if (cases.laggard === null) return { id: "cases", title, blocks: [] };
  if (cases.cases.value === null) {
    return { id: "cases", title, blocks: [{ kind: "paragraph", text: prose`Unknown: ${name(cases.cases.reason ?? "no figures held")}.` }] };
  }
  const { laggardBelow, leaderFalls } = study.definitions;
  const what = prose`A case opens when ${name(cases.leader)} sets a record while ${name(cases.laggard)} stands ${chosenShare(laggardBelow)} or more below its own. It ends in catch-up when ${name(cases.laggard)} sets a record, or in roll-over when ${name(cases.leader)} closes ${chosenShare(leaderFalls)} or more below its own, whichever comes first; on the same day roll-over counts.`;
  const blocks: Block[] = [
    { kind: "paragraph", text: what },
    { kind: "paragraph", text: tally(cases, study.atLeaderRecords.leaderRecords.from ?? cases.cases.from!) },
  ];
  if (cases.list.length > 0) blocks.push(table(cases, cases.laggard));
  if (cases.otherDistances.some((other) => other.cases.value !== 0)) blocks.push({ kind: "paragraph", text: sensitivity(cases) });
  return { id: "cases", title, blocks };
}

function tally({ cases, catchUp, rollOver, open }: Cases, from: Day): Text {
  if (cases.value === 0) return prose`Since ${on(from)} there was ${number(cases, "no")} such case.`;
  const total = prose`Since ${on(from)} there ${verb(cases, "was", "were")} ${count(cases, "case")}${stillOpen(cases, open)}.`;
  if ((catchUp.value ?? 0) + (rollOver.value ?? 0) === 0) return total;
  return prose`${total} Of those that ended, ${number(catchUp, whole(catchUp))} did in catch-up and ${number(rollOver, whole(rollOver))} in roll-over.`;
}

function stillOpen(cases: Measure, open: Measure): Text {
  if (cases.value === 1) return open.value === 1 ? prose`, which is open` : prose`, which has ended`;
  return prose`, ${number(open, open.value === 0 ? "none" : whole(open))} of them open`;
}

/** A verb that agrees with a count. */
function verb({ value }: Measure, singular: string, plural: string): Part {
  return { kind: "words", text: value === 1 ? singular : plural };
}

function table({ leader, list }: Cases, laggard: string): Block {
  return {
    kind: "table",
    caption: prose`Every case, in order; ${name(laggard)} is its distance from its own record at the onset, sessions are those of ${name(leader)}.`,
    columns: [
      { title: "Onset" },
      { title: laggard, numeric: true },
      { title: "Ended in" },
      { title: "Ended on" },
      { title: "Sessions", numeric: true, secondary: true },
    ],
    rows: list.map((one) => ({
      ...(one.resolution === "open" ? { mark: "open" as const } : {}),
      cells: [
        prose`${on(one.onset)}`,
        prose`${number(one.laggardDistance, percent(one.laggardDistance))}`,
        prose`${name(`${RESOLUTION_MARK[one.resolution]} ${RESOLUTION[one.resolution]}`)}`,
        one.resolvedOn ? prose`${on(one.resolvedOn)}` : prose`\u2013`,
        prose`${number(one.sessions, whole(one.sessions))}`,
      ],
    })),
  };
}

function sensitivity({ otherDistances }: Cases): Text {
  const texts = otherDistances.map(({ laggardBelow, cases, catchUp, rollOver, open }) =>
    cases.value === 0
      ? prose`at ${chosenShare(laggardBelow)}, ${number(cases, "none")}`
      : prose`at ${chosenShare(laggardBelow)}, ${count(cases, "case")} (${number(catchUp, whole(catchUp))} catch-up, ${number(rollOver, whole(rollOver))} roll-over, ${number(open, whole(open))} open)`,
  );
  return prose`The count depends on the distance that opens a case: ${listed(texts)}.`;
}
