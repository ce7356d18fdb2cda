import type { Study } from "../../study/index.ts";
import type { Section } from "../document.ts";
import { listed, name, on, prose, type Text } from "../prose.ts";

/** What a reader might take for known and is not. */
export function unknowns({ notKnown }: Study): Section {
  const items: Text[] = [];
  const unconfirmed = notKnown.filter(({ kind }) => kind === "unconfirmedRecord");
  const [first] = unconfirmed;
  if (first) {
    const markets = listed(unconfirmed.map(({ market }) => prose`${name(market ?? "")}`));
    items.push(prose`Whether the latest record of ${markets} stands: ${name(first.reason)}.`);
  }
  for (const { kind, market, day, reason } of notKnown) {
    if (kind === "unconfirmedRecord") continue;
    const subject = market === null ? prose`` : prose`${name(market)}: `;
    const when = day === null ? prose`` : prose` (${on(day)})`;
    items.push(prose`${subject}${name(reason)}${when}.`);
  }
  return { id: "not-known", title: "What is not known", blocks: items.length === 0 ? [] : [{ kind: "list", items }] };
}
