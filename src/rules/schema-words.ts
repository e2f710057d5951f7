import * as z from 'zod';
import * as words from '../vocabulary.ts';
import { Cite, Key, localized, Prose, period, reference } from './schema-parts.ts';

export const Phone = z
  .strictObject({
    $schema: reference,
    numbers: z.record(
      Key,
      z.strictObject({
        number: z.string().regex(/^\d{3}-\d{3}-\d{4}$/, 'write a telephone number as 800-555-0100'),
        text: Key,
        cite: Cite,
      }),
    ),
    appeals: z.strictObject({
      useFor: z.array(Key),
      notFor: z.array(Key),
      haveReady: z.array(Key),
      facts: z.array(Key).describe('How the line works, for the command phone.'),
      cite: Cite,
    }),
    whichCall: z.array(z.strictObject({ id: Key, text: Key, cite: Cite })),
  })
  .describe('Telephone numbers and what each is for. A number stands here and nowhere else.');

export const Compare = z
  .strictObject({
    $schema: reference,
    aspects: z.array(z.strictObject({ id: Key, label: Key, cap: Key, cdp: Key, equivalentHearing: Key, cite: Cite })),
  })
  .describe('CAP, CDP and Equivalent Hearing side by side.');

const Option = z.strictObject({ value: z.string(), label: localized(Prose), hint: localized(Prose).optional() });
export const Questions = z
  .strictObject({
    $schema: reference,
    questions: z.array(
      z.strictObject({
        fact: z.enum(words.factNames as [string, ...string[]]),
        ask: z.enum(['always', 'detail']).describe('detail: offered at the review only.'),
        text: localized(Prose),
        why: localized(Prose),
        where: localized(Prose).optional().describe('Where to find the answer on the letter.'),
        options: z.array(Option).optional().describe('Closed facts: one option for each value, `unknown` included.'),
        cite: Cite,
      }),
    ),
  })
  .describe('The questions of the wizard, in the order in which they are asked.');

export const Form2848 = z
  .strictObject({
    $schema: reference,
    checks: z.array(
      z.strictObject({
        id: z.string().regex(/^P\d{2}$/, 'write P and two digits, such as P01'),
        text: localized(Prose),
        cite: Cite,
      }),
    ),
  })
  .describe('What a Form 2848 must hold.');

const SentenceVersions = z
  .array(z.strictObject({ ...period, text: Prose }))
  .nonempty()
  .describe('A sentence that reads differently on different days.');
export type SentenceVersions = z.infer<typeof SentenceVersions>;
const Sentence = z.union([Prose, SentenceVersions], {
  error: 'write a sentence of 2 to 900 characters, or a list of versions with from, to and text',
});
export type Sentence = z.infer<typeof Sentence>;

export const Text = z
  .strictObject({
    $schema: reference,
    statements: z
      .record(Key, Sentence)
      .optional()
      .describe('Sentences of law and guidance; their users cite the source.'),
    labels: z
      .record(Key, z.string().min(1).max(400))
      .optional()
      .describe('Headings, names, short words of the screen.'),
    counting: z.record(Key, Prose).optional().describe('Pieces of the sentence that shows how a date was counted.'),
  })
  .describe('Wording that is not about one notice only. The files of a language are read together.');
export type Text = z.infer<typeof Text>;
