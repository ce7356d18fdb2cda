import type { Calendar, CloseInstant, Instrument } from "../market/index.ts";
import { type Source, type SourceRef, sourceOf } from "../sources/index.ts";

/** What the figures of a series are of: what the gate has to know to judge them. */
export interface Subject {
  kind: Instrument["kind"] | "reading"; // "etf"
  calendar: Calendar; // "XNYS"
  close: CloseInstant; // { time: "16:00", zone: "America/New_York" }
  settles: number; // minutes after the close at which a figure is final
  weekly?: boolean; // a reading that is not made every session
}

/** A market or a reading with the references under which figures of it may be held. */
export interface Target {
  id: string; // "IWM"
  subject: Omit<Subject, "settles">;
  sources: readonly SourceRef[]; // in order of preference
  earlier?: SourceRef;
  optional?: true; // a fetch that brings nothing of it has brought what it could
}

/** The source of figures that were imported from a file, by the id of the market. */
export const IMPORTED = "import";

/** Under which references figures of a target may be held, the preferred first: what was imported by hand, then its sources. */
export function refsOf({ id, sources, earlier }: Target): SourceRef[] {
  return [{ source: IMPORTED, symbol: id }, ...sources, ...(earlier ? [earlier] : [])];
}

/** The references whose closes can be held against each other: adjusted for splits alike, so that levels are the same. */
export function comparable(target: Target): SourceRef[] {
  return refsOf(target).filter(({ source }) => source === IMPORTED || sourceOf({ source, symbol: "" }).adjustment !== "total");
}

/** What a series of a target is of, at the source that it comes from. */
export function subjectAt(target: Target, source: Pick<Source, "settles"> | undefined): Subject {
  return { ...target.subject, settles: source?.settles ?? 0 };
}
