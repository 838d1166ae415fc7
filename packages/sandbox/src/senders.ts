import { type SenderAccount, type SenderPool } from './domain';

/** The workspace's sending identities. They are the same in every sandbox: the API can only read them. */
export const senderAccounts: SenderAccount[] = [
  { id: 'sa_7QK2M9D41', email: 'robin@outbound.example.com', name: 'Robin Vale', status: 'active' },
  { id: 'sa_7QK2M9D42', email: 'kim@outbound.example.com', name: 'Kim Marsh', status: 'active' },
  { id: 'sa_7QK2M9D43', email: 'toni@outreach.example.org', name: 'Toni Brook', status: 'paused' },
  { id: 'sa_7QK2M9D44', email: 'alex@outreach.example.org', name: 'Alex Heath', status: 'warming' },
];

const pools = [
  {
    id: 'pool_5RT8W3N1',
    name: 'Primary outbound',
    dailyCapacity: 2000,
    senderAccountIds: ['sa_7QK2M9D41', 'sa_7QK2M9D42'],
  },
  {
    id: 'pool_5RT8W3N2',
    name: 'New senders',
    dailyCapacity: 100,
    senderAccountIds: ['sa_7QK2M9D43', 'sa_7QK2M9D44'],
  },
];

/** The pools, with what the first of them has left after `sentToday` messages. Capacity is told, never enforced. */
export function senderPools(sentToday: number): SenderPool[] {
  return pools.map((pool, index) => ({
    ...pool,
    remainingVolume: Math.max(0, pool.dailyCapacity - (index === 0 ? sentToday : 0)),
  }));
}
