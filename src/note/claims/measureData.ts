import type { Measure } from "../../market/index.ts";
import { measureMarkup } from "../measureMarkup.ts";
import { inert } from "./inert.ts";
import { measureText } from "./measureText.ts";

/** A measure of a check as markup; its words come from an article's neighbourhood and are made inert. */
export function measureData(measure: Measure, paths: ReadonlyMap<Measure, string>, text = measureText(measure)): string {
  return measureMarkup(measure, paths.get(measure), text, inert);
}
