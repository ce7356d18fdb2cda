import { escapeXml } from "../text/index.ts";
import type { Block, Figure, Note, Table } from "./document.ts";
import { measureMarkup } from "./measureMarkup.ts";
import { pageShell } from "./pageShell.ts";
import { type Part, plain, type Text } from "./prose.ts";
import { type PublicPage, publicHead, shareLinks } from "./publicPage.ts";
import { longDay, said } from "./words.ts";

/** How a page is written. */
export interface PageOptions {
  /** Where the page will stand; without it it names no address. */
  page?: PublicPage;
  /** The page beside it, by its file name: the appendix of a note, the note of an appendix. */
  beside?: string;
}

type Paths = Note["paths"];

/**
 * A note as one self-contained HTML page: no script, no request, light, dark and print. The same bytes for the same note.
 *
 * Every number carries the measure behind it: its value in `data`, its place in the study, its definition and span as a title.
 *
 * @param options.page address, picture and category of a page that is published
 *
 * @example
 * import { study } from "lockstep";
 * import { noteOf, toHtml } from "lockstep/note";
 * import { openCase } from "lockstep/sources";
 * toHtml(noteOf(study(openCase()))).includes("<script"); // => false
 */
export function toHtml(note: Note, { page, beside }: PageOptions = {}): string {
  const { paths } = note;
  const inline = (text: Text) => inlineOf(text, paths);
  const title = escapeXml(said(note.title));
  const description = escapeXml(said(note.standfirst));
  const box = note.box.map(({ term, text }) => `<div><dt>${escapeXml(term)}</dt><dd>${inline(text)}</dd></div>`).join("");
  const keys = note.keyLines.map(({ term, text }) => `<div><dt>${escapeXml(term)}</dt><dd>${inline(text)}</dd></div>`).join("");
  const lead = keys === "" ? `<p class="standfirst">${inline(note.standfirst)}</p>` : `<dl class="keys">${keys}</dl>`;
  const sections = note.sections
    .map(
      ({ id, title, blocks }) =>
        `<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h"${blocks[0]?.kind === "figure" ? ' class="hidden"' : ""}>${escapeXml(title)}</h2>\n${blocks.map((one) => block(one, paths)).join("\n")}</section>`,
    )
    .join("\n");
  const kind = note.kind === "appendix" ? "Appendix" : "Note";
  const link =
    beside === undefined
      ? ""
      : `<p class="beside"><a href="${escapeXml(beside)}">${note.kind === "appendix" ? "The note" : "Appendix: every case, definition and table"}</a></p>`;
  return pageShell({
    title,
    description,
    head: page ? publicHead(page, { title, description, asOf: note.asOf }) : "",
    main: `<header><p class="brand">Lockstep <span>${escapeXml(kind)} on ${escapeXml(note.group)}, <time datetime="${note.asOf}">${escapeXml(note.asOfText ?? longDay(note.asOf))}</time></span></p><h1>${inline(note.title)}</h1>${lead}<dl class="box">${box}</dl></header>
${sections}
${link}${page ? shareLinks(page, said(note.title)) : ""}`,
  });
}

function block(one: Block, paths: Paths): string {
  switch (one.kind) {
    case "paragraph":
      return `<p>${inlineOf(one.text, paths)}</p>`;
    case "list":
      return `<ul>${one.items.map((item) => `<li>${inlineOf(item, paths)}</li>`).join("")}</ul>`;
    case "table":
      return table(one, paths);
    case "figure":
      return figure(one);
    default:
      throw new Error(`unknown block: ${(one as { kind: string }).kind}`);
  }
}

function table({ caption, columns, rows }: Table, paths: Paths): string {
  const side = (k: number) => (columns[k]?.numeric ? ' class="n"' : "");
  const tabular = (part: Part) => markup(part, ({ day }) => day, paths);
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
  return `<p class="caption">${inlineOf(caption, paths)}</p><div class="scroll" role="region" tabindex="0" aria-label="${label}"><table aria-label="${label}"><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></div>`;
}

function figure({ id, svg, data }: Figure): string {
  const head = [data.head, ...data.columns].map((title) => `<th scope="col">${escapeXml(title)}</th>`).join("");
  const rows = data.rows
    .map(({ head: first, cells }) => `<tr><th scope="row">${escapeXml(first)}</th>${cells.map((one) => `<td>${escapeXml(one)}</td>`).join("")}</tr>`)
    .join("\n");
  return `<figure id="${id}"><div class="wide">${svg.wide}</div><div class="narrow">${svg.narrow}</div></figure>
<details class="data"><summary>The table behind the chart: ${data.rows.length} ${escapeXml(data.noun)}</summary><div class="scroll tall" role="region" tabindex="0" aria-label="Figures of the chart"><table><thead><tr>${head}</tr></thead><tbody>
${rows}
</tbody></table></div></details>`;
}

function inlineOf(text: Text, paths: Paths): string {
  return text.map((part) => markup(part, ({ day, text }) => text ?? longDay(day), paths)).join("");
}

function markup(part: Part, day: (part: Extract<Part, { kind: "day" }>) => string, paths: Paths): string {
  switch (part.kind) {
    case "words":
    case "name":
    case "quote":
    case "graded":
      return escapeXml(part.text);
    case "aside":
      return `<span class="aside">${escapeXml(part.text)}</span>`;
    case "day":
      return `<time datetime="${part.day}">${escapeXml(day(part))}</time>`;
    case "number":
      return measureMarkup(part.measure, paths?.get(part.measure), part.text);
    default:
      throw new Error(`unknown part: ${(part as { kind: string }).kind}`);
  }
}
