import type { Subjects } from "../../claim.ts";
import type { Answer, Judged, Part, Row } from "../../verdict.ts";
import { type HeldSubject, subjectHeld } from "../figures/subjectHeld.ts";
import type { World } from "../world.ts";

/** How one market fares. */
export interface OneAnswer {
  judged: readonly Judged[];
  conventional: boolean;
  rows: readonly Row[];
  needed?: string | undefined;
}

/**
 * The answer of a claim that says the same of each of its subjects: each is judged by itself, and one without figures says what it would need.
 *
 * @param one judges one market by its id
 */
export function forEachSubject(subjects: Subjects, world: World, one: (id: string) => OneAnswer, options: { asLevel?: boolean } = {}): Answer {
  const rows: Row[] = [];
  const parts = subjects.of.map((subject): Part => {
    const held: HeldSubject = subjectHeld(subject, world, options);
    if (held.id === undefined) return { about: subject.name, judged: [], conventional: true, needed: held.needed };
    const found = one(held.id);
    rows.push(...found.rows);
    return { about: held.id, judged: found.judged, conventional: found.conventional, needed: found.needed ?? null };
  });
  return { parts: parts.length > 0 ? parts : [NOBODY], kind: subjects.kind, rows };
}

/** The answer of a claim on several subjects at once, or on none. */
export function forAll(about: string, { judged, conventional, rows, needed }: OneAnswer): Answer {
  return { parts: [{ about, judged, conventional, needed: needed ?? null }], kind: false, rows };
}

/** The answer of a claim that cannot be checked. */
export function notCheckable(about: string, needed: string): Answer {
  return forAll(about, { judged: [], conventional: true, rows: [], needed });
}

const NOBODY: Part = { about: "", judged: [], conventional: true, needed: "the market that is meant: the text names none" };
