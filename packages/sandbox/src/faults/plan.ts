/** Which faults meet which requests under /v1. A fault is written `name` or `name:NUMBER`, such as `latency:200`. */
export type FaultPlan = {
  /** Meet every request. */
  always?: string[];
  /** Meet one request each, in this order; `none` lets one pass. */
  next?: string[];
  /** Share of requests, 0 to 1, that meet one of `kinds` at random. */
  rate?: number;
  kinds?: string[];
  /** Makes the random choice repeatable. Default: 1. */
  seed?: number;
};
