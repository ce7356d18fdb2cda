import { Command, CommanderError } from "commander";
import { Problem, type ProblemKind } from "../market/index.ts";
import { didYouMean } from "../sources/index.ts";
import { groupCommand } from "./commands/groupCommand.ts";
import type { PartOptions } from "./commands/partCommand.ts";
import { type RecordsOptions, recordsCommand } from "./commands/recordsCommand.ts";
import { type StudyOptions, studyCommand } from "./commands/studyCommand.ts";
import type { Effects } from "./effects.ts";
import { printable } from "./terminal/paint.ts";

/** What the process ends with. */
export const EXIT = { ok: 0, internal: 1, usage: 2, data: 3, verification: 4 } as const;

const EXIT_OF: Readonly<Record<ProblemKind, number>> = { usage: EXIT.usage, data: EXIT.data, verification: EXIT.verification, output: EXIT.internal };

const EXAMPLES = `
Examples:
  lockstep                             the founding case, offline
  lockstep --as-of 2025-12-11          the same from what was known on that day
  lockstep my-group.yaml --json        the study of a group of your own, as JSON
  lockstep lag                         does the laggard catch up: every case, base rates, tests
  lockstep together                    do highs and lows coincide, and who is out of step
  lockstep records BTC --since 2024-11-01
  lockstep group                       the definitions in force, each explained

Exit codes: 0 ok, 1 internal, 2 usage, 3 data missing or not fresh, 4 verification failed`;

const RECORDS_EXAMPLES = `
Examples:
  lockstep records IWM --since 2025-01-01
  lockstep records bitcoin --basis intraday --csv > records.csv
  lockstep records IWM --as-of 2025-12-11 --json`;

const LAG_EXAMPLES = `
Examples:
  lockstep lag                         the founding case
  lockstep lag --as-of 2025-12-11      from what was known on the day before the article
  lockstep lag my-group.yaml --json`;

const TOGETHER_EXAMPLES = `
Examples:
  lockstep together                    the founding case
  lockstep together my-group.yaml --json`;

const GROUP_EXAMPLES = `
Examples:
  lockstep group                       the founding case
  lockstep group my-group.yaml         ends with code 2 and the place when the file does not hold`;

/**
 * Runs the command line and says how it ended.
 *
 * @param args without the interpreter and the script
 * @returns the exit code; it never throws
 */
export async function run(args: readonly string[], version: string, effects: Effects): Promise<number> {
  try {
    await programOf(version, effects).parseAsync(args, { from: "user" });
    return EXIT.ok;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error instanceof Problem) {
      effects.err(`lockstep: ${oneLine(error.message)}\n`);
      return EXIT_OF[error.kind];
    }
    effects.err(`lockstep: internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT.internal;
  }
}

function programOf(version: string, effects: Effects): Command {
  const program = new Command("lockstep")
    .description("Record highs, markets that fall out of step, and what the record says about catching up.")
    .version(version)
    .argument("[group]", "an embedded case or a group file (default: the founding case)")
    .option("--as-of <day>", "from what was known on that day (default: the last session held)")
    .option("--json", "the study as JSON on standard output, nothing else; no files are written")
    .option("--out <folder>", "where study.json, note.md and note.html go", "lockstep-out")
    .option("--require-fresh", "end with code 3 when the figures are too old")
    .addHelpText("after", EXAMPLES)
    .helpCommand(false)
    .enablePositionalOptions()
    .allowExcessArguments(true)
    .action((group: string | undefined, options: StudyOptions, command: Command) => {
      const [word = "", ...more] = command.args;
      const commands = program.commands.map((one) => one.name());
      if (more.length > 0)
        throw new Problem("usage", `expected one group or a command (${commands.join(", ")}); received ${command.args.join(" ")}${didYouMean(word, commands)}`);
      return studyCommand(group, options, effects);
    });
  program
    .command("records")
    .description("the ledger of a market's record highs")
    .argument("<market>", "a market's id or name, as IWM or bitcoin")
    .option("--basis <basis>", "close, intraday or total-return", "close")
    .option("--since <day>", "list only records from that day on; the history before still counts")
    .option("--as-of <day>", "from what was known on that day")
    .option("--group <group>", "the group whose markets are meant")
    .option("--json", "as JSON")
    .option("--csv", "as CSV")
    .addHelpText("after", RECORDS_EXAMPLES)
    .allowExcessArguments(false)
    .action((market: string, options: RecordsOptions) => recordsCommand(market, options, effects));
  program
    .command("lag")
    .description("does the laggard catch up: every case, base rates, tests, score of forecasts, every definition")
    .argument("[group]", "an embedded case or a group file (default: the founding case)")
    .option("--as-of <day>", "from what was known on that day")
    .option("--json", "as JSON")
    .addHelpText("after", LAG_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (group: string | undefined, options: PartOptions) => (await import("./commands/lagCommand.ts")).lagCommand(group, options, effects));
  program
    .command("together")
    .description("are leader and laggard in lockstep: highs, lows, phases, returns; and who is out of step")
    .argument("[group]", "an embedded case or a group file (default: the founding case)")
    .option("--as-of <day>", "from what was known on that day")
    .option("--json", "as JSON")
    .addHelpText("after", TOGETHER_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (group: string | undefined, options: PartOptions) =>
      (await import("./commands/togetherCommand.ts")).togetherCommand(group, options, effects),
    );
  program
    .command("group")
    .description("show or validate a group file: members and definitions, each explained")
    .argument("[file]", "an embedded case or a group file")
    .option("--json", "as JSON")
    .addHelpText("after", GROUP_EXAMPLES)
    .allowExcessArguments(false)
    .action((file: string | undefined, options: { json?: boolean }) => groupCommand(file, options, effects));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => effects.out(text),
      writeErr: (text) => effects.err(printable(text.replace(/^error: /, "lockstep: "))),
      getOutHelpWidth: () => effects.width,
    });
  }
  return program;
}

function oneLine(text: string): string {
  return printable(text.replaceAll("\n", " "));
}
