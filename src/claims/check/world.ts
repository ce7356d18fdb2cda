import { type Day, dayNumber, type Markets, toDay } from "../../market/index.ts";
import type { Group, MacroFigures } from "../../study/index.ts";

/** What a claim is held against: figures, of which only those up to the day of publication decide. */
export interface World {
  group: Group;
  markets: Markets;
  macro: MacroFigures;
  published: Day; // "2025-12-12"
}

/** The day whose closes an article knows when it names no day: the one before its publication. */
export function dayBefore({ published }: Pick<World, "published">): Day {
  return toDay(dayNumber(published) - 1);
}
