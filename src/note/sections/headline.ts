import type { Study, StudyMarket } from "../../study/index.ts";
import { below, name, on, prose, type Text } from "../prose.ts";
import { marketOf } from "../words.ts";

/** The measured state in one sentence; never a forecast. */
export function headline(study: Study): Text {
  const leader = marketOf(study, study.group.leader);
  if (study.outOfStep.market === null) return prose`${standing(leader)}; ${name(study.outOfStep.reason)}`;
  const laggard = marketOf(study, study.outOfStep.market);
  if (leader.state === "record") return prose`${name(leader.id)} is at its record; ${name(laggard.id)} stands ${below(laggard.distance)} below its own`;
  return prose`${standing(leader)}; ${name(laggard.id)} stands ${below(laggard.distance)} below its own`;
}

/** Where the two named markets stand, with the days of their records. */
export function standfirst(study: Study): Text {
  const leader = marketOf(study, study.group.leader);
  const { market, alsoApart } = study.outOfStep;
  const first = prose`${name(leader.id)} (${name(leader.name)}) leads this group: ${record(leader)}.`;
  if (market === null) return alsoApart.length === 0 ? first : prose`${first} Apart from their records: ${name(alsoApart.join(", "))}.`;
  const laggard = marketOf(study, market);
  const others = alsoApart.length === 0 ? prose`` : prose` Also apart: ${name(alsoApart.join(", "))}.`;
  return prose`${first} Out of step is ${name(laggard.id)} (${name(laggard.name)}), ${name(study.outOfStep.reason)}: ${record(laggard)}.${others}`;
}

function standing(market: StudyMarket): Text {
  if (market.state === "unknown") return prose`The state of ${name(market.id)} is unknown`;
  if (market.state === "record") return prose`${name(market.id)} is at its record`;
  return prose`${name(market.id)} stands ${below(market.distance)} below its record`;
}

function record(market: StudyMarket): Text {
  const { state, reason, record, distance } = market;
  if (state === "unknown") return prose`its state is unknown (${name(reason ?? "no figures held")})`;
  if (state === "record") return prose`it set its record on ${on(record.on!)}, the last session held`;
  return prose`it set its record on ${on(record.on!)} and stands ${below(distance)} below it`;
}
