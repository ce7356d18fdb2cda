import { Command, CommanderError, Option } from "commander";
import { Problem, type ProblemKind } from "../market/index.ts";
import { didYouMean } from "../sources/text/didYouMean.ts";
import type { CheckOptions } from "./commands/checkCommand.ts";
import type { DoctorOptions } from "./commands/doctorCommand.ts";
import type { ExportOptions } from "./commands/exportCommand.ts";
import type { FetchOptions } from "./commands/fetchCommand.ts";
import { groupCommand } from "./commands/groupCommand.ts";
import type { ImportOptions } from "./commands/importCommand.ts";
import type { NewGroupOptions } from "./commands/newGroupCommand.ts";
import type { NoteOptions } from "./commands/noteCommand.ts";
import type { NotesOptions } from "./commands/notesCommand.ts";
import type { PartOptions } from "./commands/partCommand.ts";
import type { DecisionOptions, QuarantineOptions } from "./commands/quarantineCommand.ts";
import type { RatesOptions } from "./commands/ratesCommand.ts";
import { type RecordsOptions, recordsCommand } from "./commands/recordsCommand.ts";
import type { ScanOptions } from "./commands/scanCommand.ts";
import type { ScanShowOptions } from "./commands/scanShowCommand.ts";
import { type StudyOptions, studyCommand } from "./commands/studyCommand.ts";
import type { WorkerCommandOptions } from "./commands/workerCommand.ts";
import type { Effects } from "./effects.ts";
import type { FigureOptions } from "./figureSession.ts";
import { Interrupted } from "./interrupted.ts";
import { printable } from "./terminal/paint.ts";

/** What the process ends with. */
export const EXIT = { ok: 0, internal: 1, usage: 2, data: 3, verification: 4, interrupted: 130 } as const;

const EXIT_OF: Readonly<Record<ProblemKind, number>> = { usage: EXIT.usage, data: EXIT.data, verification: EXIT.verification, output: EXIT.internal };

const EXAMPLES = `
Examples:
  lockstep                             the founding case, offline
  lockstep --as-of 2025-12-11          the same, from the sessions up to that day
  lockstep my-group.yaml --json        the study of a group of your own, as JSON
  lockstep lag                         does the laggard catch up: every case, base rates, tests
  lockstep together                    do highs and lows coincide, and who is out of step
  lockstep records BTC --since 2024-11-01
  lockstep rates                       the policy path that futures imply; also: liquidity, earnings
  lockstep note                        a note to be published, with charts and PDF; also: verify, notes
  lockstep check article.html          what the figures say of an article's claims
  lockstep scan prices.parquet         every pair of thousands of markets, ranked; then lockstep A,B
  lockstep group                       the definitions in force, each explained
  lockstep fetch                       figures up to now, into the store on this machine

Exit codes: 0 ok, 1 internal, 2 usage, 3 data missing or not fresh, 4 verification failed, 130 stopped`;

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

const RATES_EXAMPLES = `
Examples:
  lockstep rates                       the founding case
  lockstep rates --as-of 2025-12-11    what futures implied on the day before the article
  lockstep fetch macro                 rates, yields and futures up to now
  lockstep import fed-funds.csv        a curve of your own: columns date, contract_month, price
  lockstep rates --json`;

const LIQUIDITY_EXAMPLES = `
Examples:
  lockstep liquidity
  lockstep liquidity --as-of 2025-12-31 --json`;

const EARNINGS_EXAMPLES = `
Examples:
  lockstep earnings
  lockstep import forecasts.csv        a table of your own replaces the embedded one
  lockstep earnings --as-of 2025-12-12 --json`;

const NOTE_EXAMPLES = `
Examples:
  lockstep note                        the founding case, into lockstep-notes/<day>-<group>
  lockstep note --as-of 2025-12-11     as it could have been written on the day before the article
  lockstep note my-group.yaml --out notes/mine --format html,pdf
  lockstep note --locale de-DE         numbers and dates as they are written there; the words stay English

Files: study.json, manifest.json, charts/*.svg; note and appendix as html and md; note.pdf; charts/*.png and card.png.`;

const VERIFY_EXAMPLES = `
Examples:
  lockstep verify lockstep-notes/2025-12-11-small-caps-and-bitcoin

Ends with code 4 when a byte differs, and names what moved: files, inputs, measures, versions.`;

const NOTES_EXAMPLES = `
Examples:
  lockstep notes
  lockstep notes --publish https://example.org/notes --title "Market notes"   index.html and feed.xml over the folder
  lockstep notes my-notes --json

An address is kept in site.json: notes that are made afterwards carry it, with their card and links to share them.`;

const CHECK_EXAMPLES = `
Examples:
  lockstep check article.txt --published 2025-12-12
  lockstep check claims.yaml           a list of statements; ends with code 4 where a verdict is not the one it expects
  lockstep check https://example.org/article --html > check.html
  pbpaste | lockstep check - --published 2025-12-12 --json

Read are plain text, Markdown, HTML and PDF. Verdicts rest on what was known on the day of publication; what came later is shown apart.`;

const SCAN_EXAMPLES = `
Examples:
  lockstep scan                        the markets of the store, else the founding case
  lockstep scan prices.parquet         columns symbol, date, close; CSV, or a folder of CSV files, as well
  lockstep scan prices.parquet --relation leads --window 10
  lockstep scan prices.parquet --beyond-market --out results
  lockstep scan synthetic:2000x5000    an invented universe, to try it
  lockstep scan show --found           the pairs of the last scan, filtered

Stopping with Ctrl-C is safe: the blocks that are done are kept, and the same command goes on there.`;

const SHOW_EXAMPLES = `
Examples:
  lockstep scan show --apart-now
  lockstep scan show --market BTC --sort lead
  lockstep scan show 9f2c --min-beyond 1.5 --limit all --csv > pairs.csv
  lockstep scan show --list`;

const WORKER_EXAMPLES = `
Examples:
  lockstep worker --queue redis://queue.example:6379 --results postgres://scan@results.example/lockstep
  lockstep worker --queue postgres://scan@results.example/lockstep --threads 4
  lockstep worker --queue redis://queue.example:6379 --universe prices.parquet

Stopping with Ctrl-C hands the job under way back; a worker that dies loses nothing but its time.`;

const FETCH_EXAMPLES = `
Examples:
  lockstep fetch                       the markets of the founding case
  lockstep fetch crypto-majors         those of a group that ships with the program
  lockstep fetch my-group.yaml --source yahoo
  lockstep fetch macro                 policy rates, yields, balance sheet, cash, operations

Stopping with Ctrl-C is safe: what was acknowledged is stored, and the next fetch goes on there. Keys of sources
that need one: the environment (TIINGO_KEY, TWELVEDATA_KEY, STOOQ_KEY, FRED_KEY), or lines NAME=value in the
file keys of the data folder (mode 600). lockstep doctor says which are held.`;

const IMPORT_EXAMPLES = `
Examples:
  lockstep import IWM.csv --as IWM
  lockstep import venue.csv --as BTC --source bitstamp
  lockstep import prices.csv --as SHOP --kind stock
  lockstep import universe.parquet --each --kind crypto
  lockstep import FedMeetingHistory_20260918.csv
  lockstep import fed-funds.csv        columns date, contract_month, price
  lockstep import earnings.csv         columns index, year, as_of, eps, growth_pct, basis, source
  lockstep import lockstep-export      fills an empty store from an export`;

const EXPORT_EXAMPLES = `
Examples:
  lockstep export                      what may be passed on, whole, into the folder lockstep-export
  lockstep export --personal           everything, for your own use
  lockstep export IWM BTC --personal --out bars.parquet`;

const QUARANTINE_EXAMPLES = `
Examples:
  lockstep quarantine
  lockstep quarantine accept yahoo:IWM 2026-11-20 --because "the exchange's own close agrees"
  lockstep quarantine reject coinbase:BTC-USD 2021-12-14 --because "no other venue traded there"`;

const GROUP_EXAMPLES = `
Examples:
  lockstep group                       the founding case
  lockstep group my-group.yaml         ends with code 2 and the place when the file does not hold
  lockstep group new gold silver yahoo:SHOP --name "Mine" --out mine.yaml`;

const PUBLIC = "only what was public at the close in New York of that day";
const UNIVERSE = new Option("--universe <file>", "the universe that a pair A,B is of, as scan takes it");
const FIGURES = new Option("--figures <which>", "fresher (store or embedded, whichever is), store or case").default("fresher");
const KNOWN_AT = new Option("--known-at <instant>", "from what the store knew by then: a day, or a moment as 2026-11-20T21:00:00Z");

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
    if (error instanceof Interrupted) {
      effects.err(`lockstep: ${oneLine(error.message)}\n`);
      return EXIT.interrupted;
    }
    effects.err(`lockstep: internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT.internal;
  }
}

function programOf(version: string, effects: Effects): Command {
  const program = new Command("lockstep")
    .description("Record highs, markets that fall out of step, and what the record says about catching up.")
    .version(version)
    .argument("[group]", "an embedded case, a group file, or two markets as IWM,BTC (default: the founding case)")
    .option("--as-of <day>", "only sessions up to that day (default: the last session held)")
    .addOption(UNIVERSE)
    .addOption(FIGURES)
    .addOption(KNOWN_AT)
    .option("--json", "the study as JSON on standard output, nothing else; no files are written")
    .option("--out <folder>", "where the note goes, with its charts, study and manifest", "lockstep-out")
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
      return studyCommand(group, options, { version, effects });
    });
  program
    .command("records")
    .description("the ledger of a market's record highs")
    .argument("<market>", "a market's id or name, as IWM or bitcoin")
    .option("--basis <basis>", "close, intraday or total-return", "close")
    .option("--since <day>", "list only records from that day on; the history before still counts")
    .option("--as-of <day>", "only sessions up to that day")
    .addOption(FIGURES)
    .addOption(KNOWN_AT)
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
    .option("--as-of <day>", "only sessions up to that day")
    .addOption(UNIVERSE)
    .addOption(FIGURES)
    .addOption(KNOWN_AT)
    .option("--json", "as JSON")
    .addHelpText("after", LAG_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (group: string | undefined, options: PartOptions) => (await import("./commands/lagCommand.ts")).lagCommand(group, options, effects));
  program
    .command("together")
    .description("are leader and laggard in lockstep: highs, lows, phases, returns; and who is out of step")
    .argument("[group]", "an embedded case or a group file (default: the founding case)")
    .option("--as-of <day>", "only sessions up to that day")
    .addOption(UNIVERSE)
    .addOption(FIGURES)
    .addOption(KNOWN_AT)
    .option("--json", "as JSON")
    .addHelpText("after", TOGETHER_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (group: string | undefined, options: PartOptions) =>
      (await import("./commands/togetherCommand.ts")).togetherCommand(group, options, effects),
    );
  program
    .command("rates")
    .description("decisions, the policy path that futures imply, and how the members move with the two-year yield")
    .argument("[group]", "an embedded case or a group file (default: the founding case)")
    .option("--as-of <day>", PUBLIC)
    .option("--rule <rule>", "how futures are read: tool (CME's FedWatch of 2026), article, tool-2023 or article-2015", "tool")
    .addOption(FIGURES)
    .addOption(KNOWN_AT)
    .option("--json", "as JSON")
    .addHelpText("after", RATES_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (group: string | undefined, options: RatesOptions) => (await import("./commands/ratesCommand.ts")).ratesCommand(group, options, effects));
  program
    .command("liquidity")
    .description("the Federal Reserve's balance sheet, the Treasury's account, reverse repos, and purchases of Treasury bills")
    .argument("[group]", "an embedded case or a group file (default: the founding case)")
    .option("--as-of <day>", PUBLIC)
    .addOption(FIGURES)
    .addOption(KNOWN_AT)
    .option("--json", "as JSON")
    .addHelpText("after", LIQUIDITY_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (group: string | undefined, options: FigureOptions) =>
      (await import("./commands/liquidityCommand.ts")).liquidityCommand(group, options, effects),
    );
  program
    .command("earnings")
    .description("quoted growth of earnings per share, each figure with who said it and when")
    .argument("[group]", "an embedded case or a group file (default: the founding case)")
    .option("--as-of <day>", PUBLIC)
    .addOption(FIGURES)
    .addOption(KNOWN_AT)
    .option("--json", "as JSON")
    .addHelpText("after", EARNINGS_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (group: string | undefined, options: FigureOptions) =>
      (await import("./commands/earningsCommand.ts")).earningsCommand(group, options, effects),
    );
  program
    .command("note")
    .description("a note to be published: text and charts in which every number is bound to a computation")
    .argument("[group]", "an embedded case or a group file (default: the founding case)")
    .option("--as-of <day>", "only sessions up to that day")
    .addOption(FIGURES)
    .addOption(KNOWN_AT)
    .option("--out <folder>", "the note's own folder (default: lockstep-notes/<day>-<group>)")
    .option("--format <formats>", "some of html, md, pdf, png", "html,md,pdf,png")
    .option("--locale <tag>", "in whose manner numbers and dates are written, as de-DE", "en-GB")
    .option("--claims <file>", "an article or a list of statements: its claims are checked and stand in the appendix")
    .option("--published <day>", "the article's day of publication, where it does not say one")
    .option("--json", "the manifest on standard output too")
    .addHelpText("after", NOTE_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (group: string | undefined, options: NoteOptions) =>
      (await import("./commands/noteCommand.ts")).noteCommand(group, options, { version, effects }),
    );
  program
    .command("verify")
    .description("make a note again and hold every byte of it against its manifest")
    .argument("<folder>", "the note's folder")
    .option("--json", "as JSON")
    .addHelpText("after", VERIFY_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (folder: string, options: { json?: boolean }) =>
      (await import("./commands/verifyCommand.ts")).verifyCommand(folder, options, { version, effects }),
    );
  program
    .command("notes")
    .description("the notes of a folder: what each put on record, and what came; a page and a feed over them")
    .argument("[folder]", "the folder of notes", "lockstep-notes")
    .option("--publish [address]", "write index.html, and feed.xml for the address at which the folder will stand")
    .option("--title <title>", "what the site is called")
    .addOption(FIGURES)
    .option("--json", "as JSON")
    .addHelpText("after", NOTES_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (folder: string, options: NotesOptions) => (await import("./commands/notesCommand.ts")).notesCommand(folder, options, effects));
  program
    .command("check")
    .description("what the figures say of an article's claims, as of its publication")
    .argument("<article>", "a file, - for standard input, or an address of the web; or a YAML file of statements")
    .option("--published <day>", "the day of publication (default: what the article says)")
    .option("--group <group>", "the group whose markets and definitions are meant")
    .addOption(FIGURES)
    .addOption(KNOWN_AT)
    .option("--json", "as JSON")
    .option("--html", "as a page that shows the text with what was found")
    .addHelpText("after", CHECK_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (article: string, options: CheckOptions) => (await import("./commands/checkCommand.ts")).checkCommand(article, options, effects));
  program
    .command("fetch")
    .description("figures up to now, from the sources into the store on this machine")
    .argument("[group]", "an embedded case, a group that ships, a group file, or macro (default: the founding case)")
    .option("--source <source>", "only from this source")
    .option("--from <day>", "only sessions from that day on (default: from the last session held, or all)")
    .option("--json", "the summary as JSON")
    .addHelpText("after", FETCH_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (group: string | undefined, options: FetchOptions) => (await import("./commands/fetchCommand.ts")).fetchCommand(group, options, effects));
  program
    .command("import")
    .description("a file of figures into the store; or an export into an empty store")
    .argument("<file>", "CSV, Parquet, a CME settlement or FedWatch file, a Barchart download, a table of earnings; or an export")
    .option("--as <market>", "the market that the bars are of")
    .option("--each", "a file of many markets: each symbol is one")
    .option("--group <group>", "the group whose markets are meant")
    .option("--kind <kind>", "of a market that is not known: etf, index, stock, future, crypto or reading")
    .option("--calendar <calendar>", "of such a market: XNYS or 24/7")
    .option("--close <instant>", 'of such a market: as "16:00 America/New_York"')
    .option("--unit <unit>", "what the figures are in, where the file does not say", "USD")
    .option("--dates <order>", "ymd, mdy or dmy, where the file does not settle it")
    .option("--source <source>", "the market's source that the bars come from, to hold them against its others")
    .option("--restate", "also where most of what is held differs")
    .option("--json", "the summary as JSON")
    .addHelpText("after", IMPORT_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (file: string, options: ImportOptions) => (await import("./commands/importCommand.ts")).importCommand(file, options, effects));
  program
    .command("export")
    .description("the store, or the bars of some markets, as files")
    .argument("[markets...]", "markets whose bars go into one file (default: the whole store, into a folder)")
    .option("--out <path>", "the file or the folder")
    .option("--format <format>", "parquet or csv")
    .option("--personal", "for your own use: also what the sources' terms do not allow to be passed on")
    .option("--group <group>", "the group whose markets are meant")
    .addHelpText("after", EXPORT_EXAMPLES)
    .action(async (markets: string[], options: ExportOptions) => (await import("./commands/exportCommand.ts")).exportCommand(markets, options, effects));
  program
    .command("doctor")
    .description("how sources and store stand: reach, keys, rights, budgets; size, age, gaps, quarantine")
    .option("--offline", "without trying whether sources can be reached")
    .option("--json", "as JSON")
    .allowExcessArguments(false)
    .action(async (options: DoctorOptions) => (await import("./commands/doctorCommand.ts")).doctorCommand(options, effects));
  const scan = program
    .command("scan")
    .description("every ordered pair of a universe: who is in lockstep, who is apart now, who comes first")
    .argument("[universe]", "a Parquet or CSV file, a folder of CSV files, a group, or synthetic:2000x5000 (default: the store, else the founding case)")
    .option("--of <what>", "highs or lows (default: highs)")
    .option("--relation <relation>", "together, leads or apart (default: together)")
    .option("--beyond-market", "prices out of which the market's mean return is taken")
    .option("--window <sessions>", "how far the other may be away (default: 5)")
    .option("--high-window <sessions>", "a high is above the closes of so many sessions before (default: 252)")
    .option("--below <share>", "how far under its record a market is apart (default: 0.2)")
    .option("--as-of <day>", "only sessions up to that day")
    .option("--price <price>", "close or total-return, of a file with both", "close")
    .option("--min-lift <lift>", "least hits over those expected (default: 1.3)")
    .option("--min-z <z>", "least distance from the expected (default: 2.5)")
    .option("--min-hits <hits>", "least hits (default: 5)")
    .option("--top <pairs>", "pairs kept of a leader at most (default: 100)")
    .option("--families <leaders>", "leaders whose family is tested at most (default: by their size)")
    .option("--full <pairs>", "how many of the best pairs get the full study", "1")
    .option("--workers <threads>", "threads of this machine (default: its cores)")
    .option("--kernels <kind>", "wasm or plain: the same numbers", "wasm")
    .option("--queue <url>", "workers behind a queue do it: redis://… or postgres://…")
    .option("--results <url>", "the PostgreSQL of their results (default: that of the queue)")
    .option("--out <folder>", "also as Parquet files")
    .option("--limit <rows>", "how many pairs are shown, or all", "20")
    .option("--json", "what was counted and the pairs shown, as JSON")
    .addHelpText("after", SCAN_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (universe: string | undefined, options: ScanOptions) => (await import("./commands/scanCommand.ts")).scanCommand(universe, options, effects));
  scan
    .command("show")
    .description("the pairs of a scan that the store holds, filtered")
    .argument("[scan]", "its id, or how that begins (default: the latest)")
    .option("--leader <market>", "only pairs of which this is the first")
    .option("--laggard <market>", "only pairs of which this is the second")
    .option("--market <market>", "only pairs with this market")
    .option("--found", "only pairs that were found")
    .option("--apart-now", "only pairs of which one stands at its record and the other far below its own")
    .option("--min-lift <lift>", "least lift")
    .option("--min-beyond <lift>", "least lift beyond the market")
    .option("--max-p <p>", "greatest p")
    .option("--sort <order>", "rank, beyond, lift, z, p, hits or lead (who comes first)")
    .option("--limit <rows>", "how many pairs are shown, or all", "20")
    .option("--list", "which scans the store holds")
    .option("--json", "as JSON")
    .option("--csv", "as CSV")
    .addHelpText("after", SHOW_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (which: string | undefined, options: ScanShowOptions) =>
      (await import("./commands/scanShowCommand.ts")).scanShowCommand(which, options, effects),
    );
  program
    .command("worker")
    .description("does jobs of scans that were put into a queue, until it is stopped")
    .requiredOption("--queue <url>", "redis://… or postgres://…, as scan --queue has it")
    .option("--results <url>", "the PostgreSQL of results and bars (default: LOCKSTEP_RESULTS, else that of the queue)")
    .option("--universe <file>", "bars read from here in place of PostgreSQL; their digest is checked")
    .option("--threads <threads>", "jobs at a time (default: the cores of this machine)")
    .addHelpText("after", WORKER_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (options: WorkerCommandOptions) => (await import("./commands/workerCommand.ts")).workerCommand(options, effects));
  const quarantine = program
    .command("quarantine")
    .description("bars that wait or that something speaks against; accept or reject them by hand")
    .argument("[series]", "only of this series or market")
    .option("--all", "every bar, however many")
    .option("--group <group>", "the group whose markets are meant")
    .option("--json", "as JSON")
    .addHelpText("after", QUARANTINE_EXAMPLES)
    .allowExcessArguments(false)
    .action(async (series: string | undefined, options: QuarantineOptions) =>
      (await import("./commands/quarantineCommand.ts")).quarantineCommand(series, options, effects),
    );
  for (const decision of ["accept", "reject"] as const) {
    quarantine
      .command(decision)
      .description(decision === "accept" ? "trust a bar" : "take a bar as not there")
      .argument("<series>", "as yahoo:IWM, or a market of which one series waits")
      .argument("<day>", "its session")
      .option("--because <reason>", "why, for the record")
      .option("--group <group>", "the group whose markets are meant")
      .allowExcessArguments(false)
      .action(async (who: string, day: string, options: DecisionOptions) =>
        (await import("./commands/quarantineCommand.ts")).decideCommand(decision, who, day, options, effects),
      );
  }
  const group = program
    .command("group")
    .description("show or validate a group file: members and definitions, each explained; or build a new one")
    .argument("[file]", "an embedded case, a group that ships or a group file")
    .option("--json", "as JSON")
    .addHelpText("after", GROUP_EXAMPLES)
    .allowExcessArguments(false)
    .action((file: string | undefined, options: { json?: boolean }) => groupCommand(file, options, effects));
  group
    .command("list")
    .description("the groups and the markets that the program knows")
    .action(async () => (await import("./commands/listGroupsCommand.ts")).listGroupsCommand(effects));
  group
    .command("new")
    .description("a group file from names of markets, their sources looked up")
    .argument("<markets...>", "names or ids of markets, or any symbol of a source as yahoo:SHOP")
    .requiredOption("--name <name>", "what the group is called")
    .option("--leader <market>", "who leads (default: the first)")
    .option("--laggard <market>", "whom the question is about")
    .option("--out <file>", "the file to write", "group.yaml")
    .action(async (markets: string[], options: NewGroupOptions) => (await import("./commands/newGroupCommand.ts")).newGroupCommand(markets, options, effects));
  for (const command of [program, ...program.commands, ...group.commands, ...quarantine.commands, ...scan.commands]) {
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
