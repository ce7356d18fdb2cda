import type { Study } from "../../../study/index.ts";
import type { Block, Section } from "../../document.ts";
import { decimal, percent, starred, whole } from "../../format.ts";
import { listed, name, number, on, prose, type Text } from "../../prose.ts";

type Phases = Study["together"]["clocks"][number]["phases"][number];

const DATING = { months: "months", filter: "sessions" } as const;

/** How much of the time both are in a bull or both in a bear phase. */
export function phasesSection({ together }: Study): Section {
  const how = prose`Share of the time in the same phase, bull or bear, against the share if the phases were independent: months dated by the rules of Pagan and Sossounov, sessions by those of Lunde and Timmermann. A star marks shifts worth fewer than twenty independent ones, which cannot bear such a p-value.`;
  const blocks: Block[] = together.clocks.map(
    (clock): Block => ({
      kind: "table",
      caption: prose`${name(clock.clocks)}`,
      columns: [
        { title: "Dated by" },
        { title: "Same phase", numeric: true, essential: true },
        { title: "Independent", numeric: true },
        { title: "Correlation", numeric: true },
        { title: "p", numeric: true, essential: true },
        { title: "Shifts worth", numeric: true, secondary: true },
      ],
      rows: clock.phases.map((one) => ({
        cells: [
          prose`${name(DATING[one.dating])}`,
          prose`${number(one.index, percent(one.index, { decimals: 0 }))}`,
          prose`${number(one.expected, percent(one.expected, { decimals: 0 }))}`,
          prose`${number(one.correlation, decimal(one.correlation, { decimals: 2 }))}`,
          prose`${number(one.pValue, starred(one))}`,
          prose`${number(one.independent, whole(one.independent))}`,
        ],
      })),
    }),
  );
  if (blocks.length > 0) blocks.unshift({ kind: "paragraph", text: how });
  const turns = (together.clocks[0]?.phases ?? []).filter(({ lastTurns }) => lastTurns.length > 0).map(lastTurns);
  if (turns.length > 0) {
    blocks.push({
      kind: "paragraph",
      text: prose`A turning point is known only later, and the phase after the last one is open. ${turns.flatMap((text, k) => (k === 0 ? text : prose` ${text}`))}`,
    });
  }
  if (together.clocks.every(({ phases }) => phases.every(({ index }) => index.value === null)))
    return { id: "phases", title: "Are they in the same phase?", blocks: [] };
  return { id: "phases", title: "Are they in the same phase?", blocks };
}

function lastTurns({ dating, lastTurns }: Phases): Text {
  const turns = lastTurns.map(({ market, kind, on: day, knownOn }) => prose`${name(market)} ${name(kind)} of ${on(day)}, known on ${on(knownOn)}`);
  return prose`Last by ${name(DATING[dating])}: ${listed(turns)}.`;
}
