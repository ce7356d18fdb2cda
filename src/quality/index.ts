export { judge } from "./judge.ts";
export type { Flag, FlagKind, JudgeContext, Judgement, OtherSource } from "./judgement.ts";
export { type Reread, readjusted } from "./readjusted.ts";
