import type { Study, StudyMarket } from "../../study/index.ts";
import { below, name, on, prose, type Text } from "../prose.ts";
import { marketOf } from "../words.ts";

/** The measured state of the leader and of the market that the study is about, in one sentence; never a forecast. */
export function headline(study: Study): Text {
  const leader = marketOf(study, study.group.leader);
  const { laggard } = study.cases;
  const opening = leader.state === "unknown" ? prose`The state of ${name(leader.id)} is unknown` : fact(leader, "its record");
  if (laggard === null) return prose`${opening}; ${name(study.outOfStep.reason)}`;
  const market = marketOf(study, laggard);
  if (leader.state === "record" && market.state === "record") return prose`${name(leader.id)} is at its record, and so is ${name(market.id)}`;
  return prose`${opening}; ${fact(market, "its own")}`;
}

/** Where the named markets stand, with the days of their records. */
export function standfirst(study: Study): Text {
  const { outOfStep, cases, group } = study;
  const leader = marketOf(study, group.leader);
  const texts: Text[] = [prose`${named(leader)} leads this group: ${record(leader)}.`];
  if (outOfStep.market !== null) {
    const market = marketOf(study, outOfStep.market);
    texts.push(prose`Out of step is ${named(market)}, ${name(outOfStep.reason)}: ${record(market)}.`);
  }
  if (cases.laggard !== null && cases.laggard !== outOfStep.market) {
    const asked = marketOf(study, cases.laggard);
    texts.push(prose`The cases below are those of ${named(asked)}, the market that the group asks about: ${record(asked)}.`);
  }
  if (outOfStep.alsoApart.length > 0) {
    const also = outOfStep.market === null ? prose`Apart from their records` : prose`Also apart`;
    texts.push(prose`${also}: ${name(outOfStep.alsoApart.join(", "))}.`);
  }
  return texts.flatMap((text, k) => (k === 0 ? text : prose` ${text}`));
}

function named({ id, name: words }: StudyMarket): Text {
  return words === id ? prose`${name(id)}` : prose`${name(id)} (${name(words)})`;
}

function fact(market: StudyMarket, what: string): Text {
  if (market.state === "unknown") return prose`the state of ${name(market.id)} is unknown`;
  if (market.state === "record") return prose`${name(market.id)} is at ${name(what)}`;
  return prose`${name(market.id)} stands ${below(market.distance)} below ${name(what)}`;
}

function record(market: StudyMarket): Text {
  const { state, reason, record, distance } = market;
  if (state === "unknown") return prose`its state is unknown (${name(reason ?? "no figures held")})`;
  if (state === "record") return prose`it set its record on ${on(record.on!)}, the last session used`;
  return prose`it set its record on ${on(record.on!)} and stands ${below(distance)} below it`;
}
