import type { Market, Markets } from "../market/index.ts";
import type { Group, Study } from "../study/index.ts";
import { Catalogue } from "./catalogue.ts";
import { FOUNDING_CASE, placeOf, readGroup } from "./groupFile.ts";

/** A group with the figures of its markets, ready for a study, and the hashes of the files that they came from. */
export interface OpenCase {
  group: Group;
  markets: Markets;
  inputs: Study["inputs"];
}

/**
 * Opens a group: the name of an embedded case, a group file, or a folder that holds `group.yaml`.
 *
 * Markets are those of the `markets.yaml` beside the group file, or else of the founding case. Only the figures of the group's
 * members and their variants are read. Nothing is fetched.
 *
 * @throws Problem (usage) for an unknown group, a member that is no market, or a malformed file; Problem (data) for unusable figures
 *
 * @example
 * import { openCase } from "lockstep/sources";
 * openCase("small-caps-and-bitcoin").group.leader; // => "IWM"
 */
export function openCase(name: string = FOUNDING_CASE): OpenCase {
  const place = placeOf(name);
  const { group, file } = readGroup(place.group);
  const catalogue = new Catalogue(place.markets);
  const ids = group.members.flatMap((id) => [catalogue.idOf(id, file.path), ...catalogue.variantsOf(id)]);
  const markets = Object.fromEntries(ids.map((id) => [id, catalogue.market(id)]));
  return { group, markets, inputs: [file, ...catalogue.read].map(({ name: fileName, sha256 }) => ({ file: fileName, sha256 })) };
}

/**
 * One market of a group by its id or one of its names ("bitcoin"), with its figures.
 *
 * @throws Problem (usage) when no market has that name, naming the nearest
 *
 * @example
 * import { openMarket } from "lockstep/sources";
 * openMarket("bitcoin").instrument.id; // => "BTC"
 */
export function openMarket(market: string, name: string = FOUNDING_CASE): Market {
  const catalogue = new Catalogue(placeOf(name).markets);
  return catalogue.market(catalogue.named(market));
}

/** A group file as it was read: the group, which definitions the file sets itself, and what its members are called. */
export interface OpenGroup {
  group: Group;
  path: string;
  given: ReadonlySet<string>;
  names: Readonly<Record<string, string>>; // { IWM: "small caps" }
}

/**
 * A group file, read and checked, its members looked up; no figures are read.
 *
 * @param name as for {@link openCase}
 * @throws Problem (usage) as {@link openCase}
 *
 * @example
 * import { openGroup } from "lockstep/sources";
 * openGroup().group.definitions.laggardBelow; // => 0.2
 */
export function openGroup(name: string = FOUNDING_CASE): OpenGroup {
  const place = placeOf(name);
  const { group, file, given } = readGroup(place.group);
  const catalogue = new Catalogue(place.markets);
  const names = Object.fromEntries(group.members.map((id) => [id, catalogue.nameOf(catalogue.idOf(id, file.path))]));
  return { group, path: file.path, given, names };
}
