import { Problem } from "../../market/index.ts";

/** What was computed, or why figures that are held cannot be used. A fault of the program goes on. */
export function orReason<T extends object>(compute: () => T): T | { reason: string } {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Problem) return { reason: error.message };
    throw error;
  }
}
