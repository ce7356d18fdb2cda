import { catchUpSections } from "../../note/index.ts";
import { lagOf } from "../../study/index.ts";
import type { Effects } from "../effects.ts";
import { type PartOptions, partCommand } from "./partCommand.ts";

/** Whether the laggard catches up: every case, base rates, tests, score, definitions. */
export function lagCommand(group: string | undefined, options: PartOptions, effects: Effects): void {
  const title = ({ group: { leader }, catchUp, asOf }: Parameters<typeof lagOf>[0]) =>
    `${catchUp.laggard === null ? `${leader}, no market out of step` : `${leader} and ${catchUp.laggard}`}: catch-up, as of ${asOf}`;
  partCommand({ title, record: lagOf, sections: catchUpSections }, group, options, effects);
}
