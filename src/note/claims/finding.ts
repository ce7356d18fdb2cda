import type { CheckedClaim } from "../../claims/schema.ts";
import type { Measure } from "../../market/index.ts";
import { escapeXml } from "../../text/index.ts";
import { capitalised } from "../words.ts";
import { backLink } from "./backLink.ts";
import { glyph } from "./glyphs.ts";
import { inert } from "./inert.ts";
import { measureData } from "./measureData.ts";
import { changeText, measureText } from "./measureText.ts";
import { spoken } from "./spoken.ts";
import { VERDICT_WORDS } from "./verdictWords.ts";

type CheckedPart = CheckedClaim["parts"][number];

/** Where a finding stands. */
interface Place {
  label: string; // "3"
  /** Its place in the text, where it is marked there. */
  mark: string | undefined; // "m3"
  paths: ReadonlyMap<Measure, string>;
}

const safe = (text: string) => escapeXml(inert(text));

/** What the figures say of one claim, as markup. */
export function finding(claim: CheckedClaim, { label, mark, paths }: Place): string {
  const { verdict, quote, because, readAs } = claim;
  return `<article class="finding ${verdict}" id="f${label}" aria-labelledby="f${label}-h">
<h3 id="f${label}-h">${backLink(label, mark)}${glyph(verdict)}<span class="word">${capitalised(VERDICT_WORDS[verdict].word)}</span></h3>
<blockquote dir="auto">“${safe(quote)}”</blockquote>
<p>${spoken(sentence(because))}</p>
<p class="read"><span>Read as</span> ${spoken(readAs)}</p>
${[definitions(claim, label, paths), needed(claim), forecast(claim, paths), rows(claim, label), since(claim, paths)].filter((one) => one !== "").join("\n")}
</article>`;
}

/** A reason as a sentence of its own. */
function sentence(text: string): string {
  return `${capitalised(text)}${/[.!?]$/.test(text) ? "" : "."}`;
}

function definitions({ parts, because }: CheckedClaim, label: string, paths: Place["paths"]): string {
  const judged = parts.filter((part) => part.judged.length > 0);
  if (judged.length === 0) return "";
  const head = `<thead><tr>${["Definition", "Recomputed", "Verdict"].map((title) => `<th scope="col"><span class="hidden">${title}</span></th>`).join("")}</tr></thead>`;
  return `<table class="definitions" aria-label="Finding ${label} under every definition">${head}${judged.map((part) => definitionsOf(part, { named: parts.length > 1, because }, paths)).join("")}</table>`;
}

function definitionsOf({ about, judged, conventional }: CheckedPart, { named, because }: { named: boolean; because: string }, paths: Place["paths"]): string {
  const head = named && about !== "" ? `<tr class="about"><th scope="rowgroup" colspan="3">${safe(about)}</th></tr>` : "";
  const lines = judged.map(({ label, value, says, verdict }, k) => {
    const usual = conventional && k === 0 && judged.length > 1 ? ' <span class="usual">the usual one</span>' : "";
    // What the reason or the line above says already is not repeated.
    const answer = because.includes(says) || judged[k - 1]?.says === says ? "" : `<span class="says">${spoken(says)}</span>`;
    const number = value === null ? "\u2013" : measureData(value, paths);
    return `<tr><th scope="row">${spoken(label)}${usual}${answer}</th><td class="n">${number}</td><td class="${verdict}">${glyph(verdict)}<span class="word">${VERDICT_WORDS[verdict].word}</span></td></tr>`;
  });
  return `<tbody>${head}${lines.join("")}</tbody>`;
}

function needed({ parts, because }: CheckedClaim): string {
  // A reason that says it already is not repeated.
  const lines = parts.flatMap(({ about, needed: what }) => (what === null || because.includes(what) ? [] : [{ about: parts.length > 1 ? about : "", what }]));
  return lines.map(({ about, what }) => `<p class="needed"><span>Needed</span> ${about === "" ? "" : `${safe(about)}: `}${spoken(what)}</p>`).join("\n");
}

function forecast({ forecast: held }: CheckedClaim, paths: Place["paths"]): string {
  if (held === null) return "";
  const { baseRate, outcome, says } = held;
  return `<dl class="forecast"><div><dt>Base rate</dt><dd>${measureData(baseRate, paths)}</dd></div><div><dt>What came</dt><dd>${measureData(outcome, paths)}</dd></div></dl><p class="read">${spoken(says)}</p>`;
}

function rows({ rows: held }: CheckedClaim, label: string): string {
  if (held.length === 0) return "";
  const head = ["Market", "Day", "Figure", "Value", "Source"].map((title) => `<th scope="col"${title === "Value" ? ' class="n"' : ""}>${title}</th>`).join("");
  const body = held
    .map(
      ({ market, on, field, value, unit, source }) =>
        `<tr><th scope="row">${safe(market) || "\u2013"}</th><td>${on}</td><td>${safe(field)}</td><td class="n">${safe(measureText({ value, unit }))}</td><td>${safe(source)}</td></tr>`,
    )
    .join("\n");
  const count = held.length === 1 ? "one figure" : `${held.length} figures`;
  return `<details class="data rows"><summary>Rests on ${count}</summary><div class="scroll tall" role="region" tabindex="0" aria-label="Figures behind finding ${label}"><table><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></div></details>`;
}

/** What came after the publication, apart from what decided. */
function since({ since: after }: CheckedClaim, paths: Place["paths"]): string {
  if (after.length === 0) return "";
  const lines = after.map(
    ({ market, change, records }) => `<i>${safe(market)} ${measureData(change, paths, changeText(change))}, ${measureData(records, paths)}</i>`,
  );
  return `<p class="since"><b>Since publication</b>, deciding nothing: ${lines.join("; ")}</p>`;
}
