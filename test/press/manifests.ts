import type { Measure } from "../../src/market/index.ts";
import type { ListedNote, Manifest } from "../../src/press/index.ts";
import { MANIFEST_SCHEMA } from "../../src/press/manifest.ts";

export const measure = (value: number | null, reason?: string): Measure => ({
  value,
  unit: "probability",
  n: 7,
  from: "2010-08-18",
  to: "2025-12-11",
  asOf: "2025-12-11",
  method: "m",
  definition: "d",
  sources: [],
  dropped: [],
  ...(reason === undefined ? {} : { reason }),
});

/** A manifest of a note that put 38 % on record, against a base of 33 %; nothing of it was computed. */
export function manifestWith(changes: Partial<Manifest> = {}): Manifest {
  return {
    schema: MANIFEST_SCHEMA,
    lockstep: "0.0.0",
    title: "IWM is at its record; BTC stands 25.8% below its own",
    summary: "IWM leads.",
    group: "Small caps and bitcoin",
    asOf: "2025-12-11",
    replayed: false,
    asked: {
      group: null,
      asOf: "2025-12-11",
      figures: "case",
      knownAt: null,
      readAt: null,
      locale: "en-GB",
      formats: ["html", "png"],
      page: null,
      article: null,
    },
    definitions: { near: 0.1 },
    seed: 1,
    inputs: [],
    inputsHash: "0",
    says: {
      asOf: "2025-12-11",
      replayed: false,
      markets: [],
      cases: { asOf: "2025-12-11", open: "2025-12-04" },
      posterior: { n: measure(6), mean: measure(0.43) },
      laggard: "BTC",
      forecast: { from: "2025-12-11", due: "2026-06-09", probability: measure(0.38), base: measure(0.33), baseFrom: "matched" },
    },
    earlier: [],
    renderers: {},
    files: ["note.html", "note.md", "card.png"].map((file) => ({ file, sha256: "0", bytes: 1 })),
    ...changes,
  };
}

/** A note as it is listed, in a folder of that name. */
export function listedNote(name: string, changes: Partial<Manifest> = {}, outcome?: "came" | "didNot" | "pending" | "unknown"): ListedNote {
  const manifest = manifestWith(changes);
  const { asOf, forecast } = manifest.says;
  return {
    name,
    folder: `/notes/${name}`,
    manifest,
    sha256: "0",
    scored: outcome === undefined || !forecast ? undefined : { asOf, replayed: false, laggard: "BTC", forecast, outcome },
  };
}

/** Whatever might be taken for markup, and what XML has no place for. */
export const HOSTILE_NAME = `"><script>alert(1)</script>&amp;'&]]>]]> \u0007\ud800 javascript:x`;
