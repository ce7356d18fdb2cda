import type { Cause } from "../source.ts";

const CAUSES: Readonly<Record<number, Cause>> = {
  401: "badKey",
  403: "forbidden",
  404: "unknownSymbol",
  410: "unknownSymbol",
  429: "rateLimited",
  451: "forbidden",
};

/** What a status says of a refusal whose words say no more than that there is one. */
export function causeOfStatus(status: number): Cause {
  return CAUSES[status] ?? (status >= 500 ? "server" : "badRequest");
}
