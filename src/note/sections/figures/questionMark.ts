import type { Day } from "../../../market/index.ts";
import type { Study } from "../../../study/index.ts";
import { on, prose } from "../../prose.ts";
import { said } from "../../words.ts";

/** The day on which the group's question was asked, where it lies before the day of the study. */
export function questionMark({ group, asOf }: Study): { mark?: { day: Day; label: string } } {
  return group.question && group.question.day < asOf
    ? { mark: { day: group.question.day, label: said(prose`question asked, ${on(group.question.day)}`) } }
    : {};
}
