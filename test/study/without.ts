import type { Study } from "../../src/study/index.ts";
import { founding, foundingStudy, LAST_DAY } from "../case.ts";

const studies = new Map<string, Study>();

/** The founding case's last study with one market taken away; studied once. */
export function withoutMarket(id: string): Study {
  const markets = Object.fromEntries(Object.entries(founding.markets).filter(([other]) => other !== id));
  const known = studies.get(id) ?? foundingStudy(LAST_DAY, { markets });
  studies.set(id, known);
  return known;
}
