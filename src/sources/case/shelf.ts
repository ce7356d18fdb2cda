import { basename } from "node:path";
import { type Instrument, type Market, Problem } from "../../market/index.ts";
import { SOURCE_REF, type SourceRef, sourceRef } from "../sourceRef.ts";
import { sourceOf } from "../sources.ts";
import { didYouMean } from "../text/didYouMean.ts";
import type { TextFile } from "../text/readText.ts";
import { Catalogue, type Described } from "./catalogue.ts";

const LISTED = 12; // ids named in a message

/** The catalogues that a group draws its markets from, the nearest first; and any symbol of a source, as "yahoo:SHOP". */
export class Shelf {
  readonly #opened: Catalogue[] = [];
  readonly #paths: readonly string[];

  constructor(paths: readonly string[]) {
    this.#paths = paths;
  }

  /** Every file that markets were taken from so far, in order. */
  get read(): TextFile[] {
    return this.#opened.flatMap(({ read, used }) => (used ? read : []));
  }

  /** The catalogues, each read when the nearer ones did not suffice. */
  *#each(): Generator<Catalogue> {
    for (const [k, path] of this.#paths.entries()) {
      this.#opened[k] ??= new Catalogue(path);
      yield this.#opened[k];
    }
  }

  get #catalogues(): Catalogue[] {
    return [...this.#each()];
  }

  /** What a market is, by its id as a group file writes it. */
  described(id: string, groupPath: string): Described {
    const catalogue = this.#of(id);
    if (catalogue) return catalogue.describe(id);
    if (SOURCE_REF.test(id)) return symbolAsMarket(id, groupPath);
    const ids = this.#catalogues.flatMap((one) => one.ids);
    const listed = ids.length > LISTED ? `${ids.slice(0, LISTED).join(", ")}, …` : ids.join(", ");
    throw new Problem("usage", `members: expected markets of ${basename(this.#paths[0] ?? "")} (${listed}); received ${id}${didYouMean(id, ids)}`, groupPath);
  }

  /** The id of the market that has this id or name. */
  named(name: string): string {
    for (const catalogue of this.#each()) {
      const found = catalogue.find(name);
      if (found !== undefined) return found;
    }
    if (SOURCE_REF.test(name)) return name;
    const ids = this.#catalogues.flatMap((one) => one.ids);
    const names = this.#catalogues.flatMap((one) => one.ids.flatMap((id) => one.namesOf(id)));
    const listed = ids.length > LISTED ? `${ids.slice(0, LISTED).join(", ")}, …` : ids.join(", ");
    throw new Problem("usage", `expected a market (${listed}); received ${name}${didYouMean(name, names)}`);
  }

  /** Every market of every catalogue. */
  all(): Described[] {
    return this.#catalogues.flatMap((one) => one.ids.map((id) => one.describe(id)));
  }

  /** The markets that are other clocks of a market. */
  variantsOf(id: string): string[] {
    return this.#of(id)?.variantsOf(id) ?? [];
  }

  /** A market with its embedded figures, read and checked; undefined when none lie beside its catalogue. */
  embedded(id: string): Market | undefined {
    const catalogue = this.#of(id);
    return catalogue?.describe(id).embedded ? catalogue.market(id) : undefined;
  }

  #of(id: string): Catalogue | undefined {
    for (const catalogue of this.#each()) if (catalogue.has(id)) return catalogue;
    return undefined;
  }
}

/** A symbol of a source as a market, by what the source says of its symbols. */
function symbolAsMarket(id: string, groupPath: string): Described {
  const ref = sourceRef(id);
  const about = sourceOf(ref, groupPath).about(ref.symbol);
  if (!about || about.kind === "reading") {
    throw new Problem("usage", `members: expected a market whose calendar is known, as yahoo:SHOP or coinbase:SOL-USD; received ${id}`, groupPath);
  }
  return { instrument: instrumentOf(id, ref, { ...about, kind: about.kind }), sources: [ref], embedded: false };
}

function instrumentOf(
  id: string,
  { source, symbol }: SourceRef,
  about: Omit<Instrument, "id" | "name" | "description" | "currency" | "aliases"> & { unit: string; name?: string },
): Instrument {
  const { kind, calendar, close, unit, name } = about;
  return { id, name: name ?? symbol, description: `${symbol} of ${source}`, kind, calendar, close, currency: unit, aliases: [] };
}
