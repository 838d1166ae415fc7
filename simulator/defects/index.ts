import { type Defect } from './defect.ts';

/** Each is found by the simulator; defects.test.ts shows it. */
export const defects: Defect[] = [];
