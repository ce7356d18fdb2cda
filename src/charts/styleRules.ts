/** One rule of a style sheet; `media` is the condition of the block around it. */
export interface StyleRule {
  media?: string; // "(prefers-color-scheme:dark)"
  selector: string; // ".ch .grid"
  body: string; // "stroke:#e3e5e8"
}

/** The rules of a style sheet in their order; blocks stand in one another at most once. */
export function styleRules(style: string): StyleRule[] {
  return [...style.matchAll(/@media\s*([^{]*)\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}|([^{}]*)\{([^{}]*)\}/g)].flatMap(
    ([, media, within = "", selector = "", body = ""]) =>
      media === undefined ? [{ selector: selector.trim(), body: body.trim() }] : styleRules(within).map((rule) => ({ ...rule, media: media.trim() })),
  );
}
