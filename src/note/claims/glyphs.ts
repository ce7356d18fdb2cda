import type { ClaimVerdict } from "../../claims/verdict.ts";

const RING = '<circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.6"';
const LINE = 'fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"';

// Told apart by outline, so that they hold without colour: full discs for what the figures answer, rings for what they leave open.
const SHAPES: Readonly<Record<ClaimVerdict, string>> = {
  supported:
    '<circle cx="8" cy="8" r="7.4" fill="currentColor"/><path d="M4.7 8.3l2.2 2.3 4.4-4.9" fill="none" stroke="var(--paper)" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>',
  "depends-on-definition": `${RING}/><path d="M8 1.4a6.6 6.6 0 0 1 0 13.2z" fill="currentColor"/>`,
  imprecise: `${RING}/><path d="M4.6 6.9c1.1-1.3 2.2-1.3 3.4-.4s2.3.9 3.4-.4M4.6 10.3c1.1-1.3 2.2-1.3 3.4-.4s2.3.9 3.4-.4" ${LINE}/>`,
  contradicted:
    '<rect x=".8" y=".8" width="14.4" height="14.4" rx="3" fill="currentColor"/><path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6" fill="none" stroke="var(--paper)" stroke-width="1.8" stroke-linecap="round"/>',
  "not-checkable": `${RING} stroke-dasharray="2.4 1.75"/><path d="M6.2 6.5c0-2.4 3.6-2.4 3.6 0 0 1.5-1.8 1.4-1.8 2.8M8 11.3v.05" ${LINE}/>`,
  opinion: `<path d="M2 2.2h12v8.6H8.2L4.8 14v-3.2H2z" ${LINE}/><path d="M5 5.3h6M5 7.8h3.6" ${LINE}/>`,
};

/** The drawings of the verdicts, once a page. */
export const GLYPHS = `<svg class="hidden" aria-hidden="true" width="0" height="0">${Object.entries(SHAPES)
  .map(([verdict, shape]) => `<symbol id="g-${verdict}" viewBox="0 0 16 16">${shape}</symbol>`)
  .join("")}</svg>`;

/** The drawing of a verdict beside its word. */
export function glyph(verdict: ClaimVerdict): string {
  return `<svg class="glyph" aria-hidden="true" width="16" height="16"><use href="#g-${verdict}"/></svg>`;
}
