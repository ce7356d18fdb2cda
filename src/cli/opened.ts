import { type Day, type Market, Problem } from "../market/index.ts";
import { describeMarket, openGroup } from "../sources/case.ts";
// Files, not the room: the first line on the screen must not wait for the inference.
import { lastSession } from "../study/held.ts";
import type { StudyInput } from "../study/studyInput.ts";
import { type Provenance, refuseFuture } from "./age.ts";
import { checkedDay } from "./checkedDay.ts";
import type { Effects } from "./effects.ts";
import type { FigureOptions, FigureSession } from "./figureSession.ts";
import { instantAsked } from "./instantAsked.ts";
import { pairAsked, pairNames } from "./pairAsked.ts";

/** What a study is asked from on the command line: its input, and where its figures come from. */
export interface Opened {
  input: StudyInput;
  figures: Provenance;
}

/** Where figures come from, and why not from elsewhere. */
interface Chosen {
  origin: "store" | "case";
  note?: string | undefined;
}

/** A group with its figures, as of the day asked for; the day and the figures are checked first. */
export async function opened({ options, effects, held, unread }: FigureSession, group: string | undefined): Promise<Opened> {
  const today = effects.today();
  const asOf = checkedDay(options.asOf, "--as-of", today);
  const pair = pairNames(group);
  if (!pair && options.universe !== undefined)
    throw new Problem("usage", `expected two markets of the universe, as IWM,BTC; received ${group ?? "none"}`, "--universe");
  const found: Chosen & { input: Omit<StudyInput, "asOf"> } = pair
    ? await pairAsked(pair, { options, effects, held, unread }, options.universe)
    : held
      ? await (await import("../intake/figures.ts")).figuresOf(group, held)
      : { ...embeddedGroup(group), note: unread };
  const last = lastSession(found.input.markets, found.input.group.members, found.input.group.definitions);
  refuseFuture(last, today);
  return {
    input: { ...found.input, ...(asOf === undefined ? {} : { asOf }) },
    figures: { held: last, origin: found.origin, note: found.note, knownAt: knownText(options, effects) },
  };
}

/** One market with its figures, chosen as those of a group are. */
export async function openedMarket({ held, unread }: FigureSession, market: string, group: string | undefined): Promise<Chosen & { market: Market }> {
  if (held) return (await import("../intake/figures.ts")).marketFigures(market, group, held);
  const { id, embedded } = describeMarket(market, group);
  const own = embedded();
  if (!own) throw new Problem("data", `expected figures of ${id}; none are embedded, and there is no store: lockstep fetch brings them`);
  return { market: own, origin: "case", note: unread };
}

function embeddedGroup(group: string | undefined) {
  const open = openGroup(group);
  if (!open.members.some(({ embedded }) => embedded)) {
    throw new Problem(
      "data",
      `expected figures of ${open.group.members.join(", ")}; none are embedded, and there is no store yet: lockstep fetch ${group ?? ""} brings them`,
    );
  }
  const input: Omit<StudyInput, "asOf"> = open.embedded();
  return { input, origin: "case" as const };
}

/** The instant that was asked for, as it is shown. */
export function knownText({ knownAt }: FigureOptions, { net }: Effects): string | undefined {
  return knownAt === undefined ? undefined : new Date(instantAsked(knownAt, "--known-at", net.now())).toISOString();
}

/** The last session held, for the line that says how old figures are. */
export function lastOf(market: Market, basis: Parameters<typeof lastSession>[2]["basis"]): Day | null {
  const { id } = market.instrument;
  return lastSession({ [id]: market }, [id], { basis });
}
