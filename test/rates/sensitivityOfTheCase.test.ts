// Slopes of the embedded figures, worked out anew with numpy 1.24 and statsmodels 0.13.5 from the same files:
//   days = sorted(set(dgs2) & set(iwm) & set(spy)); for each pair of neighbours x = 10 * (dgs2[b] - dgs2[a]), y = log(p[b] / p[a]), in the era of b
//   sm.OLS(y, sm.add_constant(x)).fit(cov_type="HAC", cov_kwds={"maxlags": int(4 * (n / 100) ** (2 / 9)), "use_correction": False})
// weekly: x and y summed by (ordinal(b) - 1) // 7 within the era; decision days: fit(cov_type="HC2") on scheduled decisions.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { csvParse } from "d3-dsv";
import { dayNumber } from "../../src/market/index.ts";
import { neweyWest, robustSlope, seeded } from "../../src/num/index.ts";
import { changesTogether, meetingDayMoves, pairedChanges, policyEras, rateSensitivity, rollingSensitivity } from "../../src/rates/index.ts";
import { founding, seriesIn } from "../case.ts";

const FOMC = new URL("../../../shared/data/macro/fomc.csv", import.meta.url);
const skip = existsSync(FOMC) ? false : "the list of decisions, which is no part of the project, is absent";

const rates = csvParse(readFileSync(new URL("../../cases/small-caps-and-bitcoin/rates.csv", import.meta.url), "utf8"));
const yields = {
  sessions: Int32Array.from(rates, ({ date = "" }) => dayNumber(date)),
  values: Float64Array.from(rates, ({ DGS2 = "" }) => (DGS2 === "" ? Number.NaN : Number(DGS2))),
};
const changes = ["IWM", "SPY"].map((id) => changesTogether(seriesIn(founding.markets, id), yields));
const [small, large] = changes as [(typeof changes)[0], (typeof changes)[0]];
const { difference } = pairedChanges(small, large);

const eras = policyEras(
  [
    { day: "2015-12-16", changeBp: 25 },
    { day: "2019-07-31", changeBp: -25 },
    { day: "2022-03-16", changeBp: 25 },
    { day: "2024-09-18", changeBp: -50 },
  ],
  { from: "2014-01-01", to: "2026-08-20" },
);

function near(actual: number, expected: number, within = 1e-12): void {
  assert.ok(Math.abs(actual - expected) <= within, `expected ${expected}; received ${actual}`);
}

// n, lags, then slope and standard error of IWM, SPY and their difference.
const DAILY = [
  [488, 5, 0.008659430446193108, 0.001917955296368249, 0.007047238499258949, 0.0017456478192177402, 0.0016121919469341609, 0.001074781901427731],
  [905, 6, 0.01082358545674514, 0.0015485174666520374, 0.009196091403363258, 0.0013060046011200356, 0.0016274940533818757, 0.0007002660805549165],
  [656, 6, 0.011850627560314884, 0.0031357782020516316, 0.010156480396781204, 0.003129540407967542, 0.0016941471635336905, 0.0010845554772076881],
  [627, 6, -0.0014562201594791654, 0.0015514671433291003, -0.0010001161962119214, 0.0010112623225828144, -0.0004561039632672442, 0.0006995546292317495],
  [478, 5, 0.0008685944869831485, 0.002786397793243283, 0.0025962304167909925, 0.002530824899420388, -0.001727635929807843, 0.000826349405094243],
  [3154, 8, 0.0024309701357786823, 0.0010629371336169763, 0.0024851348140274396, 0.0008776305557129047, -0.0000541646782487597, 0.0004406219562621343],
] as const;
const WEEKLY = [
  [103, 4, 0.015308383048870777, 0.0029237628133419566, 0.013137644988125497, 0.002716165640333858, 0.002170738060745281, 0.001566324942196498],
  [190, 4, 0.014597933111148214, 0.003217084545791112, 0.011127900635344492, 0.0023236887147500347, 0.0034700324758037094, 0.001703776963847447],
  [138, 4, 0.011203451659096277, 0.004367383699952775, 0.008098213975218517, 0.004253292117967921, 0.0031052376838777646, 0.0013254324711851043],
  [132, 4, -0.002627133106674373, 0.0025758610729437873, -0.0028177220544037033, 0.0015783078325870576, 0.0001905889477293312, 0.0014049234550764893],
  [101, 4, -0.0010601929952745888, 0.0035002142035520335, 0.0021670279121518716, 0.003503238443215372, -0.0032272209074264632, 0.0016068091722370394],
  [660, 6, 0.0023726901339803643, 0.0018822575849492835, 0.0018594866602564147, 0.0014990713707713113, 0.0005132034737239536, 0.0009047555829532314],
] as const;
const SAID = {
  day: [
    ["not told apart", "not told apart"],
    // Both rose with the yield then, small caps more.
    ["large caps", "small caps more"],
    ["not told apart", "not told apart"],
    ["not told apart", "not told apart"],
    ["small caps", "not told apart"],
    ["not told apart", "not told apart"],
  ],
} as const;

for (const [every, table] of [["day", DAILY] as const, ["week", WEEKLY] as const]) {
  test(`slopes of small and large caps on the two-year yield by the ${every} are those of statsmodels, era by era`, () => {
    const found = rateSensitivity({
      changes,
      eras,
      pair: { small: "IWM", large: "SPY" },
      every,
      level: 0.95,
      reps: every === "day" ? 199 : 9,
      uniform: seeded(20_251_212),
    });
    for (const [k, { markets, pair }] of [...found.eras, found.whole].entries()) {
      const [n, lags, ...expected] = table[k]!;
      for (const [i, one] of [...markets, pair!.difference].entries()) {
        assert.deepEqual([one.n, one.lags], [n, lags]);
        near(one.slope, expected[2 * i]!);
        // The interval is the raw standard error times the root of n / (n - 2) and Student's t: within two percent of 1.96.
        const reach = one.hac.upper - one.slope;
        assert.ok(reach > 1.96 * expected[2 * i + 1]! && reach < 2.02 * expected[2 * i + 1]!);
      }
      if (every === "day") assert.deepEqual([pair!.behindAsYieldsRise, pair!.answer], SAID.day[k]);
    }
    assert.deepEqual([small.leftOut, large.leftOut, found.whole.pair!.leftOut], [0, 0, 0]);
  });
}

test("the raw standard error over all days is that of statsmodels", () => {
  const tens = difference.changesBp.map((change) => change / 10);
  near(neweyWest(tens, difference.returns, { level: 0.95 }).standardError, 0.0004406219562621343);
  near(neweyWest(tens, small.returns, { level: 0.95 }).standardError, 0.0010629371336169763);
});

// numpy: polyfit of the last 252 changes, degree 1.
test("the rolling slope of the difference ends where a direct one does", () => {
  const rolling = rollingSensitivity({ ...difference, window: 252 });
  near(rolling.at(-1)!, -0.0035874082100998683);
  assert.equal(
    rolling.findIndex((slope) => !Number.isNaN(slope)),
    251,
  );
  for (const i of [251, 252, 503, 504, 1000, 3000]) {
    const tens = difference.changesBp.slice(i - 251, i + 1).map((change) => change / 10);
    near(rolling[i]!, neweyWest(tens, difference.returns.slice(i - 251, i + 1), { level: 0.95 }).slope, 1e-14);
  }
});

test("on the days of scheduled decisions the slopes and their errors are those of statsmodels", { skip }, () => {
  const decided = csvParse(readFileSync(FOMC, "utf8")).filter(({ kind, status }) => kind === "scheduled" && status === "decided");
  const days = decided.map(({ decision_date = "" }) => decision_date);
  const expected = [
    [-0.00577840209651585, 0.0027094538478883248, 0.011468052006224073, 0.009909510958450243],
    [-0.004391856396319432, 0.0017959300480124172, 0.007821649123780725, 0.0071491950738064415],
    [-0.001386545700196418, 0.001415099422577809, 0.006097467815079327, 0.005302830056094581],
  ] as const;
  for (const [k, one] of [small, large, difference].entries()) {
    const found = meetingDayMoves({ changes: one, days, level: 0.95 });
    const [slope, standardError, onDays, otherDays] = expected[k]!;
    assert.deepEqual([found.n, found.without], [92, []]);
    near(found.slope, slope);
    near(found.onDays.returns, onDays);
    near(found.otherDays.returns, otherDays);
    near(found.onDays.changesBp, 5.336956521739128);
    // numpy: trace of G'G squared over the trace of its square, with G as in Imbens and Kolesar.
    near(found.freedom, 18.146388194483517, 1e-9);
    const on = [...one.sessions.keys()].filter((i) => days.some((day) => dayNumber(day) === one.sessions[i]));
    const direct = robustSlope(
      on.map((i) => one.changesBp[i]! / 10),
      on.map((i) => one.returns[i]!),
      { level: 0.95 },
    );
    near(direct.standardError, standardError);
    assert.deepEqual(found.interval, { lower: direct.lower, upper: direct.upper, level: 0.95 });
  }
  const moves = csvParse(readFileSync(FOMC, "utf8")).flatMap(({ status, decision_date = "", change_bp = "" }) =>
    status === "decided" ? [{ day: decision_date, changeBp: Number(change_bp) }] : [],
  );
  assert.deepEqual(policyEras(moves, { from: "2014-01-01", to: "2026-08-20" }), eras);
});
