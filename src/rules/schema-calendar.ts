import * as z from 'zod';
import { Cite, IsoDate, Key, localized, NonEmpty, Prose, reference } from './schema-parts.ts';

const Title = z.object({ $schema: reference });

const NthWeekday = z.strictObject({
  month: z.int().min(1).max(12),
  weekday: z.int().min(0).max(6).describe('0 is Sunday.'),
  nth: z.literal([1, 2, 3, 4, -1]).describe('-1 is the last one.'),
});
const FixedDay = z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) });
export const LegalHolidays = z
  .strictObject({
    ...Title.shape,
    firstYear: z.int(),
    lastYear: z.int().describe('Years outside are an error, not a guess.'),
    examples: z
      .array(
        z.strictObject({
          year: z.int(),
          days: z.array(z.string().regex(/^\d{2}-\d{2}$/, 'write a day as MM-DD')),
          cite: Cite,
        }),
      )
      .describe('All holidays of some years as they are kept; the rules below must give exactly these.'),
    notes: z
      .array(z.strictObject({ id: Key, text: localized(Prose), cite: Cite }))
      .describe('What the holidays do to a count, said under the list of a year.'),
    holidays: z.array(
      z.strictObject({
        id: Key,
        name: localized(NonEmpty),
        rule: z.union([NthWeekday, FixedDay], { error: 'write either month and day, or month, weekday and nth' }),
        from: z.int().optional().describe('First year.'),
        everyFourYearsFrom: z.int().optional(),
        observed: z.enum(['nearest-weekday', 'sunday-to-monday', 'as-is']),
        federal: z.boolean().describe('true: also skipped in business-day counts. false: D.C. only, roll only.'),
        cite: Cite,
      }),
    ),
  })
  .describe('Legal holidays in the District of Columbia (IRC 7503), as dated rules.');

export const SpecialDays = z
  .strictObject({
    ...Title.shape,
    days: z.array(
      z
        .strictObject({
          id: Key,
          kind: z
            .enum(['postponed', 'closed'])
            .describe('postponed: a last day moves for some people. closed: none moves.'),
          first: IsoDate.describe('First of the days.'),
          last: IsoDate.describe('Last of the days.'),
          until: IsoDate.optional().describe('postponed: the day to which a last day among these days moves.'),
          text: localized(Prose).describe(
            'Whom it concerns, and what to do. Said where a day of the answer is among them.',
          ),
          cite: Cite,
        })
        .refine(({ kind, until }) => (kind === 'postponed') === (until !== undefined), {
          error: 'write "until" where days are postponed, and only there',
        }),
    ),
  })
  .describe('Postponements after a disaster and closed offices. They move no count; the answer tells of them.');
