import type { Study } from "../../../study/index.ts";
import type { Figure } from "../../document.ts";
import { liquidityFigure } from "../macro/liquidity.ts";
import { fanFigure } from "../macro/pathFigures.ts";

/** The one chart of the macro picture in the note: the path that futures imply, or, where that is not known, net liquidity. */
export function macroFigure(study: Study): Figure | undefined {
  const { path, policy } = study.macro;
  // Without the rate so far there is no picture of where the path begins.
  if (path.curve !== null && path.meetings.length > 0 && policy.history.days.length > 0) return fanFigure(study, path.curve);
  return liquidityFigure(study);
}
