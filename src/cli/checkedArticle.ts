import { basename } from "node:path";
import type { Article, Check, ReadArticle, StatementList, World } from "../claims/index.ts";
import { type Day, dayNumber, type Market, type Markets, Problem, readingKnown, through } from "../market/index.ts";
import { describeMarket, knownMarkets } from "../sources/case.ts";
import type { StudyInput } from "../study/studyInput.ts";
import { checkedDay } from "./checkedDay.ts";
import type { FigureSession } from "./figureSession.ts";
import { openedMarket } from "./opened.ts";
import type { OpenedMacro } from "./openedMacro.ts";
import { wholeInput } from "./openedMacro.ts";

/** An article that has been read, before any figure has been looked at. */
export interface ArticleRead {
  article: Article | StatementList;
  read: ReadArticle;
  publishedBy: "asked" | "article";
}

/** The article of a file, and its bytes. Its source is the name alone: the place of a file on one machine is nothing to show around. */
export async function articleInFile(path: string): Promise<{ article: Article | StatementList; bytes: Uint8Array }> {
  const { articleBytes, readArticleFile } = await import("../sources/article/index.ts");
  const bytes = articleBytes(path);
  return { article: { ...(await readArticleFile(path, bytes)), source: basename(path) }, bytes };
}

/**
 * An article, read as of its publication.
 *
 * @param asked the day of publication as it was asked for; without it what the article says itself
 */
export async function articleRead(article: Article | StatementList, asked: string | undefined, today: Day): Promise<ArticleRead> {
  const given = checkedDay(asked, "--published", today);
  const published = given ?? article.published;
  if (published === null)
    throw new Problem("usage", "expected the day of publication; the text names none: give it with --published 2025-12-12", article.source);
  if (published > today) throw new Problem("data", `expected a day of publication up to today, ${today}; received ${published}`, article.source);
  const { readClaims } = await import("../claims/index.ts");
  const names = knownMarkets().map(({ instrument }) => ({ id: instrument.id, names: [instrument.name, ...instrument.aliases] }));
  return { article, read: readClaims(article, published, names), publishedBy: given === undefined || given === article.published ? "article" : "asked" };
}

/** The markets that an article names and its group does not hold, where figures of them are held elsewhere. */
export async function marketsNamed({ read }: ArticleRead, held: Markets, session: FigureSession, group: string | undefined): Promise<Markets> {
  const ids = new Set(read.claims.flatMap((claim) => ("subjects" in claim ? claim.subjects.of.flatMap(({ candidates }) => candidates) : [])));
  const found: Record<string, Market> = {};
  for (const id of ids) {
    if (Object.hasOwn(held, id)) continue;
    const market = await heldOf(id, session, group);
    if (market) found[market.instrument.id] = market;
  }
  return found;
}

/**
 * The claims of an article, held against figures.
 *
 * @param upTo the last day that may be looked at, what happened since included; without it all that is held
 */
export async function checkedArticle(
  { article, read, publishedBy }: ArticleRead,
  { input, macro, others }: { input: StudyInput; macro: OpenedMacro; others: Markets },
  upTo?: Day,
): Promise<Check> {
  const { checkOf } = await import("../claims/index.ts");
  const whole = wholeInput(input, macro);
  const world: World = { group: whole.group, markets: { ...whole.markets, ...others }, macro: macro.macro, published: read.published };
  return checkOf({ ...(upTo === undefined ? world : worldUpTo(world, upTo)), article, read, publishedBy, inputs: whole.inputs });
}

async function heldOf(id: string, session: FigureSession, group: string | undefined): Promise<Market | undefined> {
  try {
    return (await openedMarket(session, describeMarket(id, group).id, group)).market;
  } catch (error) {
    // What is not held is said of each claim that needs it.
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** Figures up to a day: what a replayed note may know of what came since. */
function worldUpTo(world: World, day: Day): World {
  const { macro, markets } = world;
  const last = dayNumber(day);
  const cut = <T, U>(record: Readonly<Record<string, T>>, one: (value: T) => U) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, one(value)]));
  return {
    ...world,
    markets: cut(markets, (market) => ({ ...market, series: cut(market.series, (series) => through(series, last)) })),
    macro: {
      ...macro,
      readings: cut(macro.readings, (reading) => readingKnown(reading, day)),
      curves: macro.curves.filter((one) => one.day <= day),
      operations: macro.operations.filter((one) => one.day <= day),
    },
  };
}
