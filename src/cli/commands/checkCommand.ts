import type { Article, Check, StatementList } from "../../claims/index.ts";
import { Problem } from "../../market/index.ts";
import { toJson } from "../../study/toJson.ts";
import { ageLine } from "../age.ts";
import { articleInFile, articleRead, checkedArticle, marketsNamed } from "../checkedArticle.ts";
import type { Effects } from "../effects.ts";
import { type FigureOptions, withFigures } from "../figureSession.ts";
import { opened } from "../opened.ts";
import { openedMacro } from "../openedMacro.ts";
import { painter } from "../terminal/paint.ts";
import { wrapped } from "../terminal/wrapped.ts";

export interface CheckOptions extends FigureOptions {
  published?: string;
  group?: string;
  html?: boolean;
}

/** What the figures say of the claims of an article, as of its publication: on the screen, as JSON or as a page. */
export async function checkCommand(from: string, { published, group, ...options }: CheckOptions, effects: Effects): Promise<void> {
  if (options.json && options.html) throw new Problem("usage", "expected --json or --html; received both");
  const today = effects.today();
  const article = await articleFrom(from, effects);
  const asked = await articleRead(article, published, today);
  if (article.published !== null && article.published !== asked.read.published)
    effects.err(`lockstep: the text names ${article.published} as its day; it is judged as of ${asked.read.published}, as asked\n`);
  const found = await withFigures(options, effects, async (session) => {
    const open = await opened(session, group);
    return { ...open, macro: await openedMacro(session, group), others: await marketsNamed(asked, open.input.markets, session, group) };
  });
  const check = await checkedArticle(asked, found);
  if (options.json) effects.out(toJson(check));
  else if (options.html) effects.out((await import("../../note/index.ts")).checkPage(check, article));
  else {
    const { checkTable } = await import("../terminal/checkTable.ts");
    const { width } = effects;
    const table = checkTable(check, { width, paint: painter(effects.color) });
    effects.out(`${table}\n${wrapped(ageLine(found.figures, today, asked.read.published), width)}\n`);
  }
  refuseOthers(check);
}

/** A list that says which verdicts it expects is a test: other ones end it. */
function refuseOthers({ statements, article }: Check): void {
  const others = (statements ?? []).filter(({ expect, verdict }) => expect !== null && expect !== verdict);
  if (others.length === 0) return;
  const received = others.map(({ id, verdict, expect }) => `${verdict ?? "nothing understood"} in place of ${expect} (${id})`);
  throw new Problem("verification", `expected the verdicts of the list; received ${received.join(", ")}`, article.source);
}

/** The article from where it was asked for: an address is only ever reached because it was given. */
async function articleFrom(from: string, effects: Effects): Promise<Article | StatementList> {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(from)) return effects.article(from);
  if (from !== "-") return (await articleInFile(from)).article;
  const { articleOf } = await import("../../sources/article/index.ts");
  return articleOf(await effects.input(), { source: "standard input" });
}
