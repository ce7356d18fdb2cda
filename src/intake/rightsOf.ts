import { type Rights, SOURCES, type SourceRef } from "../sources/index.ts";

/** What may be done with the figures of a series; what was imported by hand is the user's own matter, and taken as personal. */
export function rightsOf({ source, symbol }: SourceRef): Rights {
  return SOURCES.find(({ id }) => id === source)?.rights(symbol) ?? "personal";
}
