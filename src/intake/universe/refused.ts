import { Problem } from "../../market/index.ts";

/**
 * What the database says against a file, as a problem of that file. What is one already, or none of the file's, stays as it is.
 *
 * @param path of the file, where the database does not name one
 */
export function refused(error: unknown, path: string): unknown {
  if (error instanceof Problem || !(error instanceof Error) || !/^(Invalid Input|IO|Conversion|Binder|Invalid|Parser) Error/.test(error.message)) return error;
  const { message } = error;
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  const file = /^\s*file = (.+)$/m.exec(message)?.[1] ?? path;
  const place = line === undefined ? file : `${file}:${line}`;
  const columns = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (columns) return new Problem("data", `expected ${columns[1]} columns, as in the header; received ${columns[2]}`, place);
  // Of an error on a line the first two lines say where, and the third what.
  const words = message.split("\n").filter((one) => one.trim() !== "");
  const what = (line === undefined ? words[0] : words[2]) ?? "";
  return new Problem("data", `expected rows of bars; received something else (${what.replaceAll(file, "the file").replace(/[. ]+$/, "")})`, place);
}
