import { Feed } from "feed";
import type { ScoredForecast } from "../note/index.ts";
import { pageShell } from "../note/pageShell.ts";
import { longDay } from "../note/words.ts";
import { escapeXml } from "../text/index.ts";
import { mainFile } from "./mainFile.ts";
import type { StoredNote } from "./notesFolder.ts";
import { outcomeText } from "./outcomeText.ts";
import type { Site } from "./site.ts";
import { xmlText } from "./xmlText.ts";

/** A note of a folder, with what came of the probability that it put on record. */
export interface ListedNote extends StoredNote {
  scored: ScoredForecast | undefined;
  /** Why what came is not known; it may name places on this machine, so that the page does not say it. */
  reason?: string | undefined;
}

const LIST_STYLE = `
.notes{list-style:none;padding:0;margin:2rem 0;max-width:none}.notes li{display:grid;grid-template-columns:minmax(0,1fr) 17rem;gap:.4rem 2.5rem;padding:1.6rem 0;border-top:1px solid var(--line);margin:0}
.notes h2{margin:.1rem 0 .5rem;text-wrap:balance}.notes a{color:inherit;text-decoration-color:color-mix(in srgb,currentColor 35%,transparent);text-underline-offset:.18em}.notes p{margin:0 0 .6rem}
h1,.notes article,.categories{overflow-wrap:anywhere}
.meta,.outcome{font-size:.875rem;color:var(--soft)}.notes img{width:100%;height:auto;border:1px solid var(--line);border-radius:4px;display:block;align-self:start}
.categories{font-size:.9375rem}.categories a{color:var(--leader);margin-right:1rem;text-underline-offset:.2em}
@media (max-width:40rem){.notes li{grid-template-columns:minmax(0,1fr)}}
@media screen and (prefers-color-scheme:dark){.notes img{filter:brightness(.85)}}
@media print{.notes li{break-inside:avoid}}
`;

/**
 * The page over a folder of notes, newest first: title, day, category, summary, and what came of each probability. No script, nothing from elsewhere.
 *
 * @param notes in any order
 *
 * @example
 * import { listPage } from "lockstep/press";
 * listPage([], undefined).includes("No note yet."); // => true
 */
export function listPage(notes: readonly ListedNote[], site: Site | undefined): string {
  const title = escapeXml(site?.title ?? "Notes");
  const newest = newestFirst(notes);
  const categories = [...new Set(newest.map(({ manifest }) => manifest.group))].sort();
  const firstOf = (group: string) => newest.find(({ manifest }) => manifest.group === group)!.name;
  const jumps =
    categories.length < 2
      ? ""
      : `<nav class="categories" aria-label="Categories">${categories.map((one) => `<a href="#${encodeURIComponent(firstOf(one))}">${escapeXml(one)}</a>`).join("")}</nav>\n`;
  const head = site
    ? `<link rel="canonical" href="${escapeXml(site.url)}">\n<link rel="alternate" type="application/atom+xml" href="feed.xml" title="${title}">\n<meta property="og:type" content="website">\n<meta property="og:title" content="${title}">\n<meta property="og:url" content="${escapeXml(site.url)}">\n`
    : "";
  return pageShell({
    title,
    description: "Market notes with every number bound to a computation, and what came of each probability put on record.",
    head,
    style: LIST_STYLE,
    main: `<header><p class="brand">Lockstep</p><h1>${title}</h1><p class="standfirst">${newest.length === 0 ? "No note yet." : "Each note states what is measured; each probability is put on record and scored once its day has come."}</p></header>
${jumps}${newest.length === 0 ? "" : `<ul class="notes">\n${newest.map(item).join("\n")}\n</ul>\n`}`,
  });
}

function item({ name, manifest, scored }: ListedNote): string {
  const { title, summary, group, asOf, replayed, files } = manifest;
  const page = `${encodeURIComponent(name)}/${mainFile(manifest)}`;
  const card = files.some(({ file }) => file === "card.png")
    ? `<img src="${encodeURIComponent(name)}/card.png" width="1200" height="630" loading="lazy" alt="">`
    : "";
  const after = replayed ? "; replayed, with later figures at hand" : "";
  return `<li id="${escapeXml(name)}"><article><p class="meta"><time datetime="${asOf}">${longDay(asOf)}</time> · ${escapeXml(group)}${after}</p><h2><a href="${escapeXml(page)}">${escapeXml(title)}</a></h2><p>${escapeXml(summary)}</p><p class="outcome">${escapeXml(outcomeText(manifest, scored))}</p></article>${card}</li>`;
}

/**
 * The Atom feed of a published folder of notes, newest first; its days are those of the notes, so that the same notes give the same bytes.
 *
 * @param notes in any order
 *
 * @example
 * import { siteFeed, siteOf } from "lockstep/press";
 * siteFeed([], siteOf("https://example.org/notes", "Notes", "site")).includes("<id>https://example.org/notes/</id>"); // => true
 */
export function siteFeed(notes: readonly ListedNote[], { url, title }: Site): string {
  const newest = newestFirst(notes);
  const instant = (day: string) => new Date(`${day}T00:00:00Z`);
  const feed = new Feed({
    id: url,
    link: url,
    title,
    copyright: "",
    generator: "Lockstep",
    updated: instant(newest[0]?.manifest.asOf ?? "1970-01-01"),
    feedLinks: { atom: `${url}feed.xml` },
    author: { name: title },
  });
  for (const { name, manifest } of newest) {
    const link = `${url}${encodeURIComponent(name)}/${mainFile(manifest)}`;
    feed.addItem({
      id: link,
      link,
      // Of the type html, so that a reader takes what looks like markup for markup.
      title: xmlText(manifest.title),
      description: xmlText(manifest.summary),
      date: instant(manifest.asOf),
      published: instant(manifest.asOf),
      category: [{ name: xmlText(manifest.group), term: xmlText(manifest.group) }],
    });
  }
  return feed.atom1();
}

function newestFirst(notes: readonly ListedNote[]): ListedNote[] {
  return [...notes].sort((a, b) => (a.manifest.asOf === b.manifest.asOf ? (a.name < b.name ? -1 : 1) : a.manifest.asOf < b.manifest.asOf ? 1 : -1));
}
