const withoutZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;

/** A time as Zapier wants it, with its zone: Leadterra tells times in UTC. What is no time stays as it is. */
export function withZone<Time extends string | null>(time: Time): Time | `${string}Z` {
  return time !== null && withoutZone.test(time) ? `${time}Z` : time;
}
