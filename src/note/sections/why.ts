import type { Study } from "../../study/index.ts";
import type { Section } from "../document.ts";
import { specificationText } from "./catchUp/specification.ts";
import { verdictText } from "./catchUp/verdictText.ts";
import { lockstepAnswer } from "./together/coincidence.ts";

/** Whether the pair is in lockstep, in a paragraph; all of it is in `lockstep together`. */
export function lockstepWhy(study: Study): Section {
  return {
    id: "lockstep",
    title: "Whether they are in lockstep",
    blocks: (study.together.laggard === null ? [] : lockstepAnswer(study)).map((text) => ({ kind: "paragraph", text })),
  };
}

/** What the cases say of catch-up, in a paragraph; all of it is in `lockstep lag`. */
export function verdictWhy(study: Study): Section {
  const texts = study.cases.laggard === null ? [] : [verdictText(study), specificationText(study)];
  return {
    id: "verdict",
    title: "What the cases say",
    blocks: texts.flatMap((text) => (text ? [{ kind: "paragraph" as const, text }] : [])),
  };
}
