import * as z from 'zod';
import { capGrounds, cdpGrounds, cdpKinds, hearingGrounds, petitionGrounds, printedDays } from '../situation-words.ts';
import { actions, closedFacts, confidences } from '../vocabulary.ts';
import { Cite, Key, localized, NonEmpty, Prose, period, reference } from './schema-parts.ts';
import { Term } from './schema-terms.ts';

const PrintedDay = z
  .enum(printedDays)
  .describe('What a day that the letter prints is for; absent: to pay with a bill, else to reply.');

const Wording = z.strictObject({
  title: NonEmpty.describe('The heading of the letter, or what it is where the heading is not established.'),
  what: Prose.describe('What this letter is, in one or two plain sentences. Shown first.'),
  offers: Prose.optional().describe('The hearing that it offers; said as long as that may be open.'),
  trap: Prose.optional().describe('The mistake people make with this letter.'),
  instead: Prose.optional().describe('Where to go when no program fits, or what opens one.'),
  cap: Prose.optional().describe('What is special about CAP for this letter.'),
  cdp: Prose.optional().describe('What is special about CDP for this letter.'),
  equivalentHearing: Prose.optional().describe('What is special about the Equivalent Hearing for this letter.'),
  deadline: z
    .strictObject({ label: NonEmpty, ifMissed: Prose, onTime: Prose.optional() })
    .optional()
    .describe('The words for the deadline of its own.'),
});

export const NoticeFile = z
  .strictObject({
    $schema: reference,
    id: z
      .string()
      .regex(/^[a-z0-9-]+$/, 'write the name of the file: small letters, digits and hyphens')
      .describe('Same as the file name.'),
    ...period,
    label: NonEmpty.describe('How the answer names it: CP504, Letter 3172.'),
    names: z.array(NonEmpty).describe('Every spelling people type; case, spaces, hyphens and brackets do not matter.'),
    headings: z
      .array(NonEmpty)
      .optional()
      .describe('Headings as they are printed, of this and earlier editions; they find the letter.'),
    words: z
      .array(NonEmpty)
      .optional()
      .describe('What people call it or what has happened to them; they find the letter.'),
    namesUnconfirmed: z.array(NonEmpty).optional().describe('Spellings that only bring suggestions.'),
    inTasList: z.boolean().describe('In the list of CAP letters of the Taxpayer Advocate Service.'),
    audience: z.enum(['individual', 'business', 'both', 'third-party', 'both-and-third-party', 'unknown']),
    sentBy: NonEmpty.describe('Which part of the IRS sends it.'),
    revenueOfficerOnly: z.boolean().optional().describe('true: only revenue officers send it.'),
    advisory: z.literal(true).optional().describe('true: Advisory sends it; a request in writing is the safe way.'),
    action: z.enum(actions).describe('What the letter says the IRS did or plans, in the words of the vocabulary.'),
    actionDetail: Key.describe('The finer name of the action.'),
    refusal: z.enum(actions).optional().describe('With cap.ground if-refused: the action if it is a refusal.'),
    cap: z.strictObject({ ground: z.enum(capGrounds), cite: Cite }),
    cdp: z.strictObject({ ground: z.enum(cdpGrounds), kind: z.enum(cdpKinds).optional(), cite: Cite }),
    equivalentHearing: z.strictObject({ ground: z.enum(hearingGrounds), cite: Cite }),
    levyOn: z
      .enum(closedFacts.levyOn)
      .optional()
      .describe('A levy form: who it is made for. Another payer given as a fact wins, but for wages against bank.'),
    ownDeadline: z
      .strictObject({
        id: z.enum(['other-appeal', 'other-reply']),
        terms: z.array(Term).nonempty().describe('At most one of them fits any situation.'),
      })
      .optional()
      .describe('An appeal or an answer outside the three programs, with its terms.'),
    printedDay: PrintedDay.optional(),
    taxCourtPetition: z.enum(petitionGrounds).optional().describe('Which Tax Court clock this letter starts.'),
    statute: z.array(NonEmpty),
    confidence: z.enum(confidences),
    unconfirmed: z.array(NonEmpty).optional().describe('What is not confirmed; the answer says so.'),
    conflicts: z.array(NonEmpty).optional().describe('Where the sources disagree.'),
    cite: Cite,
    text: localized(Wording),
  })
  .describe('One IRS notice or letter: what it is and what it opens.');

/** What follows "this one is": part of a sentence, on one line and without a full stop. */
const Phrase = z
  .string()
  .max(200)
  .regex(/^[^\r\n]*[^\s.]$/, 'write one line without a full stop; it follows "this one is"');

export const OtherLetters = z
  .strictObject({
    $schema: reference,
    letters: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9-]+$/, 'write small letters, digits and hyphens'),
          label: NonEmpty.describe('How the answer names it: CP75, Letter 105C.'),
          names: z.array(NonEmpty).nonempty().describe('Every spelling people type, as in a notice file.'),
          whose: z
            .enum(['outside', 'collection'])
            .describe(
              'outside: not about collection; collection: it threatens or takes something, and no more is known.',
            ),
          what: localized(Phrase).describe('What it is, as words that follow "this one is".'),
          ask: localized(Prose).describe('Whose appeal right it may carry, or whom to ask.'),
          printedDay: PrintedDay.optional(),
          confirmed: z.boolean().describe('false: what it is was not found in a text of the IRS; the answer says so.'),
          cite: Cite,
        }),
      )
      .describe('The letters, in order of their numbers.'),
  })
  .describe(
    'The second catalogue: letters that this guide is not about, so that nobody takes them for one that it is about.',
  );
