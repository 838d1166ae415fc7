import { type Resource } from '../operation';
import { getMany } from './getMany.operation';

export const senderAccount: Resource = {
  option: { name: 'Sender Account', value: 'senderAccount' },
  operations: [getMany],
};
