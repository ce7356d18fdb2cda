import { dayNumber } from "../../../market/index.ts";
import type { ClaimOf } from "../../claim.ts";
import type { Answer } from "../../verdict.ts";
import { subjectHeld } from "../figures/subjectHeld.ts";
import { dayBefore, type World } from "../world.ts";
import { levelForecast } from "./levelForecast.ts";
import { recordForecast } from "./recordForecast.ts";

/**
 * What is known of a forecast: nothing that refutes or supports it, but how often the like came true from the state of the day before the publication,
 * and what came.
 *
 * Of a record the base rate of one within the time that is said, or the group's horizon; of a level the distance to it and whether it was reached. Of the
 * first of its subjects of which figures are held.
 */
export function opinionCheck({ subjects, about, level, by }: ClaimOf<"opinion">, world: World): Answer {
  const part = { about: subjects.of[0]?.name ?? "", judged: [], conventional: true, needed: null };
  const none = (needed: string | null): Answer => ({ parts: [{ ...part, needed }], kind: subjects.kind, rows: [] });
  // What no computation could name needs no figures.
  if (about === "other" || (about === "level" && level === null)) return none(null);
  const tried = subjects.of.map((subject) => subjectHeld(subject, world, { asLevel: about === "level" }));
  const id = tried.find((one) => one.id !== undefined)?.id;
  if (id === undefined) return none(tried[0]?.needed ?? "the market that is meant: the text names none");
  const asOf = dayBefore(world);
  const days = by && by.last > world.published ? dayNumber(by.last) - dayNumber(asOf) : world.group.definitions.horizon;
  const found = about === "level" ? levelForecast(id, level!, world, { asOf, days }) : recordForecast(id, world, { asOf, days });
  if ("needed" in found) return none(found.needed);
  return { parts: [{ ...part, about: id }], kind: subjects.kind, rows: found.rows, forecast: found.forecast };
}
