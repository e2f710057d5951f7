import * as z from 'zod';
import { languages } from '../vocabulary.ts';

export const reference = z.string().optional().describe('Lets an editor complete and explain this file.');
export const Key = z
  .string()
  .regex(/^[a-z0-9][a-zA-Z0-9.:-]*$/, 'write a short id of letters, digits, dots and hyphens');
export const NonEmpty = z.string().min(1).max(300);
export const Prose = z.string().min(2).max(900);
export const IsoDate = z.iso.date('write a day that exists, as YYYY-MM-DD');
/** For what holds on some days only; something with the same id may hold before or after. */
export const period = {
  from: IsoDate.optional().describe('First day on which this holds; absent: it always did.'),
  to: IsoDate.optional().describe('Last day on which this holds; absent: it holds until further notice.'),
};
export const Cite = z.array(Key).describe('Ids of sources.json that say this.');

/** The same thing in each language; English must be there. */
export function localized<T extends z.ZodType>(shape: T): z.ZodObject<{ en: T; es: z.ZodOptional<T> }> {
  const [en, es] = languages;
  return z.strictObject({ [en]: shape, [es]: shape.optional() }) as never;
}
