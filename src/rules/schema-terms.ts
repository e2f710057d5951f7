import * as z from 'zod';
import * as situation from '../situation-words.ts';
import * as words from '../vocabulary.ts';
import { Cite, IsoDate, Key } from './schema-parts.ts';

const inputs = Object.keys(situation.tableInputs) as [string, ...string[]];

/** Cells of a table: an absent input means any value. */
export const When = z
  .partialRecord(z.enum(inputs), z.array(z.string()).nonempty())
  .describe('Which values each input may have; an input left out may have any.');
export type When = z.infer<typeof When>;

export const Count = z
  .array(z.strictObject({ count: z.int().positive().max(400), unit: z.enum(words.termUnits) }))
  .describe('Steps of the count, in order. Empty: the date itself.');

export const Aim = z
  .enum(['five-days', 'one-business-day', 'next-business-day'])
  .describe(
    'The safer day: 5 calendar days or one business day before the last one, or the business day after the start.',
  );

export const Printed = z
  .enum(situation.printedPolicies)
  .describe(
    'A day printed on the letter belongs to this term. earliest: the earlier day is shown, the later one ends the right; printed-first: the printed day counts; petition: a later printed day is binding (IRC 6213(a)); lien: as earliest, and the date of the letter counts among them; ignored: it changes nothing.',
  );

export const whenStartMissing = z
  .enum(['ask', 'explain', 'hide'])
  .describe('Without its starting date: ask for it, only explain the count, or leave the deadline out.');

/** What a term may say otherwise than its deadline. */
const own = {
  roll: z.boolean().optional().describe('Instead of that of the deadline.'),
  aim: Aim.optional(),
  printed: Printed.optional(),
  whenStartMissing: whenStartMissing.optional(),
  unknownCounts: z.literal(false).optional().describe('false: a missing day of this term is none that lists warn of.'),
};

/** One way in which a deadline is counted. */
export const Term = z.strictObject({
  id: Key,
  when: When.describe('The situation in which this clock runs.'),
  from: z.enum(words.dateFacts).describe('The fact that starts the clock; that day is day 0.'),
  since: IsoDate.optional().describe('Only for counts that start on or after this day.'),
  until: IsoDate.optional().describe('Only for counts that start on or before this day.'),
  add: Count,
  ...own,
  ofFirstNotice: z
    .literal(true)
    .optional()
    .describe('true: the days of an earlier CDP notice; while they run they stand beside the own days of the letter.'),
  mailed: z
    .enum(['later', 'alone'])
    .optional()
    .describe('later: a postmark later than the letter starts the count; alone: also where the date is not known.'),
  estimatedWhenMailedLater: z.literal(true).optional().describe('true: a count from a later postmark is estimated.'),
  estimated: z.literal(true).optional().describe('true: the day is derived, whatever it is counted from.'),
  estimate: z
    .strictObject({ from: z.enum(words.dateFacts), add: Count })
    .optional()
    .describe('An early estimate from another day, for want of the right one.'),
  aimNoLaterThanYearFrom: z.enum(words.dateFacts).optional().describe('A safer day: one year from this fact.'),
  note: Key.optional().describe('Key of a sentence that is said after the count.'),
  cite: Cite,
});
