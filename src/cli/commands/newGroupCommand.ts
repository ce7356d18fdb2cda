import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import { stringify } from "yaml";
import { Problem } from "../../market/index.ts";
import { describeMarket, didYouMean, refText } from "../../sources/index.ts";
import { groupSchema } from "../../study/group.ts";
import type { Effects } from "../effects.ts";
import { tableLines } from "../terminal/columns.ts";
import { printable } from "../terminal/paint.ts";

export interface NewGroupOptions {
  name: string;
  leader?: string;
  laggard?: string;
  out: string;
}

/** Builds a group file from names of markets: each is looked up, and where it is fetched from is said. */
export function newGroupCommand(markets: readonly string[], { name, leader, laggard, out }: NewGroupOptions, effects: Effects): void {
  if (!/\.ya?ml$/.test(out)) throw new Problem("usage", "expected the name of a YAML file; received another", out);
  if (existsSync(out)) throw new Problem("usage", "expected a file that is not there yet; received one that is", out);
  const found = markets.map((market) => describeMarket(market));
  const ids = found.map(({ id }) => id);
  const meant = (text: string | undefined, option: string) => {
    if (text === undefined) return undefined;
    const { id } = describeMarket(text);
    if (!ids.includes(id)) throw new Problem("usage", `expected one of the members (${ids.join(", ")}); received ${text}${didYouMean(text, ids)}`, option);
    return id;
  };
  const file = { name, leader: meant(leader, "--leader") ?? ids[0] ?? "", laggard: meant(laggard, "--laggard"), members: ids };
  const checked = groupSchema.safeParse(file);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new Problem("usage", `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "expected another value"}; received ${markets.join(", ")}`);
  }
  const comment = found.map(
    ({ id, described: { instrument, sources, embedded } }) =>
      `# ${id}: ${instrument.name}; ${sources.map(refText).join(", ") || "no source"}${embedded ? "; figures embedded" : ""}`,
  );
  effects.write(dirname(out), { [basename(out)]: `${comment.join("\n")}\n${stringify(file)}` });
  const [head = "", ...rows] = tableLines(
    [
      { title: "member", cells: ids },
      { title: "name", cells: found.map(({ described }) => printable(described.instrument.name)) },
      { title: "fetched from", cells: found.map(({ described }) => described.sources.map(refText).join(", ") || "nowhere") },
    ],
    effects.width,
  );
  effects.out(
    `${[head, ...rows].join("\n")}\n\nWrote ${printable(out)}. lockstep fetch ${printable(out)} brings the figures, lockstep ${printable(out)} the study.\n`,
  );
}
