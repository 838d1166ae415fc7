import { type WebhookEvent } from '../shared/core';
import { type TriggerSettings } from './settings';

/** `remark` says, for the log, what is not as the filters expect it. */
export type Verdict = { isWanted: boolean; remark?: string };

/**
 * Whether an event is one of those that the node is set to. What a filter cannot read never goes by in silence: an
 * event of an unknown campaign is let through, but a bounce of an unclear type is not taken for a hard one, as nothing
 * that is done for hard bounces can be undone.
 */
export function judge(event: WebhookEvent, { events, campaignIds, bounceType }: TriggerSettings): Verdict {
  if (!events.includes(event.event))
    return { isWanted: false, remark: `the node is not set to ${event.event}` };
  if ('bounceType' in event && bounceType !== undefined && event.bounceType !== bounceType)
    return { isWanted: false, remark: unclearType(event.unclearBounceType) };
  if (campaignIds.length === 0 || (event.campaignId !== undefined && campaignIds.includes(event.campaignId)))
    return { isWanted: true };
  if (event.campaignId !== undefined) return { isWanted: false };
  return { isWanted: true, remark: 'it does not say which campaign it belongs to' };
}

function unclearType(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  return written === ''
    ? 'it does not say whether it is a hard bounce'
    : `its bounce type "${written}" is neither hard nor soft`;
}
