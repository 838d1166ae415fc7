import { type Resource } from '../operation';
import { checkCapacity } from './checkCapacity.operation';
import { create } from './create.operation';
import { getStatistics } from './getStatistics.operation';
import { pause } from './pause.operation';
import { pauseIfBounceRateIsHigh } from './pauseIfBounceRateIsHigh.operation';
import { start } from './start.operation';

export const campaign: Resource = {
  option: { name: 'Campaign', value: 'campaign' },
  operations: [create, checkCapacity, start, pause, pauseIfBounceRateIsHigh, getStatistics],
};
