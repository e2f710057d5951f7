import { dayNumber } from '../../calendar.ts';
import type { Answers } from '../../engine/guidance.ts';
import { dateFacts } from '../../vocabulary.ts';
import type { GivenDays } from './clock-plan.ts';

const numbers = new Map<string, number>();

/** The days of answers by number, in the order of the vocabulary. */
export function givenDays(answers: Answers): GivenDays {
  return dateFacts.map((fact) => {
    const date = answers[fact];
    if (date === undefined || date === 'unknown') return 0;
    const known = numbers.get(date) ?? dayNumber(date);
    numbers.set(date, known);
    return known;
  });
}
