import { type Day, type Markets, Problem } from "../market/index.ts";
import type { StudyInput } from "../study/studyInput.ts";
import { type ArticleRead, articleInFile, articleRead, checkedArticle } from "./checkedArticle.ts";
import type { NoteAsked } from "./madeNote.ts";
import type { OpenedMacro } from "./openedMacro.ts";

/** An article that is to stand in a note with its claims: a file, so that the note can be made again. */
export interface ClaimsOfNote extends ArticleRead {
  file: string;
  sha256: string;
}

/** Reads the article of a note. */
export async function claimsRead(file: string, published: string | undefined, today: Day): Promise<ClaimsOfNote> {
  const [{ article, bytes }, { sha256 }] = await Promise.all([articleInFile(file), import("../press/sha256.ts")]);
  const read = await articleRead(article, published, today);
  return { ...read, file, sha256: sha256(bytes) };
}

/** Checks the article of a note by what was known on the day of the note. */
export async function claimsChecked(
  article: ClaimsOfNote,
  from: { input: StudyInput; macro: OpenedMacro; others: Markets },
  asOf: Day,
): Promise<NonNullable<NoteAsked["checked"]>> {
  const { published } = article.read;
  if (published > asOf) throw new Problem("usage", `expected an article published by the day of the note, ${asOf}; received one of ${published}`, "--claims");
  return { file: article.file, sha256: article.sha256, check: await checkedArticle(article, from, asOf) };
}
