import { LEAST_CASES } from "../../../lag/index.ts";
import type { Study } from "../../../study/index.ts";
import type { Block, Section } from "../../document.ts";
import { count, prose } from "../../prose.ts";
import { rangedCell, wholeCell } from "../cells.ts";

/** How soon cases ended, and in which of the two ends. */
export function endingsSection({ catchUp }: Study): Section {
  const { at, median } = catchUp.endings;
  const title = "How soon did cases end, and in what?";
  // Fewer carry no percentage.
  if (catchUp.trials.length < LEAST_CASES)
    return { id: "endings", title, blocks: catchUp.trials.length === 0 ? [] : [{ kind: "paragraph", text: prose`Not shown: fewer than five cases.` }] };
  const blocks: Block[] = [
    {
      kind: "table",
      caption: prose`Share of all cases ended by so many days after the onset, each in its own way (Aalen and Johansen), and not ended yet. In brackets intervals at the level of nine in ten (Clopper and Pearson; for those not ended beta product where a case is censored); none where an open case is followed for less.`,
      columns: [
        { title: "Days", numeric: true },
        { title: "Catch-up", numeric: true },
        { title: "Roll-over", numeric: true },
        { title: "Not ended", numeric: true },
        { title: "Still followed", numeric: true, secondary: true },
      ],
      rows: at.map((one) => ({
        cells: [wholeCell(one.horizon), rangedCell(one.catchUp), rangedCell(one.rollOver), rangedCell(one.open), wholeCell(one.atRisk)],
      })),
    },
  ];
  blocks.push({
    kind: "paragraph",
    text:
      median.value === null
        ? prose`When half of the cases have ended cannot be said: the bound allows no median.`
        : prose`Half of the cases had ended after ${count(median, "day")}.`,
  });
  return { id: "endings", title, blocks };
}
