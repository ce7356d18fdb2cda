import type { Check } from "../../claims/schema.ts";
import type { ClaimVerdict } from "../../claims/verdict.ts";
import { escapeXml } from "../../text/index.ts";
import { glyph } from "./glyphs.ts";
import { inert } from "./inert.ts";
import { VERDICT_WORDS } from "./verdictWords.ts";

type Statement = NonNullable<Check["statements"]>[number];

/** A statement of a list under its text: what the list expects of it and what was found, as markup. */
export function statementLine({ id, verdict, expect }: Statement, k: number): string {
  const found = `<span class="${verdict ?? "unread"}">${verdictMarkup(verdict)}</span>`;
  const expected = expect === null ? "" : `expected <span class="${expect}">${verdictMarkup(expect)}</span>, `;
  const differs = agrees({ verdict, expect }) ? "" : ' <strong class="differs">differs</strong>';
  return `<p class="statement" id="s${k + 1}"><span class="id">${escapeXml(inert(id))}</span> ${expected}found ${found}${differs}</p>`;
}

/** Every statement of a list with what is expected and what was found, as a table. */
export function statementTable(statements: readonly Statement[]): string {
  const head = `${["Statement", "Expected", "Found"].map((title) => `<th scope="col">${title}</th>`).join("")}<th scope="col"><span class="hidden">Agreement</span></th>`;
  const body = statements
    .map(({ id, verdict, expect }, k) => {
      const differs = agrees({ verdict, expect }) ? "" : '<strong class="differs">differs</strong>';
      const cell = (one: ClaimVerdict | null, none: string) => `<td class="${one ?? "unread"}">${one === null ? none : verdictMarkup(one)}</td>`;
      return `<tr><th scope="row"><a href="#s${k + 1}">${escapeXml(inert(id)) || k + 1}</a></th>${cell(expect, "\u2013")}${cell(verdict, "not understood")}<td>${differs}</td></tr>`;
    })
    .join("\n");
  return `<section class="statements" aria-labelledby="statements-h"><h2 id="statements-h">The statements</h2><div class="scroll" role="region" tabindex="0" aria-label="The statements with what is expected and found"><table><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></div></section>`;
}

/** Whether a statement has the verdict that its list expects, or none is expected. */
export function agrees({ verdict, expect }: Pick<Statement, "verdict" | "expect">): boolean {
  return expect === null || expect === verdict;
}

function verdictMarkup(verdict: ClaimVerdict | null): string {
  return verdict === null ? "not understood" : `${glyph(verdict)}<span class="word">${VERDICT_WORDS[verdict].word}</span>`;
}
