/** A lead as it came over the wire, its fields beside one another. */
export type SentLead = { address: string; fields: Map<string, unknown> };

/** What a request did to one of its leads. */
export type Effect = 'created' | 'updated' | 'left-out' | 'refused' | 'nothing';

export type Answer = { status: number; body: unknown };
