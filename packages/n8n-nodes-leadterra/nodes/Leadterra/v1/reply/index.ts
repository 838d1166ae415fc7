import { type Resource } from '../operation';
import { getMany } from './getMany.operation';

export const reply: Resource = {
  option: { name: 'Reply', value: 'reply' },
  operations: [getMany],
};
