import type { Claim } from "../../claim.ts";
import type { Place } from "../place.ts";

/** A claim before it is known which sentence of the article it stands in; its span is that of the sentence. */
export type FoundClaim = Claim extends infer C ? (C extends Claim ? Omit<C, "sentence"> : never) : never;

/** Reads one kind of claim from a clause; what it used is taken, so that no other rule reads it again. */
export type Rule = (place: Place) => FoundClaim[];
