import type { Answers } from '../../engine/guidance.ts';
import { dateFacts, unknown } from '../../vocabulary.ts';
import { isoDay } from '../read/iso-day.ts';
import type { GivenDays } from './clock-plan.ts';

/** The days of answers by number, in the order of the vocabulary; 0 where none was given. */
export function givenDays(answers: Answers): GivenDays {
  return dateFacts.map((fact) => isoDay(answers[fact] ?? unknown));
}
