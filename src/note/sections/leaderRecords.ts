import type { Study } from "../../study/index.ts";
import type { Block, Section } from "../document.ts";
import { percent, whole } from "../format.ts";
import { count, name, number, on, prose } from "../prose.ts";
import { recordNoun } from "../words.ts";

/** How the laggard stood when the leader set its earlier records. */
export function leaderRecords(study: Study): Section {
  const { leader, laggard, leaderRecords: all, record, near, apart, episodes } = study.atLeaderRecords;
  const title = "How the laggard stood at the leader's records";
  if (laggard === null) return { id: "leader-records", title, blocks: [] };
  if (all.value === null) {
    return { id: "leader-records", title, blocks: [{ kind: "paragraph", text: prose`Unknown: ${name(all.reason ?? "no figures held")}.` }] };
  }
  const summary = prose`${name(leader)} set ${count(all, recordNoun(study))} on days on which ${name(laggard)} has a value, from ${on(all.from!)} on.${all.value === 0 ? prose`` : prose` On ${number(record, whole(record))} of these days ${name(laggard)} set a record too, on ${number(near, whole(near))} it was near its own, and on ${number(apart, whole(apart))} it was apart from it.`}`;
  const blocks: Block[] = [{ kind: "paragraph", text: summary }];
  if (episodes.length > 0) {
    blocks.push({
      kind: "table",
      caption: prose`Record episodes of ${name(leader)} since ${on(study.shownFrom)}, and ${name(laggard)} during each; distances are from its own record.`,
      columns: [
        { title: "First record" },
        { title: "Last record", secondary: true },
        { title: "Leader's records", numeric: true, secondary: true },
        { title: "Laggard at start", numeric: true },
        { title: "Laggard nearest", numeric: true },
        { title: "Laggard's records", numeric: true, secondary: true },
      ],
      rows: episodes.map((episode) => ({
        cells: [
          prose`${on(episode.from)}`,
          prose`${on(episode.to)}`,
          prose`${number(episode.leaderRecords, whole(episode.leaderRecords))}`,
          prose`${number(episode.laggardAtStart, percent(episode.laggardAtStart))}`,
          prose`${number(episode.laggardNearest, percent(episode.laggardNearest))}`,
          prose`${number(episode.laggardRecords, whole(episode.laggardRecords))}`,
        ],
      })),
    });
  }
  return { id: "leader-records", title, blocks };
}
