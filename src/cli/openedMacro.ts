import type { Day } from "../market/index.ts";
import type { MacroPart } from "../sources/index.ts";
import type { MacroFigures, Study } from "../study/index.ts";
import { latest } from "../study/measures.ts";
import type { StudyInput } from "../study/studyInput.ts";
import type { FigureSession } from "./figureSession.ts";
import { pairNames } from "./pairAsked.ts";

/** The figures of the macro picture, with where each part comes from. */
export interface OpenedMacro {
  macro: MacroFigures;
  inputs: Study["inputs"];
  notes: readonly string[];
  origins: Record<MacroPart, "store" | "case" | "none">;
}

/**
 * The macro figures of a group: part by part from the store where it is fresher, else the embedded ones. Read after the markets, so that the first line
 * on the screen does not wait for them.
 */
export async function openedMacro({ held, unread }: FigureSession, asked: string | undefined): Promise<OpenedMacro> {
  // A pair has those of the founding case.
  const group = pairNames(asked) ? undefined : asked;
  if (held) return (await import("../intake/macroFigures.ts")).macroFiguresOf(group, held);
  const own = (await import("../sources/case/embeddedMacro.ts")).embeddedMacro(group);
  return unread === undefined ? own : { ...own, notes: [unread] };
}

/** The input of a study and its macro figures, put together. */
export function wholeInput(input: StudyInput, { macro, inputs }: OpenedMacro): StudyInput & Pick<Study, "inputs"> {
  return { ...input, macro, inputs: [...(input.inputs ?? []), ...inputs] };
}

const NAME: Readonly<Record<MacroPart, string>> = { rates: "rates", curve: "futures", liquidity: "balances", operations: "operations", earnings: "earnings" };

/** Where the parts of the macro picture come from, in words: "rates embedded, futures from the store". */
export function originsText({ origins }: OpenedMacro, parts: readonly MacroPart[]): string {
  const where = { case: "embedded", store: "from the store", none: "not held" } as const;
  return parts.map((part) => `${NAME[part]} ${where[origins[part]]}`).join(", ");
}

/** The last day that curves or operations are of; null when none is held. */
export function macroEnd({ macro: { curves, operations } }: OpenedMacro): Day | null {
  return latest([curves.at(-1)?.day, operations.at(-1)?.day].flatMap((day) => day ?? []));
}
