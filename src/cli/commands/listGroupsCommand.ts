import { FOUNDING_CASE, knownMarkets, openGroup, refText, shippedGroups } from "../../sources/index.ts";
import type { Effects } from "../effects.ts";
import { tableLines } from "../terminal/columns.ts";
import { painter, printable } from "../terminal/paint.ts";

/** The groups and the markets that the program knows, with where these are fetched. */
export function listGroupsCommand(effects: Effects): void {
  const { width, color } = effects;
  const paint = painter(color);
  const groups = [FOUNDING_CASE, ...shippedGroups()].map((name) => ({ name, group: openGroup(name).group }));
  const [head = "", ...rows] = tableLines(
    [
      { title: "group", cells: groups.map(({ name }) => name) },
      { title: "members", cells: groups.map(({ group }) => group.members.join(", ")) },
    ],
    width,
  );
  const markets = knownMarkets();
  const [marketHead = "", ...marketRows] = tableLines(
    [
      { title: "market", cells: markets.map(({ instrument }) => instrument.id) },
      { title: "name", cells: markets.map(({ instrument }) => printable(instrument.name)) },
      {
        title: "fetched from",
        cells: markets.map(({ sources, embedded }) => [...sources.map(refText), ...(embedded ? ["embedded"] : [])].join(", ")),
        dropFirst: 1,
      },
    ],
    width,
  );
  const more = "Any symbol of a source is a market as well: yahoo:SHOP, coinbase:SOL-USD.";
  effects.out([paint("soft", head), ...rows, "", paint("soft", marketHead), ...marketRows, "", more, ""].join("\n"));
}
