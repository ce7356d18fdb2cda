import type { Section } from "../../document.ts";
import { name, prose } from "../../prose.ts";

/** From what the note was computed, and what it is not. */
export function disclosure(inputsHash: string | undefined): Section {
  const hash =
    inputsHash === undefined ? prose`` : prose` Inputs: ${name("SHA-256")} ${name(inputsHash.slice(0, 16))}…, file by file in ${name("manifest.json")}.`;
  return {
    id: "disclosure",
    title: "Disclosure",
    blocks: [
      {
        kind: "paragraph",
        text: prose`Every number stands for a measure in ${name("study.json")}; the same files, group and day give the same bytes (${name("lockstep verify")}).${hash} Not advice, and no forecast of prices: probabilities are shares of cases, put on record to be scored.`,
      },
    ],
  };
}
