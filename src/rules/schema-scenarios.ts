import * as z from 'zod';
import * as words from '../vocabulary.ts';
import { Cite, IsoDate, Key, NonEmpty, Prose, reference } from './schema-parts.ts';

const Status = z.partialRecord(z.enum(words.deadlineIds), z.enum(words.deadlineStatuses));
const Dates = z.partialRecord(z.enum(words.deadlineIds), IsoDate.nullable());

const Scenario = z.strictObject({
  id: Key,
  why: Prose.describe('Why the answer is so, in one sentence that a practitioner can sign.'),
  source: Cite,
  answers: z
    .partialRecord(z.enum(words.factNames.map(words.kebabCase) as [string, ...string[]]), z.string())
    .describe('Facts as flags of check: kebab-case names.'),
  today: IsoDate,
  expect: z
    .strictObject({
      programs: z.partialRecord(z.enum(words.programs), z.enum(words.programStatuses)).optional(),
      form9423: z.enum(words.form9423Needs).optional(),
      request: z.enum(words.requestForms).nullable().optional(),
      managerConference: z.enum(words.conferenceNeeds).nullable().optional(),
      deadlines: Dates.optional().describe('Last days; null: shown, and its day is not known.'),
      absent: z.array(z.enum(words.deadlineIds)).optional().describe('Deadlines that must not be shown.'),
      unrolled: Dates.optional(),
      rightEnds: Dates.optional().describe('The day that decides the right, where it is later; null where it is not.'),
      aimFor: Dates.optional(),
      status: Status.optional(),
      missing: z.array(z.enum(words.missingFacts)).optional().describe('Exactly these, in any order.'),
      representation: z
        .strictObject({ mayRepresent: z.enum(words.mayRepresent), form2848: z.enum(words.form2848Needs) })
        .partial()
        .optional(),
      warnings: z.array(Key).optional().describe('Ids that must be among the warnings.'),
      steps: z.array(Key).optional().describe('Ids that must be among the steps.'),
      help: z.array(Key).optional().describe('Ids that must be among the places to ask.'),
      without: z
        .strictObject({ steps: z.array(Key), warnings: z.array(Key), help: z.array(Key) })
        .partial()
        .optional()
        .describe('Ids that must not be among the steps, the warnings and the places to ask.'),
      checks: z.array(NonEmpty).optional().describe('Exactly these checks of Form 2848, in this order.'),
      said: z
        .array(Key)
        .optional()
        .describe('Keys of sentences that must be said, such as the one of the row that decides: cdp.levy-open.'),
      firmness: z.partialRecord(z.enum(words.deadlineIds), z.enum(words.firmnesses)).optional(),
      program: z
        .partialRecord(z.enum(words.deadlineIds), z.enum(words.deadlinePrograms))
        .optional()
        .describe('The program to which each deadline belongs.'),
      says: z
        .record(z.string(), z.array(NonEmpty).nonempty())
        .optional()
        .describe(
          'For a sentence by its key (outside text/ file and path: notices/l3174.json: text.en.trap) the dates and counts that it names, in order, each as "cdp-request/levy = 30 days".',
        ),
      exitCode: z.literal([0, 3]).optional(),
    })
    .refine((expect) => Object.keys(expect).length > 0, { error: 'write what must come out' })
    .describe('What must come out; what is not named is not asserted.'),
});
export type Scenario = z.infer<typeof Scenario>;

export const Scenarios = z
  .strictObject({ $schema: reference, scenarios: z.array(Scenario) })
  .describe('Worked cases: the contract between the rules and the law. They travel with the rules and are tests.');
