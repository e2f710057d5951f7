import * as z from 'zod';
import { IsoDate, Key, NonEmpty, reference } from './schema-parts.ts';

const month = '(0[1-9]|1[0-2])';
const dayOfMonth = '(0[1-9]|[12]\\d|3[01])';
const MonthOrDay = z
  .string()
  .regex(new RegExp(`^\\d{4}-${month}(-${dayOfMonth})?$`), 'write a day or a month, such as 2026-11-22 or 2026-11');
const YearMonthOrDay = z
  .string()
  .regex(
    new RegExp(`^\\d{4}(-${month}(-${dayOfMonth})?)?$`),
    'write a day, a month or a year, such as 2026-11-22, 2026-11 or 2026',
  );

export const Sources = z
  .strictObject({
    $schema: reference,
    sources: z.record(
      Key,
      z.strictObject({
        title: NonEmpty,
        publisher: NonEmpty,
        secondary: z.boolean().optional().describe('true: somebody who tells what the law or the IRS says.'),
        url: z.url({ protocol: /^https?$/ }).nullable(),
        revised: YearMonthOrDay.nullable().describe('Date of the edition that was read.'),
        retrieved: MonthOrDay.describe('When it was read: YYYY-MM or YYYY-MM-DD.'),
        expires: IsoDate.optional().describe(
          'Interim guidance: from this day on, every answer that rests on it says so.',
        ),
        reviewBy: IsoDate.optional().describe('From the day after, rules check asks for it to be read again.'),
        note: z.string().optional().describe('Limits: read in a copy, only quoted, a newer version exists.'),
      }),
    ),
  })
  .describe('Every source a rule may cite, by id.');
