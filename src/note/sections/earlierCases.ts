import type { Study } from "../../study/index.ts";
import type { Block, Section } from "../document.ts";
import { percent, whole } from "../format.ts";
import { below, count, listed, name, number, on, prose, type Text } from "../prose.ts";
import { RESOLUTION, RESOLUTION_MARK } from "../words.ts";

type Cases = Study["cases"];

/** Every case and how it ended: all of them, not the best ones. */
export function earlierCases(study: Study): Section {
  const { cases } = study;
  const title = "How earlier cases ended";
  if (cases.laggard === null || cases.cases.value === null) {
    return { id: "cases", title, blocks: [{ kind: "paragraph", text: prose`Unknown: ${name(cases.cases.reason ?? "no market to compare with")}.` }] };
  }
  const { laggardBelow, leaderFalls } = study.definitions;
  const what = prose`A case opens when ${name(cases.leader)} sets a record while ${name(cases.laggard)} stands ${below(laggardBelow, 0)} or more below its own. It ends in catch-up when ${name(cases.laggard)} sets a record, or in roll-over when ${name(cases.leader)} stands ${below(leaderFalls, 0)} or more below its record, whichever comes first; on the same day roll-over counts.`;
  const blocks: Block[] = [
    { kind: "paragraph", text: what },
    { kind: "paragraph", text: prose`Since ${on(cases.cases.from!)} there were ${total(cases)}. ${tally(cases)}` },
  ];
  if (cases.list.length > 0) blocks.push(table(cases, cases.laggard));
  if (cases.otherDistances.length > 0) blocks.push({ kind: "paragraph", text: sensitivity(cases) });
  return { id: "cases", title, blocks };
}

function tally({ catchUp, rollOver }: Cases): Text {
  const closed = (catchUp.value ?? 0) + (rollOver.value ?? 0);
  if (closed === 0) return prose`No case has ended yet.`;
  return prose`Of those that ended, ${number(catchUp, whole(catchUp))} did in catch-up and ${number(rollOver, whole(rollOver))} in roll-over.`;
}

function total({ cases, open }: Pick<Cases, "cases" | "open">): Text {
  return prose`${count(cases, "case")}, of which ${number(open, whole(open))} ${{ kind: "words", text: open.value === 1 ? "is" : "are" }} open`;
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
  const texts = otherDistances.map(
    ({ laggardBelow, cases, catchUp, rollOver, open }) =>
      prose`at ${below(laggardBelow, 0)}, ${count(cases, "case")} (${number(catchUp, whole(catchUp))} catch-up, ${number(rollOver, whole(rollOver))} roll-over, ${number(open, whole(open))} open)`,
  );
  return prose`The count depends on the distance that opens a case: ${listed(texts)}.`;
}
