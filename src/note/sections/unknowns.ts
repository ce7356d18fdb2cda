import type { Study } from "../../study/index.ts";
import type { Section } from "../document.ts";
import { listed, name, on, prose, type Text } from "../prose.ts";

/** What a reader might take for known and is not. */
export function unknowns(study: Study): Section {
  const unconfirmed = study.notKnown.flatMap(({ kind, market }) => (kind === "unconfirmedRecord" && market !== null ? [market] : []));
  const items = study.notKnown.filter(({ kind }) => kind !== "unconfirmedRecord").map((one) => wording(study, one));
  if (unconfirmed.length > 0) {
    items.unshift(
      prose`Whether the latest record of ${listed(unconfirmed.map((market) => prose`${name(market)}`))} stands: its figure is of the last session used, and neither a later session nor a second source confirms it yet.`,
    );
  }
  return { id: "not-known", title: "What is not known", blocks: items.length === 0 ? [] : [{ kind: "list", items }] };
}

function wording({ cases }: Study, { kind, market, day, reason }: Study["notKnown"][number]): Text {
  const subject = name(market ?? "");
  const when = day === null ? name("an unknown day") : on(day);
  switch (kind) {
    case "member":
      return prose`Where ${subject} stands: ${name(reason)}.`;
    case "gaps":
      return prose`What ${subject} did on some days, the last of them ${when}: ${name(reason)}. A record on one of these days is not seen, and with it a case may be missed.`;
    case "heldBack":
      return prose`Whether the figure of ${subject} of ${when} stands; it is held back and used nowhere: ${name(reason)}.`;
    case "field":
      return prose`${subject} after ${when} on another basis: ${name(reason)}.`;
    case "chosenLaggard":
      return prose`Whether the cases of ${subject} say anything of it: it was chosen afterwards, as the member furthest below its record on ${when}.`;
    case "openCase":
      return prose`How the case of ${name(cases.leader)} and ${subject} that opened on ${when} ends.`;
    case "missingDays":
      return prose`Whether more cases opened: ${subject} holds no value on some records of ${name(cases.leader)}.`;
    case "fewCases":
      return prose`How such cases usually end: ${name(reason)}.`;
    case "chance":
      return prose`Whether these endings differ from chance: ${name(reason)}.`;
    case "macro":
      return prose`Of the macro picture: ${name(reason)}.`;
    case "unconfirmedRecord":
      return prose`${name(reason)}.`;
    default:
      throw new Error(`unknown kind: ${String(kind satisfies never)}`);
  }
}
