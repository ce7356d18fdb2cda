import { PAGE_STYLE } from "./pageStyle.ts";

/** What a page holds; every text as it may stand in markup. */
interface Page {
  title: string;
  description: string;
  head: string; // lines of their own, or nothing
  style?: string; // beside the style of all pages
  main: string;
}

/** A self-contained page: no script, no request. */
export function pageShell({ title, description, head, style = "", main }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${description}">
${head}<style>${PAGE_STYLE}${style}</style>
</head>
<body>
<main>
${main}</main>
</body>
</html>
`;
}
