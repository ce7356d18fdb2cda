import { EXPERIMENTS } from "./experiments.ts";
import { excess, type Row, rate, SEED, standardError } from "./tally.ts";

const BEYOND = 3; // standard errors from which a deviation is no chance

/** The whole report as Markdown: the same rows give the same bytes. */
export function reportOf(rows: readonly Row[], { quick }: { quick: boolean }): string {
  const of = (experiment: keyof typeof EXPERIMENTS) => rows.filter((row) => row.experiment === experiment);
  const coincidence = of("coincidence");
  const [events, walk] = [(row: Row) => row.setting.split("; ")[1]!, (row: Row) => row.setting.split(", correlation")[0]!];
  const pick = (truth: Row["truth"], statistic: string) => coincidence.filter((row) => row.truth === truth && row.statistic === statistic);
  const real = of("real series");
  const sensitivity = of("rate sensitivity");
  const scan = of("scan");
  const parts = [
    "# Calibration",
    `\`npm run calibrate\`${quick ? " -- --quick" : ""}: every test that is printed with a p-value, and the intervals of shares, of survival, of the posterior, of mean returns and of slopes, on markets whose relation is known because it was made. ` +
      `All chance comes from the seed ${SEED}: the same program writes the same file.`,
    `Each figure is the share of simulated pairs, in percent, in which p was at most 5 %, with its Monte Carlo standard error; in brackets the same at 1 %. ` +
      `Where nothing is to be found it should be 5.0 (1.0). ▲ marks a share above its level by more than ${BEYOND} standard errors (a liberal test: it finds too much), ▼ one as far below (a conservative one: it ` +
      "finds too little). Where there is something to find, the share is the power, and higher is better. A pair on which a test could not be made (no high, no case) is left out.",
    "## What holds and what does not",
    ...findings(rows),
    "## Coincidence of highs and lows",
    "Leader 1.2 % and laggard 3.5 % a session, 5,000 sessions after a first year, without drift. Printed with a p-value are the highs and lows of 252 sessions; all-time records are shown, not tested, " +
      "and stand here to say why. GARCH walks have calm and wild times; with one volatility for both these fall together while the directions stay unrelated, which is a relation, but not lockstep. Beside all circular shifts stands the binomial " +
      "null that event coincidence analysis usually takes, on the same events.",
    ...tableOf("All circular shifts, nothing to find", pick("null", "circular shifts"), events, walk),
    ...tableOf("Binomial null, nothing to find", pick("null", "binomial null"), events, walk),
    ...tableOf("All circular shifts, correlation of returns 0.5", pick("relation", "circular shifts"), events, walk),
    ...tableOf("Binomial null, correlation of returns 0.5", pick("relation", "binomial null"), events, walk),
    "Runs of highs make the hits scatter more than independent trials would, so that the binomial null rejects too often on the same session; with windows to both sides it counts overlapping windows as " +
      "though they covered the calendar, expects too many hits, and finds next to nothing. Records kept from a common start crowd at that start in both markets: this alone looks like lockstep.",
    "## Phases",
    "20 years with drift; month-end levels dated by the rules for months, sessions by the filter of 20 % up and 15 % down.",
    ...tableOf("Concordance", of("phases"), settingOf, statisticOf),
    "## Lead and lag",
    "2,500 sessions, the strongest of 21 lags. With one volatility for both, large returns fall on the same days by size but not by sign: every shift takes that apart, so that the shifted correlations are smaller than " +
      "the observed ones are by chance, although no return says anything about the other's direction. Printed is the sum of products at each lag over the root of their sum of squares, which holds its level there; beside it the plain correlation.",
    ...tableOf("Strongest of the lags", of("lead and lag"), settingOf, statisticOf),
    "## Will it catch up",
    "5,000 sessions, every day one; the leader at a high, the laggard at least 20 % below its record, horizon 180 days where no other is named. Drift: 6 % a year for the leader and 30 % for the laggard. With " +
      "correlation 0.4 nothing is built in beyond the correlation itself: what the laggard does on the way to the leader's high is part of it, what follows is not, so that " +
      "neither answer is wrong. Catch-up built in: the laggard gains 0.6 % a session for 60 sessions after each high of the leader that finds it so far down.",
    ...tableOf(
      "Printed",
      of("catch-up").filter(({ by }) => by === "product"),
      statisticOf,
      settingOf,
    ),
    ...tableOf(
      "For comparison, not printed",
      of("catch-up").filter(({ by }) => by === "comparison"),
      statisticOf,
      settingOf,
    ),
    "Where there is nothing to find, a verdict of moderate or strong evidence should come in at most 5 % of runs in either direction, and an interval of the excess should leave out zero in at most 10 %. Bases of a random walk without drift are " +
      "too low for a laggard that has one: more catch-ups than such a base would be no error of the test there, but no sign of the leader either. Matched bases are shares of days in a like state away from the leader's records only: what follows " +
      "such a record for weeks is in them too, which costs power.",
    "## Intervals",
    "Share of intervals that miss the truth; it should be at most one minus the level. The posterior is shrunk to the base by design: where the truth is the base it misses less than its level, where the " +
      "truth lies 0.2 above it may miss more.",
    ...listOf(of("intervals")),
    "## Intervals of charts",
    "Share of 90 % intervals that miss a correlation of 0.45, and the incidence of an ending among cases of which some are censored. The jackknife is printed; beside it Fisher's interval for independent normal pairs. Resampled incidences are " +
      "drawn as unstable: with so few cases they miss more often than they say.",
    ...tableOf("By setting", of("intervals of charts"), settingOf, statisticOf),
    "## Rate sensitivity",
    "Share of 95 % intervals of a slope that leave out the truth, and of runs in which Newey-West and stationary bootstrap both leave out zero: this is what words about " +
      "small and large caps need. 100 changes are two years of weeks, 900 the longest era of days. Where there is something to find the slope is 0.12 standard deviations of " +
      "the return for one of the yield. Beside them the textbook interval, whose scatter is the same for every change.",
    ...tableOf(
      "Eras, nothing to find",
      sensitivity.filter(({ setting, truth }) => setting.includes("changes") && truth === "null"),
      settingOf,
      statisticOf,
    ),
    ...tableOf(
      "Eras, something to find",
      sensitivity.filter(({ truth }) => truth === "relation"),
      settingOf,
      statisticOf,
    ),
    "On decision days pairs are few, and a few large surprises decide the slope.",
    ...tableOf(
      "Decision days, nothing to find",
      sensitivity.filter(({ setting }) => setting.includes("days")),
      settingOf,
      statisticOf,
    ),
    "## Scan of a universe",
    "Universes of 24 walks without drift, 1,260 sessions after a first year, and 2,520 where there is something to find; highs of 252 sessions, window 5 where no other is named; every family is tested. A family is a leader with all " +
      "its seconds, tested by its greatest z under shifts common to all of them; one is looked at in each universe. Any pair found: by the hierarchy over all families, at 5 %. Beside the family stand the least of the exact p-values " +
      "of its pairs, and the same times their number. Listed late: a market begins anywhere in the first four fifths.",
    ...tableOf(
      "Nothing to find",
      scan.filter(({ truth }) => truth === "null"),
      settingOf,
      statisticOf,
    ),
    "The least p of 23 pairs finds something in every second family that has nothing. Times their number it finds next to nothing: it is never below 23 over 1,260, and seconds that move together are counted as though each were news. " +
      "Calm and wild times that all markets share at once are a relation, though none of direction: highs then come at the same times, and a family finds it twice as often as its level. " +
      "What is left beyond the market sums to almost nothing over 24 markets, so that one goes up where others go down: that costs up to half of the level. A scan finds less than its level since a lone family " +
      "must reach 0.05 / 24, which only the two least of the 1,260 values that p can take do.",
    ...tableOf(
      "Something to find",
      scan.filter(({ truth }) => truth === "relation"),
      settingOf,
      statisticOf,
    ),
    "One factor has 0.3 of the variance of every market, of unequal weight 0.1 to 0.6; own links join four pairs, whose returns beside the factor correlate by 0.6. With quoted prices most universes have pairs to be found: one " +
      "factor is lockstep. Beyond the market a link of two in 24 is found seldom in ten years, but leads its leader's list as often as with quoted prices.",
    ...spreadsOf("Lift of all pairs of a leader", scan),
    "Where there is nothing but the factor, the median pair has about as many hits as the breadth of the others promises, also of two markets that follow the factor more closely than the others do; single pairs scatter.",
    "## Real series",
    "The returns of the leader moved around the circle by a random number of sessions, its levels built anew: calm and wild times stay real, the relation does not. The runs of one pair share their two " +
      "series and so are not independent of each other: the standard errors here are too small. Moved returns also lose a volatility that both markets share, and lead and lag then holds its level by " +
      "construction; with the signs of the leader drawn anew instead, shared volatility stays.",
    ...tableOf(
      "Moved around the circle",
      real.filter(({ setting }) => setting.includes("moved")),
      statisticOf,
      settingOf,
    ),
    ...tableOf(
      "Signs drawn anew",
      real.filter(({ setting }) => setting.includes("signs")),
      settingOf,
      statisticOf,
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** What the product prints, where nothing is to be found: what holds its level, what finds too much, what too little. */
function findings(rows: readonly Row[]): string[] {
  const printed = rows.filter(({ by, truth, nominal }) => by === "product" && truth === "null" && nominal !== 0.01);
  const sure = printed.filter(({ experiment }) => experiment !== "real series");
  const liberal = sure.filter((row) => excess(row) > BEYOND);
  const conservative = sure.filter((row) => excess(row) < -BEYOND);
  const held = sure.length - liberal.length - conservative.length;
  const list = (some: readonly Row[]) => {
    const tests = [...new Set(some.map(nameOf))];
    return tests
      .map(
        (name) =>
          `- ${name}: ${some
            .filter((row) => nameOf(row) === name)
            .map(deviationOf)
            .join("; ")}`,
      )
      .join("\n");
  };
  const real = printed.filter((row) => row.experiment === "real series" && excess(row) > BEYOND);
  return [
    `Of ${sure.length} combinations of a printed test or interval with simulated markets in which there was nothing to find, or of which the truth was known, ${held} are within ${BEYOND} standard errors of their ` +
      `level, ${conservative.length} are below it and ${liberal.length} above.`,
    ...(liberal.length > 0 ? ["Above, so that they claim more than they should:", list(liberal)] : []),
    ...(conservative.length > 0 ? ["Below, so that they claim less than they could:", list(conservative)] : []),
    ...(real.length > 0 ? ["Above on real series, with standard errors that are too small there:", list(real)] : []),
  ];
}

function nameOf({ experiment, statistic }: Row): string {
  return `${experiment}, ${statistic}`;
}

function deviationOf(row: Row): string {
  return `${percent(row)} for ${percentOf(row.nominal)} (${row.setting})`;
}

function tableOf(title: string, rows: readonly Row[], rowKey: (row: Row) => string, columnKey: (row: Row) => string): string[] {
  if (rows.length === 0) return [];
  const columns = [...new Set(rows.map(columnKey))];
  const lines = [...new Set(rows.map(rowKey))].map((key) => {
    const cells = columns.map((column) => cellOf(rows.filter((row) => rowKey(row) === key && columnKey(row) === column)));
    return `| ${[key, ...cells].join(" | ")} |`;
  });
  const runs = rows.map(({ replications }) => replications);
  const [least, most] = [Math.min(...runs), Math.max(...runs)];
  const count = least === most ? `${most} runs each` : `${least} to ${most} runs each`;
  return [`**${title}** (${count})`, [`| | ${columns.join(" | ")} |`, `| --- |${" ---: |".repeat(columns.length)}`, ...lines].join("\n")];
}

/** Numbers that are no tests, by their quantiles. */
function spreadsOf(title: string, rows: readonly Row[]): string[] {
  const lines = rows.flatMap(({ setting, statistic, spread, replications }) =>
    spread ? [`| ${setting} | ${statistic} | ${spread.map((value) => value.toFixed(2)).join(" | ")} | ${replications} |`] : [],
  );
  return [`**${title}**`, ["| | | 5 % | median | 95 % | pairs |", "| --- | --- | ---: | ---: | ---: | ---: |", ...lines].join("\n")];
}

function listOf(rows: readonly Row[]): string[] {
  const lines = rows.map((row) => `| ${row.statistic} | ${row.setting} | ${percent(row)}${markOf(row)} | ${percentOf(row.nominal)} | ${row.replications} |`);
  return [["| interval | truth | misses | at most | runs |", "| --- | --- | ---: | ---: | ---: |", ...lines].join("\n")];
}

function cellOf(rows: readonly Row[]): string {
  const [main, strict] = rows;
  if (!main) return "";
  return `${percent(main)}${strict ? ` (${percentOf(rate(strict))})` : ""}${markOf(main)}`;
}

function markOf(row: Row): string {
  if (row.truth !== "null") return "";
  const above = excess(row);
  return above > BEYOND ? " ▲" : above < -BEYOND ? " ▼" : "";
}

function percent(row: Row): string {
  return `${percentOf(rate(row))} ± ${percentOf(standardError(row))}`;
}

function percentOf(share: number): string {
  return (100 * share).toFixed(1);
}

function settingOf({ setting }: Row): string {
  return setting;
}

function statisticOf({ statistic }: Row): string {
  return statistic;
}
