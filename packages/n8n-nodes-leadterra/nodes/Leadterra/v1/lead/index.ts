import { type Resource } from '../operation';
import { enroll } from './enroll.operation';

export const lead: Resource = {
  option: { name: 'Lead', value: 'lead' },
  operations: [enroll],
};
