import { Problem } from "../../market/index.ts";

export type Format = "text" | "markdown" | "html" | "pdf";

const OF_TYPE: Readonly<Record<string, Format>> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/plain": "text",
  "text/markdown": "markdown",
  "text/x-markdown": "markdown",
  "application/pdf": "pdf",
};

const OF_ENDING: Readonly<Record<string, Format>> = { html: "html", htm: "html", xhtml: "html", md: "markdown", markdown: "markdown", txt: "text", pdf: "pdf" };

/**
 * The format of an article: what the content says of itself, then the content type, then the file's ending, then text.
 *
 * @throws Problem when the content type is none of an article, or a PDF is announced and something else came
 */
export function formatOf(bytes: Uint8Array, { contentType, name }: { contentType?: string | undefined; name?: string | undefined }, place: string): Format {
  const begin = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (begin.startsWith("%PDF-")) return "pdf";
  if (begin.startsWith("PK\u0003\u0004")) throw new Problem("usage", "expected text, Markdown, HTML or PDF; received a zip archive (.docx is one)", place);
  const type = contentType === undefined ? undefined : mimeOf(contentType);
  const ofType = type === undefined ? undefined : OF_TYPE[type];
  if (type !== undefined && ofType === undefined) throw new Problem("usage", `expected text, Markdown, HTML or PDF; received ${shownType(type)}`, place);
  const said = (ofType === "text" ? undefined : ofType) ?? OF_ENDING[/\.(\w+)$/.exec(name ?? "")?.[1]?.toLowerCase() ?? ""] ?? ofType;
  if (said === "pdf") throw new Problem("usage", "expected a PDF, which begins with %PDF-; received something else", place);
  // Bytes of UTF-16 have a NUL beside each letter here.
  const looksLikePage = /^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?\s*(?:<!--[^]{0,500}?-->\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(
    begin.replaceAll("\u0000", ""),
  );
  // A page that calls itself text is still a page; one inside Markdown is an example of one.
  return looksLikePage && said !== "markdown" ? "html" : (said ?? "text");
}

/** The type of a Content-Type header, without its parameters; "" where there is none. */
export function mimeOf(contentType: string): string {
  return (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/** A type as a message shows it: that of a header may be anything. */
export function shownType(type: string): string {
  return /^[\w.+-]{1,40}\/[\w.+-]{1,40}$/.test(type) ? type : "no content type";
}
