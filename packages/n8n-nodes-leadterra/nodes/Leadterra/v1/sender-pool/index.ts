import { type Resource } from '../operation';
import { getMany } from './getMany.operation';

export const senderPool: Resource = {
  option: { name: 'Sender Pool', value: 'senderPool' },
  operations: [getMany],
};
