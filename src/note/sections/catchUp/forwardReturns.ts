import { LEAST_CASES } from "../../../lag/index.ts";
import type { Study } from "../../../study/index.ts";
import type { Section } from "../../document.ts";
import { name, prose } from "../../prose.ts";
import { percentCell, rangedCell, wholeCell } from "../cells.ts";

/** What both markets returned after the onsets, one value a case, less what like states were followed by. */
export function forwardReturnsSection({ catchUp }: Study): Section {
  const title = "What did they return after the onset?";
  const rows = catchUp.forwardReturns.filter(({ n }) => (n.value ?? 0) >= LEAST_CASES);
  if (rows.length === 0) {
    return { id: "forward-returns", title, blocks: catchUp.trials.length === 0 ? [] : [{ kind: "paragraph", text: prose`Not shown: fewer than five cases.` }] };
  }
  return {
    id: "forward-returns",
    title,
    blocks: [
      {
        kind: "table",
        caption: prose`Returns after the onset, geometric means with one value a case; left out are cases that overlap, and those without a like state to compare with. Excess: growth over that which followed like states (the laggard) or other record days (the leader), less one. In brackets intervals at the level of nine in ten, bootstrapped over eight cases or more; nothing is shown of fewer than five.`,
        columns: [
          { title: "Market" },
          { title: "Days", numeric: true },
          { title: "Cases", numeric: true },
          { title: "Mean", numeric: true },
          { title: "Median", numeric: true, secondary: true },
          { title: "Like states", numeric: true, secondary: true },
          { title: "Excess", numeric: true },
        ],
        rows: rows.map((one) => ({
          cells: [
            prose`${name(one.market)}`,
            wholeCell(one.horizon),
            wholeCell(one.n),
            percentCell(one.mean),
            percentCell(one.median),
            percentCell(one.matched),
            rangedCell(one.excess),
          ],
        })),
      },
    ],
  };
}
