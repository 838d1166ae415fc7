import { type Resource } from '../operation';
import { enroll } from './enroll.operation';
import { preview } from './preview.operation';

export const lead: Resource = {
  option: { name: 'Lead', value: 'lead' },
  operations: [enroll, preview],
};
