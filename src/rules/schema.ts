import * as z from 'zod';
import * as situation from '../situation-words.ts';
import * as words from '../vocabulary.ts';
import { LegalHolidays, SpecialDays } from './schema-calendar.ts';
import { Columns } from './schema-columns.ts';
import { NoticeFile, OtherLetters } from './schema-notice.ts';
import { Cite, IsoDate, Key, localized, NonEmpty, period, reference } from './schema-parts.ts';
import { Scenarios } from './schema-scenarios.ts';
import { Sources } from './schema-sources.ts';
import { Aim, Count, Printed, Term, When, whenStartMissing } from './schema-terms.ts';
import { Compare, Form2848, Phone, Questions, Text } from './schema-words.ts';

export type { When } from './schema-terms.ts';

const Title = z.object({ $schema: reference });

const Version = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/, 'write three numbers with dots, such as 1.2.0')
  .describe('Version of the rules; goes up with every change of meaning.');
const freshness = {
  version: Version,
  reviewedOn: IsoDate.describe('Day of the last full review against the sources.'),
  reviewBy: IsoDate.describe('After this day every answer says that a review is due.'),
};

export const Manifest = z
  .strictObject({
    ...Title.shape,
    ...freshness,
    effectiveFrom: IsoDate.describe('First day for which these rules were written.'),
    overlay: z.literal(false).optional().describe('false or absent: these are whole rules.'),
    overlays: z
      .array(z.strictObject({ name: NonEmpty, ...freshness }))
      .optional()
      .describe('Written by the program: what was laid over these rules.'),
  })
  .describe('What this rules directory is and how fresh it is.');

/** The manifest of a directory that lies over others. */
export const OverlayManifest = z
  .strictObject({
    ...Title.shape,
    ...freshness,
    overlay: z.literal(true).describe('true: lies over other rules instead of replacing them.'),
    name: NonEmpty.describe('How answers name it: a firm, a clinic.'),
  })
  .describe('What this overlay is and how fresh it is.');
export type OverlayManifest = z.infer<typeof OverlayManifest>;

export const DecisionTable = z
  .strictObject({
    ...Title.shape,
    title: NonEmpty.describe('The question that this table answers.'),
    inputs: z.array(z.enum(Object.keys(situation.tableInputs) as [string, ...string[]])),
    rows: z.array(
      z.strictObject({
        id: Key,
        ...period,
        when: When,
        then: z.record(z.string(), z.union([z.string(), z.null(), z.array(z.string())])),
        text: Key.optional().describe('Key of the sentence in text/en.json that says why.'),
        cite: Cite,
        inferred: z.boolean().optional().describe('true: our reading of the sources, not their words.'),
      }),
    ),
    impossible: z.array(z.strictObject({ given: When, reason: NonEmpty })).optional(),
  })
  .describe('A decision table: exactly one row fits every possible combination of its inputs.');
export type DecisionTable = z.infer<typeof DecisionTable>;
export type Row = DecisionTable['rows'][number];

const Deadline = z.strictObject({
  id: z.enum(words.deadlineIds),
  ...period,
  program: z.enum(words.deadlinePrograms),
  roll: z.boolean().describe('true: a last day on a weekend or legal holiday moves on (IRC 7503).'),
  rollUnstated: z.boolean().optional().describe('true: no source says that this term rolls.'),
  firmness: z.enum(words.firmnesses),
  aim: Aim,
  aims: z
    .array(z.strictObject({ when: When, aim: Aim }))
    .optional()
    .describe('Another safer day in some situations; the first that fits.'),
  printed: Printed.optional(),
  yieldsPrinted: z.literal(true).optional().describe('true: only where the printed day belongs to no other deadline.'),
  countsAfterConference: z.literal(true).optional().describe('true: its business days run once a manager was asked.'),
  unknownCounts: z
    .literal(true)
    .optional()
    .describe('true: a right may hang on its day, so lists warn of it while the day is not known.'),
  listAfter: z
    .enum(words.deadlineIds)
    .optional()
    .describe('While that day of the same right is ahead, it alone is the last day that lists show.'),
  whenStartMissing,
  shown: z.array(When).optional().describe('The situations in which the answer shows it; absent: all.'),
  label: Key,
  ifMissed: Key,
  onTime: Key.optional().describe('What counts as on time when a paper goes by mail.'),
  whenPassed: Key.optional().describe('Said beside the day once it has passed.'),
  otherwise: z
    .array(z.strictObject({ when: When, label: Key.optional(), ifMissed: Key.optional(), onTime: Key.optional() }))
    .optional()
    .describe('What is said instead in some situations; for each sentence the first entry that fits and has it.'),
  terms: z
    .array(Term)
    .describe('At most one fits any situation, beside that of a first notice. Empty: in the files of the letters.'),
});

export const Deadlines = z
  .strictObject({
    ...Title.shape,
    deadlines: z.array(Deadline),
    clocks: z
      .array(
        z.strictObject({
          id: z.enum(words.clockIds),
          when: When,
          from: z.enum(words.dateFacts),
          add: Count,
          cite: Cite,
        }),
      )
      .describe('Clocks that decide a table but are no deadline of their own.'),
    typedCounts: z
      .array(
        z.strictObject({
          text: NonEmpty.describe(
            'Key of the sentence; outside text/ its file and path: notices/l525.json: text.en.title',
          ),
          count: NonEmpty.describe('The number and its unit, such as 30 days.'),
          reason: NonEmpty.describe('What the number means there, and why it does not follow a deadline.'),
        }),
      )
      .optional()
      .describe('Sentences that may type a number that a deadline has too, because there it means something else.'),
  })
  .describe('Every clock: what starts it, how it is counted, what follows when it is missed.');

const Statement = z.strictObject({
  id: Key,
  ...period,
  retired: NonEmpty.optional().describe('Beside "to": why nothing takes its place on the next day.'),
  when: z.array(When).nonempty(),
  text: Key,
  otherwise: z
    .array(z.strictObject({ when: When, text: Key }))
    .optional()
    .describe('What is said instead in some situations; the first that fits.'),
  cite: Cite,
});
export const Steps = z
  .strictObject({
    ...Title.shape,
    steps: z.array(
      Statement.extend({
        deadline: z.enum(words.deadlineIds).optional(),
        asksFor: z
          .enum(words.programs)
          .optional()
          .describe('The step says how to ask for this; wherever that is available, such a step has to be said.'),
        first: z.literal(true).optional().describe('true: stands before every other step, those with a day too.'),
        onlyWithDate: z.boolean().optional().describe('true: said only where its deadline is shown with a date.'),
        onlyWithoutDate: z.boolean().optional().describe('true: said only where its deadline has no date.'),
      }),
    ),
  })
  .describe('What to do, in order: every step whose `when` fits is shown.');
export const Warnings = z.strictObject({ ...Title.shape, warnings: z.array(Statement) }).describe('Warnings and when.');
export const Help = z.strictObject({ ...Title.shape, help: z.array(Statement) }).describe('Places to ask, and when.');
export const Conditions = z
  .strictObject({
    ...Title.shape,
    conditions: z.array(
      z.strictObject({
        fact: z.enum(words.ordinaryFacts),
        ...period,
        programs: z.array(z.enum(words.programs)).nonempty(),
        when: z.array(When).nonempty(),
        text: Key,
      }),
    ),
  })
  .describe('The "if ..." that is said when an ordinary case was answered without being asked.');

export const Actions = z
  .strictObject({
    ...Title.shape,
    actions: z.record(
      z.enum(words.actions),
      z.strictObject({
        cap: z.enum(situation.capGrounds),
        cdp: z.enum(situation.cdpGrounds),
        equivalentHearing: z.enum(situation.hearingGrounds),
        kind: z.enum(situation.cdpKinds).optional().describe('Which CDP notice comes with it.'),
        title: localized(NonEmpty),
        cite: Cite,
      }),
    ),
  })
  .describe('What an action means for each program when the notice is not known.');

/** Every file of a rules directory with its shape; `notices` and `decisions` hold one file an entry. */
export const ruleFiles = {
  manifest: Manifest,
  sources: Sources,
  actions: Actions,
  deadlines: Deadlines,
  steps: Steps,
  warnings: Warnings,
  help: Help,
  conditions: Conditions,
  phone: Phone,
  compare: Compare,
  questions: Questions,
  'other-letters': OtherLetters,
  columns: Columns,
  'forms/form-2848': Form2848,
  'calendar/legal-holidays': LegalHolidays,
  'calendar/special-days': SpecialDays,
} as const;

export const ruleFolders = {
  notices: NoticeFile,
  decisions: DecisionTable,
  'text/en': Text,
  scenarios: Scenarios,
} as const;
export type Notice = z.infer<typeof NoticeFile>;
