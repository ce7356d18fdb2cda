/** How patient those at a queue are; milliseconds. */
export interface Timing {
  lock: number; // a job is its worker's so long, and again from each renewal
  stalled: number; // between two looks for jobs whose worker fell silent
  idle: number; // between two looks into an empty queue
  poll: number; // between two looks for results
  again: number; // without a new result: what is missing is put into the queue again
  retry: number; // between two attempts to reach a server
  contact: number; // a server must answer within, at the start
}

export const TIMING: Timing = { lock: 30_000, stalled: 10_000, idle: 500, poll: 500, again: 15_000, retry: 1_000, contact: 15_000 };
