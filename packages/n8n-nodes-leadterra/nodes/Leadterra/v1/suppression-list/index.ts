import { type Resource } from '../operation';
import { add } from './add.operation';

export const suppressionList: Resource = {
  option: { name: 'Suppression List', value: 'suppressionList' },
  operations: [add],
};
