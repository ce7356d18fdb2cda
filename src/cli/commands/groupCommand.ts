import { openGroup } from "../../sources/index.ts";
import { type DefinitionKey, EXPLANATIONS } from "../../study/definitions.ts";
import { toJson } from "../../study/toJson.ts";
import type { Effects } from "../effects.ts";
import { tableLines } from "../terminal/columns.ts";
import { painter, printable } from "../terminal/paint.ts";
import { wrapped } from "../terminal/wrapped.ts";

/** Shows a group file with every definition, its value and what it means; a file that does not hold is a problem. */
export function groupCommand(file: string | undefined, { json }: { json?: boolean }, effects: Effects): void {
  const { group, given, members: described } = openGroup(file);
  if (json) {
    effects.out(toJson(group));
    return;
  }
  const { width } = effects;
  const paint = painter(effects.color);
  const members = tableLines(
    [
      { title: "", cells: group.members },
      { title: "", cells: described.map(({ instrument }) => printable(instrument.name)) },
      { title: "", cells: group.members.map((id) => (id === group.leader ? "leader" : id === group.laggard ? "laggard: its catch-up is asked about" : "")) },
    ],
    width,
  ).slice(1);
  const definitions = (Object.keys(EXPLANATIONS) as DefinitionKey[]).map((key) => {
    const value = [group.definitions[key]].flat().join(", ");
    const head = `${key}: ${value}${given.has(key) ? "" : paint("soft", "  (default)")}`;
    return `  ${head}\n${wrapped(EXPLANATIONS[key].text, width, "    ")}`;
  });
  const question = group.question ? [wrapped(`Question of ${group.question.day}: ${group.question.text}`, width), ""] : [];
  effects.out(
    [
      paint("strong", printable(group.name)),
      "",
      ...members.map((line) => `  ${line}`),
      "",
      ...question,
      paint("strong", "Definitions"),
      ...definitions,
      "",
      "The group file is valid.",
      "",
    ].join("\n"),
  );
}
