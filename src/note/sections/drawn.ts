import type { Layout } from "../../charts/index.ts";
import type { Figure } from "../document.ts";

/** A figure's chart for a wide place and for a narrow one, and what is said where neither is seen. */
export function drawn<Spec extends { alt: string }>(draw: (spec: Spec, layout: Layout) => string, spec: Spec): Pick<Figure, "svg" | "alt"> {
  return { svg: { wide: draw(spec, "wide"), narrow: draw(spec, "narrow") }, alt: spec.alt };
}
