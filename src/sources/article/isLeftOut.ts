import { attribute, type PageElement } from "./boundedTree.ts";

/** No text of the article: programs, pictures, menus, what other pages are named in, what was struck out. */
const LEFT_OUT = new Set(
  "script style noscript template iframe object embed svg math canvas video audio map head title nav footer aside form button input select textarea label datalist dialog noframes frameset del s strike".split(
    " ",
  ),
);
const ROLES = new Set(["navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alertdialog", "menu", "toolbar"]);

/** Whether an element is no part of what a reader of the article reads: another kind of thing, or hidden. */
export function isLeftOut(element: PageElement): boolean {
  return LEFT_OUT.has(element.tagName) || isHidden(element);
}

/** Whether an element is hidden from a reader, or is for finding one's way. */
export function isHidden(element: PageElement): boolean {
  return (
    attribute(element, "hidden") !== undefined ||
    attribute(element, "aria-hidden")?.trim().toLowerCase() === "true" ||
    ROLES.has(attribute(element, "role")?.trim().toLowerCase() ?? "") ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(attribute(element, "style") ?? "")
  );
}
