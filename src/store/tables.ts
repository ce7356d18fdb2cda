import { BAR_FIELDS, type BarField } from "../market/index.ts";

/** The version of the tables; a store of another one is refused. */
export const TABLES = 1;

/** The column of each field. */
export const COLUMN: Readonly<Record<BarField, string>> = {
  open: "open",
  high: "high",
  low: "low",
  close: "close",
  totalReturn: "total_return",
  dividend: "dividend",
  split: "split",
  volume: "volume",
  value: "value",
};

/** The columns of a bar, in order, as SQL. */
export const COLUMNS = BAR_FIELDS.map((field) => COLUMN[field]).join(", ");

const COLUMNS_TYPED = BAR_FIELDS.map((field) => `${COLUMN[field]} double`).join(", ");

/**
 * Nothing is ever updated or deleted: a value that changes is a further row, a change of mind a further judgement. So a view of the past
 * only has to leave out what came later.
 */
export const CREATE = `
create table about (tables integer not null);
create table batches (batch integer not null, made_at timestamp not null, what varchar not null, detail varchar not null);
create table series (series integer not null, source varchar not null, symbol varchar not null, unit varchar not null, subject varchar not null,
  batch integer not null);
create table observations (series integer not null, session date not null, ${COLUMNS_TYPED}, known_at timestamp not null, batch integer not null);
create table judgements (series integer not null, session date not null, status varchar not null, reason varchar not null, decided_by varchar not null,
  of_batch integer not null, known_at timestamp not null, batch integer not null);
create table facts (source varchar not null, kind varchar not null, id varchar not null, day date not null, fields varchar not null,
  known_at timestamp not null, batch integer not null);
create table answers (batch integer not null, source varchar not null, request varchar not null, received_at timestamp not null, content_type varchar not null,
  etag varchar, last_modified varchar, sha256 varchar not null, bytes integer not null, body blob not null);
create table coverage (source varchar not null, symbol varchar not null, from_day date not null, to_day date not null, batch integer not null);
create table calls (source varchar not null, asked_at timestamp not null, outcome varchar not null, not_before timestamp, batch integer not null);
insert into about values (${TABLES});
create view figures as
  select source, symbol, session, field, figure as value, case field when 'total_return' then 'index' when 'volume' then 'units' when 'split' then 'ratio' else unit end as unit,
    known_at, batch
  from (unpivot observations on ${COLUMNS} into name field value figure) join (select series, source, symbol, unit from series) using (series);
`;
