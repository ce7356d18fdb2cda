import { escapeXml } from "../text/index.ts";
import type { Block, Figure, Note, Table } from "./document.ts";
import { PAGE_STYLE } from "./pageStyle.ts";
import { type Part, plain, type Text } from "./prose.ts";
import { longDay, said } from "./words.ts";

/**
 * A note as one self-contained HTML page: no script, no request, light, dark and print. The same bytes for the same note.
 *
 * Every number carries the measure behind it: its value in `data`, its definition and span as a title.
 *
 * @example
 * import { study } from "lockstep";
 * import { noteOf, toHtml } from "lockstep/note";
 * import { openCase } from "lockstep/sources";
 * toHtml(noteOf(study(openCase()))).includes("<script"); // => false
 */
export function toHtml(note: Note): string {
  const title = escapeXml(said(note.title));
  const box = note.box.map(({ term, text }) => `<div><dt>${escapeXml(term)}</dt><dd>${inline(text)}</dd></div>`).join("");
  const sections = note.sections
    .map(
      ({ id, title, blocks }) =>
        `<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h"${blocks[0]?.kind === "figure" ? ' class="hidden"' : ""}>${escapeXml(title)}</h2>\n${blocks.map(block).join("\n")}</section>`,
    )
    .join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${escapeXml(said(note.standfirst))}">
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<header><p class="brand">Lockstep</p><h1>${inline(note.title)}</h1><p class="standfirst">${inline(note.standfirst)}</p><dl class="box">${box}</dl></header>
${sections}
</main>
</body>
</html>
`;
}

function block(one: Block): string {
  switch (one.kind) {
    case "paragraph":
      return `<p>${inline(one.text)}</p>`;
    case "list":
      return `<ul>${one.items.map((item) => `<li>${inline(item)}</li>`).join("")}</ul>`;
    case "table":
      return table(one);
    case "figure":
      return figure(one);
    default:
      throw new Error(`unknown block: ${(one as { kind: string }).kind}`);
  }
}

function table({ caption, columns, rows }: Table): string {
  const side = (k: number) => (columns[k]?.numeric ? ' class="n"' : "");
  const head = columns.map(({ title }, k) => `<th scope="col"${side(k)}>${escapeXml(title)}</th>`).join("");
  const body = rows
    .map(({ cells, mark }) => {
      const [first, ...others] = cells;
      const rest = others.map((cell, k) => `<td${side(k + 1)}>${cell.map(tabular).join("")}</td>`).join("");
      return `<tr${mark ? ` class="${mark}"` : ""}><th scope="row">${(first ?? []).map(tabular).join("")}</th>${rest}</tr>`;
    })
    .join("\n");
  const label = escapeXml(plain(caption));
  // The caption stands outside what scrolls, so that it wraps at the width of the page.
  return `<p class="caption">${inline(caption)}</p><div class="scroll" role="region" tabindex="0" aria-label="${label}"><table aria-label="${label}"><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></div>`;
}

function figure({ id, svg, data }: Figure): string {
  const head = [data.head, ...data.columns].map((title) => `<th scope="col">${escapeXml(title)}</th>`).join("");
  const rows = data.rows
    .map(({ head: first, cells }) => `<tr><th scope="row">${escapeXml(first)}</th>${cells.map((cell) => `<td>${escapeXml(cell)}</td>`).join("")}</tr>`)
    .join("\n");
  return `<figure id="${id}"><div class="wide">${svg.wide}</div><div class="narrow">${svg.narrow}</div></figure>
<details class="data"><summary>The table behind the chart: ${data.rows.length} ${escapeXml(data.noun)}</summary><div class="scroll tall" role="region" tabindex="0" aria-label="Figures of the chart"><table><thead><tr>${head}</tr></thead><tbody>
${rows}
</tbody></table></div></details>`;
}

function inline(text: Text): string {
  return text.map((part) => markup(part, longDay)).join("");
}

function tabular(part: Part): string {
  return markup(part, (day) => day);
}

function markup(part: Part, day: (day: string) => string): string {
  switch (part.kind) {
    case "words":
    case "name":
    case "quote":
      return escapeXml(part.text);
    case "aside":
      return `<span class="aside">${escapeXml(part.text)}</span>`;
    case "day":
      return `<time datetime="${part.day}">${escapeXml(day(part.day))}</time>`;
    case "number": {
      const { measure, text } = part;
      const span = measure.from === null || measure.to === null ? "" : ` (${measure.n} observations, ${measure.from} to ${measure.to})`;
      const title = escapeXml(`${measure.definition}${span}${measure.reason ? `: ${measure.reason}` : ""}`);
      return `<data value="${measure.value ?? ""}" title="${title}">${escapeXml(text)}</data>`;
    }
    default:
      throw new Error(`unknown part: ${(part as { kind: string }).kind}`);
  }
}
