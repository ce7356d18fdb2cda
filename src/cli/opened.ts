import { existsSync } from "node:fs";
import { type Day, type Market, Problem } from "../market/index.ts";
import { describeMarket, didYouMean, openGroup } from "../sources/case.ts";
import { storePath } from "../store/storePath.ts";
// Files, not the room: the first line on the screen must not wait for the inference.
import { lastSession } from "../study/held.ts";
import type { StudyInput } from "../study/studyInput.ts";
import { type Provenance, refuseFuture } from "./age.ts";
import { checkedDay } from "./checkedDay.ts";
import type { Effects } from "./effects.ts";
import { instantAsked } from "./instantAsked.ts";

/** What a study is asked from on the command line: its input, and where its figures come from. */
export interface Opened {
  input: StudyInput;
  figures: Provenance;
}

/** The options that say which figures are meant. */
export interface FigureOptions {
  asOf?: string;
  figures?: string;
  knownAt?: string;
  json?: boolean;
  csv?: boolean;
}

const PREFER = ["fresher", "store", "case"] as const;

/** A group with its figures, as of the day asked for; the day and the figures are checked first. */
export async function opened(group: string | undefined, options: FigureOptions, effects: Effects): Promise<Opened> {
  const today = effects.today();
  const asOf = checkedDay(options.asOf, "--as-of", today);
  const found = await figuresFor<{ input: Omit<StudyInput, "asOf">; origin: "store" | "case"; note?: string | undefined }>(options, effects, {
    embedded: () => embeddedGroup(group),
    held: async (ask) => (await import("../intake/figures.ts")).figuresOf(group, ask),
    unread: (own, note) => ({ ...own, note }),
  });
  const held = lastSession(found.input.markets, found.input.group.members, found.input.group.definitions);
  refuseFuture(held, today);
  return {
    input: { ...found.input, ...(asOf === undefined ? {} : { asOf }) },
    figures: { held, origin: found.origin, note: found.note, knownAt: knownText(options, effects) },
  };
}

/** One market with its figures, chosen as those of a group are. */
export async function openedMarket(
  market: string,
  group: string | undefined,
  options: FigureOptions,
  effects: Effects,
): Promise<{ market: Market; origin: "store" | "case"; note?: string | undefined }> {
  return figuresFor<{ market: Market; origin: "store" | "case"; note?: string | undefined }>(options, effects, {
    embedded: () => {
      const { id, embedded } = describeMarket(market, group);
      const own = embedded();
      if (!own) throw new Problem("data", `expected figures of ${id}; none are embedded, and there is no store: lockstep fetch brings them`);
      return { market: own, origin: "case" as const, note: undefined };
    },
    held: async (ask) => (await import("../intake/figures.ts")).marketFigures(market, group, ask),
    unread: (own, note) => ({ ...own, note }),
  });
}

/** What figures are chosen by, once the options are read. */
interface Ask {
  store: Awaited<ReturnType<typeof import("../store/openStoreToRead.ts")["openStoreToRead"]>>;
  prefer: (typeof PREFER)[number];
  knownAt: number | undefined;
}

/** How one kind of figures is had. */
interface Ways<T> {
  embedded: () => T | Promise<T>;
  held: (ask: Ask) => Promise<T>;
  /** What is shown instead where a store is there and cannot be read. */
  unread: (embedded: T, why: string) => T;
}

/** Figures from where the options say: the store is opened only where there is one, and its code read only then. */
export async function figuresFor<T>(options: FigureOptions, effects: Effects, ways: Ways<T>): Promise<T> {
  const { knownAt, json, csv } = options;
  const prefer = preferred(options);
  if (prefer === "case" && knownAt !== undefined)
    throw new Problem("usage", "expected --known-at with figures of the store; received --figures case: embedded figures do not say when they were known");
  const instant = knownAt === undefined ? undefined : instantAsked(knownAt, "--known-at", effects.net.now());
  const path = storePath(effects.data);
  const must = prefer === "store" || knownAt !== undefined;
  if (prefer === "case" || !existsSync(path)) {
    if (must) throw new Problem("data", "expected a store; there is none yet: lockstep fetch or lockstep import makes one", path);
    return ways.embedded();
  }
  const { openStoreToRead } = await import("../store/openStoreToRead.ts");
  let store: Ask["store"];
  try {
    store = await openStoreToRead(path);
  } catch (error) {
    // What is embedded needs no store, and the screen says that it was not looked at. A program that reads the output would not see it.
    if (must || json || csv || !(error instanceof Problem)) throw error;
    return ways.unread(await ways.embedded(), error.message);
  }
  try {
    return await ways.held({ store, prefer, knownAt: instant });
  } finally {
    await store.close();
  }
}

/** Which figures the options ask for. */
function preferred({ figures = "fresher" }: FigureOptions): (typeof PREFER)[number] {
  const prefer = PREFER.find((one) => one === figures);
  if (!prefer) throw new Problem("usage", `expected ${PREFER.join(", ")}; received ${figures}${didYouMean(figures, PREFER)}`, "--figures");
  return prefer;
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
  return { input, origin: "case" as const, note: undefined as string | undefined };
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
