import { escapeXml } from "../text/index.ts";

/** What a published page says of itself to those who link to it. */
export interface PublicPage {
  url: string; // "https://example.org/notes/2025-12-11-small-caps-and-bitcoin/note.html"
  /** Its card, where one is made. */
  image?: { url: string; alt: string };
  site: string; // "Market notes"
  category: string; // the group
}

/** Canonical address and Open Graph card; every text as it may stand in an attribute. */
export function publicHead({ url, image, site, category }: PublicPage, { title, description, asOf }: Record<"title" | "description" | "asOf", string>): string {
  const property = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
  return `${[
    `<link rel="canonical" href="${escapeXml(url)}">`,
    property("og:type", "article"),
    property("og:site_name", escapeXml(site)),
    property("og:title", title),
    property("og:description", description),
    property("og:url", escapeXml(url)),
    ...(image
      ? [
          property("og:image", escapeXml(image.url)),
          property("og:image:width", "1200"),
          property("og:image:height", "630"),
          property("og:image:alt", escapeXml(image.alt)),
        ]
      : []),
    property("article:published_time", asOf),
    property("article:section", escapeXml(category)),
    `<meta name="twitter:card" content="${image ? "summary_large_image" : "summary"}">`,
  ].join("\n")}\n`;
}

/** Links that pass the page on: plain addresses, which nothing asks for until they are followed. */
export function shareLinks({ url }: PublicPage, title: string): string {
  const [u, t] = [encodeURIComponent(url), encodeURIComponent(title)];
  const links = [
    ["Mail", `mailto:?subject=${t}&body=${u}`],
    ["LinkedIn", `https://www.linkedin.com/sharing/share-offsite/?url=${u}`],
    ["Bluesky", `https://bsky.app/intent/compose?text=${t}%20${u}`],
    ["X", `https://x.com/intent/post?text=${t}&url=${u}`],
  ];
  return `<nav class="share" aria-label="Share">Share: ${links.map(([name = "", href = ""]) => `<a href="${escapeXml(href)}" rel="noopener noreferrer">${name}</a>`).join(" ")}</nav>\n`;
}
