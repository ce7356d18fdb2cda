import type { Check } from "../../claims/schema.ts";
import type { ClaimVerdict } from "../../claims/verdict.ts";
import { escapeXml } from "../../text/index.ts";
import { whole } from "../format.ts";
import { longDay } from "../words.ts";
import { glyph } from "./glyphs.ts";
import { inert } from "./inert.ts";
import { VERDICT_WORDS } from "./verdictWords.ts";

const safe = (text: string) => escapeXml(inert(text));
const day = (one: string) => `<time datetime="${one}">${longDay(one)}</time>`;

/** What was checked, as of when, and how the marks are read, as markup. */
export function checkHead({ article, group, asOf, figuresEnd, claims, notUnderstood }: Check, title: string): string {
  const by = article.publishedBy === "asked" ? " (as asked)" : "";
  const box = [
    ["Source", sourceLink(article.source)],
    ["Published", `${day(article.published)}${by}`],
    ["Judged as of", day(asOf)],
    ["Figures held until", figuresEnd === null ? "none are held" : day(figuresEnd)],
    ["Read", `${counted(article.sentences, "sentence")}, ${counted(claims.length, "claim")}`],
    ["Not understood", notUnderstood.length === 0 ? "none" : counted(notUnderstood.length, "sentence")],
  ];
  return `<header><p class="brand">Lockstep <span>Claims checked against ${safe(group)}, ${day(asOf)}</span></p><h1 dir="auto">${safe(title)}</h1>
<p class="standfirst">What the figures say of this text’s claims, one by one. Nothing dated after ${longDay(asOf)} decided a verdict.</p>
<dl class="box">${box.map(([term, text]) => `<div><dt>${term}</dt><dd>${text}</dd></div>`).join("")}</dl></header>
${legend(notUnderstood.length > 0)}`;
}

function legend(unread: boolean): string {
  const verdicts = Object.entries(VERDICT_WORDS).map(
    ([verdict, { word, meaning }]) =>
      `<div class="${verdict}"><dt>${glyph(verdict as ClaimVerdict)}<span class="mark ${verdict}">${word}</span></dt><dd>${meaning}</dd></div>`,
  );
  const open = unread
    ? [
        '<div class="unread"><dt><span class="mark unread">not understood</span></dt><dd>A sentence on markets, or with a number, that no rule took. Silence is not support.</dd></div>',
      ]
    : [];
  return `<section class="legend" aria-labelledby="legend-h"><h2 id="legend-h">The marks</h2><dl>${[...verdicts, ...open].join("")}</dl></section>`;
}

/** An address that is one of the web is a link; whatever else is only read. */
function sourceLink(source: string): string {
  return /^https?:\/\/[^\s]+$/iu.test(source) ? `<a href="${escapeXml(source)}" rel="noopener noreferrer nofollow">${safe(source)}</a>` : safe(source);
}

function counted(value: number, noun: string): string {
  return `${value === 0 ? "no" : whole({ value })} ${noun}${value === 1 ? "" : "s"}`;
}
