import { type Part } from '../part.ts';
import { shrink } from '../shrink.ts';
import { violationsOf } from './checks/index.ts';
import { generate } from './generate.ts';
import { play } from './play.ts';
import { smallerHistories } from './smaller.ts';
import { inWords } from './words.ts';

export const enrollmentPart: Part = {
  name: 'enrollment',
  violations: async (subject, seed) => violationsOf(await play(subject, generate(seed))),
  explain: async (subject, seed, check) => {
    const fails = async (history: ReturnType<typeof generate>) =>
      violationsOf(await play(subject, history)).some((violation) => violation.check === check);
    return inWords(await play(subject, await shrink(generate(seed), smallerHistories, fails)));
  },
};
