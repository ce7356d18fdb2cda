import type { TargetRange } from "../../../rates/index.ts";
import type { PolicyMove } from "../../claim.ts";

export type Direction = PolicyMove["direction"];

/** Which way a change goes. */
export function directionOf(changeBp: number): Direction {
  return changeBp < 0 ? "cut" : changeBp > 0 ? "hike" : "hold";
}

/** A change in words: "cut by 25 basis points". */
export function changeSaid(changeBp: number): string {
  const direction = directionOf(changeBp);
  return direction === "hold" ? "left as it was" : `${direction === "cut" ? "cut" : "raised"} by ${Math.abs(changeBp)} basis points`;
}

/** Moves in words: "3 cuts". */
export function movesSaid(count: number, direction: Direction): string {
  return `${count === 0 ? "no" : count} ${direction}${count === 1 ? "" : "s"}`;
}

/** A target range in words: "3.5 to 3.75 %". */
export function rangeSaid({ lower, upper }: TargetRange): string {
  return `${lower} to ${upper} %`;
}
