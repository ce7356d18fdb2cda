import type { Subject } from "../claim.ts";

/** By what a market is told from another: the one that stands for it, or its name where none does. */
export function subjectKey({ candidates, name }: Subject): string {
  return candidates[0] ?? name.toLowerCase();
}

/** Each of some markets once, where it stands first. */
export function distinctSubjects(subjects: readonly Subject[]): Subject[] {
  const seen = new Set<string>();
  return subjects.filter((one) => !seen.has(subjectKey(one)) && seen.add(subjectKey(one)));
}
