import type { LaggardPath } from "../../lag/index.ts";
import type { Day, Gauge, Markets } from "../../market/index.ts";
import type { Group } from "../group.ts";
import { knownGauge } from "../known.ts";
import { pathOf, recordDays } from "./paths.ts";

/** A known member as leader and as laggard. */
export interface Member {
  id: string;
  gauge: Gauge;
  path: LaggardPath;
  records: number[]; // day numbers
}

/** The members of a group that are known on a day, each with its path: built once, asked often. */
export function membersOf(markets: Markets, { members, definitions: { basis, staleAfter } }: Group, asOf: Day): Member[] {
  return members.flatMap((id) => {
    const { held } = knownGauge(markets, id, basis, { asOf, staleAfter });
    return held ? [{ id, gauge: held, path: pathOf(markets, id, held), records: recordDays(held) }] : [];
  });
}
