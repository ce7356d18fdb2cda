import type { Study } from "../../../study/index.ts";
import { name, on, prose } from "../../prose.ts";
import { said, sourceFolders } from "../../words.ts";

/** The line under a chart of market figures: where they come from, how far they go, as of when. */
export function sourceLine(study: Study, clocks?: string): string {
  return said(
    prose`Source: figures of ${name(sourceFolders(study).join(", "))}, to ${on(study.figuresEnd ?? study.asOf)}. As of ${on(study.asOf)}.${clocks === undefined ? prose`` : prose` ${name(clocks)}.`}`,
  );
}
