import { VERDICTS } from "../../src/claims/index.ts";
import type { ClaimScore } from "./score.ts";

/** How well claims are read and judged, as the tables of docs/claims.md. */
export function scoreText(rows: readonly (readonly [name: string, score: ClaimScore])[], keptOut: ClaimScore): string {
  const share = (part: number, whole: number) => (whole === 0 ? "" : `${((100 * part) / whole).toFixed(0)} %`);
  const summary = rows.map(
    ([name, one]) =>
      `| ${name} | ${one.articles} | ${one.sentences} | ${one.expected} | ${one.found} | ${one.matched} | ${share(one.matched, one.found)} | ${share(one.matched, one.expected)} | ${share(one.rightVerdicts, one.matched)} | ${one.listed} of ${one.numeric} |`,
  );
  const found = keptOut.compared.filter(({ expected, found: hit }) => expected && hit);
  const columns = VERDICTS.filter((verdict) => found.some(({ expected, found: hit }) => expected!.verdict === verdict || hit!.verdict === verdict));
  const confusion = columns.map((verdict) => {
    const own = found.filter(({ expected }) => expected!.verdict === verdict);
    return `| ${verdict} | ${columns.map((other) => own.filter(({ found: hit }) => hit!.verdict === other).length || "").join(" | ")} |`;
  });
  const kinds = [...new Set(keptOut.compared.flatMap(({ expected, found: hit }) => [expected?.kind ?? hit!.kind]))].sort();
  const byKind = kinds.map((kind) => {
    const expected = keptOut.compared.filter((one) => one.expected?.kind === kind);
    const extra = keptOut.compared.filter((one) => one.expected === null && one.found?.kind === kind);
    const read = expected.filter((one) => one.found);
    const right = read.filter((one) => one.found!.verdict === one.expected!.verdict);
    return `| \`${kind}\` | ${expected.length} | ${read.length} | ${extra.length} | ${right.length} |`;
  });
  return [
    "| articles | number | sentences | claims in them | read | rightly | precision | recall | right verdicts, of those read rightly | other numbers listed |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ...summary,
    "",
    "Verdicts on the articles kept out of development, of the claims that were read rightly (row: expected; column: found):",
    "",
    `| | ${columns.join(" | ")} |`,
    `| --- |${" --- |".repeat(columns.length)}`,
    ...confusion,
    "",
    "The same articles by kind of claim:",
    "",
    "| kind | expected | read | read and not expected | right verdict |",
    "| --- | --- | --- | --- | --- |",
    ...byKind,
    "",
  ].join("\n");
}
