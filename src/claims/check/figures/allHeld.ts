import type { Subject } from "../../claim.ts";
import type { World } from "../world.ts";
import { subjectHeld } from "./subjectHeld.ts";

/** The markets that stand for several subjects, all of which a statement needs; or what would be needed of the first that has none. */
export function allHeld(subjects: readonly Subject[], world: World): { ids: string[]; needed?: never } | { ids?: never; needed: string } {
  const ids: string[] = [];
  for (const subject of subjects) {
    const held = subjectHeld(subject, world);
    if (held.id === undefined) return { needed: held.needed };
    // Two names of one market are one market: it is not held against itself.
    if (!ids.includes(held.id)) ids.push(held.id);
  }
  return { ids };
}
