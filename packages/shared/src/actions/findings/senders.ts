import { type CallOptions } from '../../api/caller';
import { type LeadterraClient } from '../../api/client';
import { type SenderAccount, type SenderPool } from '../../api/schemas/sender';
import { type Finding, named, share } from './finding';

/** What is to be known of those who send, and of how much they can. */
export async function senderFindings(
  client: LeadterraClient,
  leads: number | undefined,
  options: CallOptions | undefined,
): Promise<Finding[]> {
  const accounts = await client.listSenderAccounts(options);
  const pools = await client.listSenderPools(options);
  return [...accountFindings(accounts), ...capacityFindings(pools, leads)];
}

function accountFindings(accounts: SenderAccount[]): Finding[] {
  const idle = accounts.filter(({ canSend }) => !canSend);
  if (idle.length === accounts.length) {
    const what = accounts.length === 0 ? 'There is no sender account.' : 'No sender account is active.';
    return [{ severity: 'serious', what, advice: 'Connect or resume one in Leadterra.' }];
  }
  if (idle.length === 0) return [];
  const names = idle.map(
    ({ id, email, status }) => `${email ?? id} is ${status ?? 'not known to be active'}`,
  );
  return [
    {
      severity: 'warning',
      what: `${share(idle.length, accounts.length, 'sender accounts')} not sending: ${named(names)}.`,
      advice: 'Wait until they are active, or go on with the others.',
    },
  ];
}

function capacityFindings(pools: SenderPool[], leads: number | undefined): Finding[] {
  if (pools.length === 0)
    return [{ severity: 'serious', what: 'There is no sender pool.', advice: 'Make one in Leadterra.' }];
  const daily = sumOf(pools, ({ dailyCapacity }) => dailyCapacity);
  const left = sumOf(pools, ({ remainingVolume }) => remainingVolume);
  if (daily === 0)
    return [
      {
        severity: 'serious',
        what: 'The sender pools have no capacity.',
        advice: 'Add sender accounts to them.',
      },
    ];
  if (left === undefined)
    return [
      {
        severity: 'note',
        what: 'Leadterra does not tell what every pool can still send.',
        advice: 'Look there.',
      },
    ];
  if (leads === undefined || leads <= left) return [];
  const days =
    daily === undefined
      ? ''
      : ` At ${daily} a day, all have it after ${1 + Math.ceil((leads - left) / daily)} days.`;
  return [
    {
      severity: 'warning',
      what: `The sender pools can send ${left} more emails today, and the campaign has ${leads} leads.${days}`,
      advice: 'Start in the knowledge of that, or add sender accounts.',
    },
  ];
}

/** A pool that does not tell makes the sum unknown, not smaller. */
function sumOf(pools: SenderPool[], valueOf: (pool: SenderPool) => number | undefined): number | undefined {
  return pools.reduce<number | undefined>((sum, pool) => {
    const value = valueOf(pool);
    return sum === undefined || value === undefined ? undefined : sum + value;
  }, 0);
}
