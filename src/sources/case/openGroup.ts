import { type Market, type Markets, Problem } from "../../market/index.ts";
import type { Group, Study } from "../../study/index.ts";
import type { Described } from "./catalogue.ts";
import { FOUNDING_CASE, placeOf, readGroup } from "./groupFile.ts";
import { Shelf } from "./shelf.ts";

/** A group with the figures of its markets, and the hashes of the files that they came from. */
export interface EmbeddedGroup {
  group: Group;
  markets: Markets;
  inputs: Study["inputs"];
}

/**
 * One market of a group by its id or one of its names ("bitcoin"), with its embedded figures.
 *
 * @throws Problem (usage) when no market has that name, naming the nearest; Problem (data) when no figures of it are embedded
 *
 * @example
 * import { openMarket } from "lockstep/sources";
 * openMarket("bitcoin").instrument.id; // => "BTC"
 */
export function openMarket(market: string, name: string = FOUNDING_CASE): Market {
  const { id, embedded } = describeMarket(market, name);
  const held = embedded();
  if (!held) throw new Problem("data", `expected figures of ${id}; none are embedded`);
  return held;
}

/**
 * What a market of a group is, by its id or one of its names; its embedded figures are read when they are asked for.
 *
 * @throws Problem (usage) when no market has that name, naming the nearest
 *
 * @example
 * import { describeMarket } from "lockstep/sources";
 * describeMarket("bitcoin").described.instrument.calendar; // => "24/7"
 */
export function describeMarket(market: string, name: string = FOUNDING_CASE): { id: string; described: Described; embedded: () => Market | undefined } {
  const place = placeOf(name);
  const shelf = new Shelf(place.markets);
  const id = shelf.named(market);
  return { id, described: shelf.described(id, place.group), embedded: () => shelf.embedded(id) };
}

/** A group file as it was read: the group, which definitions the file sets itself, and what its members are. */
export interface OpenGroup {
  group: Group;
  path: string;
  given: ReadonlySet<string>;
  members: readonly Described[]; // in the order of the group
  variants: readonly Described[]; // other clocks of members
  /** The group with the figures embedded beside its catalogues; a member without is not held. */
  embedded: () => EmbeddedGroup;
}

/**
 * A group file, read and checked, its members looked up; figures are read only when they are asked for.
 *
 * @param name as for `openCase`
 * @throws Problem (usage) for an unknown group, a member that is no market, or a malformed file
 *
 * @example
 * import { openGroup } from "lockstep/sources";
 * openGroup().group.definitions.laggardBelow; // => 0.2
 */
export function openGroup(name: string = FOUNDING_CASE): OpenGroup {
  const place = placeOf(name);
  const { group, file, given } = readGroup(place.group);
  const shelf = new Shelf(place.markets);
  const described = group.members.map((id) => ({ member: shelf.described(id, file.path), clocks: shelf.variantsOf(id) }));
  return {
    group,
    path: file.path,
    given,
    members: described.map(({ member }) => member),
    variants: described.flatMap(({ clocks }) => clocks.map((id) => shelf.described(id, file.path))),
    embedded: () => {
      const markets = group.members.flatMap((id, k) => [id, ...described[k]!.clocks].flatMap((one) => shelf.embedded(one) ?? []));
      return {
        group,
        markets: Object.fromEntries(markets.map((market) => [market.instrument.id, market])),
        inputs: [file, ...shelf.read].map(({ name: fileName, sha256 }) => ({ file: fileName, sha256 })),
      };
    },
  };
}

/**
 * Every market that the program knows by name: those of the founding case, and those that groups without figures name.
 *
 * @example
 * import { knownMarkets } from "lockstep/sources";
 * knownMarkets().some(({ instrument }) => instrument.id === "ETH"); // => true
 */
export function knownMarkets(): Described[] {
  return new Shelf(placeOf(FOUNDING_CASE).markets).all();
}
