import type { Study } from "../../../study/index.ts";

/** What the sections on the macro picture are written from. */
export type MacroView = Pick<Study, "group" | "asOf" | "macro">;
