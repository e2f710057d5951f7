import * as z from 'zod';
import type { CalendarDate } from '../calendar.ts';
import * as situation from '../situation-words.ts';
import * as words from '../vocabulary.ts';

/*
 * The shape of an answer, for others to check against; src/engine/guidance.ts is the same as a type, and a test holds
 * them equal. Objects may have more keys: a field that is added later breaks nobody.
 */

/** A day on the wall calendar; the brand is the type's alone. */
const Day = z.iso.date().describe('A day, YYYY-MM-DD.') as unknown as z.ZodType<CalendarDate>;
const SourceIds = z.array(z.string()).describe('Ids of `sources` that say this.');
const cite = { cite: SourceIds };
const StatementShape = z.object({ id: z.string(), text: z.string(), ...cite });

const dateFact = z
  .union([Day, z.literal(words.unknown)])
  .optional()
  .describe('A day; absent where it is not known.');

const closedFactShapes = Object.fromEntries(
  Object.entries(words.closedFacts).map(([fact, values]) => [fact, z.enum([...values, words.unknown]).optional()]),
) as unknown as {
  [F in words.ClosedFact]: z.ZodOptional<z.ZodType<(typeof words.closedFacts)[F][number] | 'unknown'>>;
};

const dateFactShapes = Object.fromEntries(words.dateFacts.map((fact) => [fact, dateFact])) as unknown as {
  [F in words.DateFact]: typeof dateFact;
};

export const FactsShape = z
  .object({
    notice: z.string().optional().describe('Id of the letter.'),
    ...closedFactShapes,
    ...dateFactShapes,
  })
  .describe('The facts as understood; a fact that is not known is left out.');

const program = {
  status: z
    .enum(words.programStatuses)
    .describe('`later`: opens later. `used`: an earlier letter or hearing gave it. `unknown`: a fact is missing.'),
  why: z.string().describe('What decided it, with every "if ..." that it rests on.'),
  inferred: z.literal(true).exactOptional().describe('true: our reading of the sources, not their words.'),
  ...cite,
};

export const ProgramsShape = z.object({
  cap: z
    .object({
      ...program,
      request: z.enum(words.requestForms).nullable().describe('How to ask.'),
      managerConference: z.enum(words.conferenceNeeds).nullable(),
    })
    .describe('Collection Appeals Program.'),
  cdp: z
    .object({ ...program, kind: z.enum(situation.cdpKinds).nullable() })
    .describe('Collection Due Process hearing.'),
  equivalentHearing: z.object(program).describe('Equivalent Hearing.'),
});

export const DeadlineShape = z.object({
  id: z.enum(words.deadlineIds),
  program: z.enum(words.deadlinePrograms),
  label: z.string(),
  date: Day.nullable().describe('The day to show: the last day, or an earlier printed one.'),
  unrolled: Day.nullable().describe('The last day before it moved off a weekend or legal holiday.'),
  aimFor: Day.nullable().describe('A safer day to aim for; null once past.'),
  rightEnds: Day.nullable().describe('The day that decides the right, where it is later and not certain.'),
  start: z
    .object({ fact: z.enum(words.dateFacts), date: Day })
    .nullable()
    .describe('The fact that starts the count, and its day.'),
  status: z.enum(words.deadlineStatuses),
  daysLeft: z.int().nullable().describe('Calendar days; 0 on the day; null when passed or unknown.'),
  listDay: Day.nullable().describe('The day by which lists go; null where none is ahead.'),
  isUnknownDay: z.boolean().describe('A right may hang on a day that is not known: it is never called passed.'),
  comesLater: z.boolean().describe('Something that is open now comes first in lists.'),
  firmness: z.enum(words.firmnesses).describe('`hard`: by statute, regulation or IRS rule. `soft`: by practice.'),
  counting: z.string().describe('How the day was counted, or how to count it.'),
  ifMissed: z.string(),
  onTime: z.string().exactOptional().describe('What keeps the date when a paper goes by mail.'),
  ...cite,
});

const eventKinds = ['today', 'start', 'aim', 'deadline', 'later'] as const;
const TimelineShape = z.object({
  events: z.array(
    z.object({
      date: Day,
      kind: z.enum(eventKinds),
      fact: z.enum(words.dateFacts).exactOptional(),
      deadline: z.enum(words.deadlineIds).exactOptional(),
    }),
  ),
  holidays: z.array(z.object({ date: Day, name: z.string(), federal: z.boolean() })),
});

const NoticeShape = z.object({
  id: z.string(),
  label: z.string(),
  title: z.string(),
  catalogue: z.literal('other').exactOptional().describe('Only for letters that this guide is not about.'),
  what: z.string(),
  trap: z.string().exactOptional(),
  instead: z.string().exactOptional(),
  confidence: z.enum(words.confidences),
  unconfirmed: z.array(z.string()),
  conflicts: z.array(z.string()),
  ...cite,
});

const OverlayShape = z.object({ name: z.string(), version: z.string(), reviewedOn: z.string() });
const RulesShape = z.object({
  version: z.string(),
  hash: z.string().describe('sha256: over every file of the rules.'),
  reviewedOn: z.string(),
  reviewBy: z.string(),
  overlays: z.array(OverlayShape).exactOptional().describe('What was laid over the rules, in order.'),
});

export const RepresentationShape = z.object({
  mayRepresent: z.enum(words.mayRepresent),
  form2848: z.enum(words.form2848Needs),
  checks: z.array(z.object({ id: z.string(), text: z.string() })).describe('What a Form 2848 must hold.'),
  why: z.string(),
  ...cite,
});

const PhoneShape = z.object({
  appeals: z.string().describe('Number of the Appeals line.'),
  useFor: z.array(z.string()),
  notFor: z.array(z.string()),
  haveReady: z.array(z.string()),
  ...cite,
});

const SourceShape = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  revised: z.string().nullable().describe('Date of the edition that was read.'),
  retrieved: z.string().describe('When it was read: YYYY-MM or YYYY-MM-DD.'),
  expired: z.string().exactOptional().describe('Interim guidance whose time is over since this day.'),
});

export const GuidanceShape = z
  .object({
    schemaVersion: z.literal(1).describe('Goes up when a field is taken away, renamed or means something else.'),
    generator: z.object({ name: z.literal('irs-appeals-guide'), version: z.string() }),
    rules: RulesShape,
    today: Day.describe('The day as of which this answers.'),
    facts: FactsShape,
    missing: z.array(z.enum(words.missingFacts)).describe('Facts without which something asked for stays unknown.'),
    notice: NoticeShape.nullable(),
    lead: z.array(StatementShape).describe('What to do and by when.'),
    programs: ProgramsShape,
    form9423: z.object({ need: z.enum(words.form9423Needs), why: z.string(), ...cite }),
    deadlines: z.array(DeadlineShape).describe('In order of date; those without a date last.'),
    timeline: TimelineShape.nullable().describe('All days of the answer; null where no two are known.'),
    steps: z.array(StatementShape.extend({ deadline: z.enum(words.deadlineIds).exactOptional() })),
    representation: RepresentationShape,
    phone: PhoneShape,
    help: z.array(StatementShape),
    warnings: z.array(StatementShape),
    sources: z.array(SourceShape).describe('Exactly the sources that are cited, by id.'),
    trace: z.array(z.string()).describe('`table/row` for every row that decided something, in order.'),
    disclaimer: z.string(),
  })
  .describe('The answer to one situation, as `check --json` prints it.');

const head = GuidanceShape.shape;

/** One line of `batch`. */
export const BatchRowShape = z
  .union([
    z
      .object({
        ...{ schemaVersion: head.schemaVersion, generator: head.generator },
        row: z.int().positive(),
        client: z.string().nullable(),
        today: head.today,
        rules: RulesShape.pick({ version: true, hash: true, overlays: true }),
        facts: FactsShape,
        missing: head.missing,
        notice: NoticeShape.pick({ id: true }).nullable(),
        programs: z.object({
          cap: ProgramsShape.shape.cap.pick({ status: true, request: true, managerConference: true }),
          cdp: ProgramsShape.shape.cdp.pick({ status: true, kind: true }),
          equivalentHearing: ProgramsShape.shape.equivalentHearing.pick({ status: true }),
        }),
        form9423: head.form9423.pick({ need: true }),
        deadlines: z.array(
          DeadlineShape.pick({
            ...{ id: true, date: true, unrolled: true, aimFor: true, status: true, daysLeft: true, firmness: true },
          }).extend({ rightEnds: Day.exactOptional().describe('The day that decides the right, where it is later.') }),
        ),
        representation: RepresentationShape.pick({ mayRepresent: true, form2848: true }),
        warnings: z.array(z.string()).describe('Ids of warnings.'),
      })
      .describe('The answer to a row, without its sentences; `--full` gives the whole object of check.'),
    z
      .object({
        schemaVersion: head.schemaVersion,
        row: z.int().positive(),
        client: z.string().nullable(),
        error: z.object({ message: z.string(), column: z.string().nullable() }),
      })
      .describe('A row that could not be read.'),
  ])
  .describe('One line that `batch` writes.');
