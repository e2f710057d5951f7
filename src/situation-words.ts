import {
  closedFacts,
  confidences,
  form2848Needs,
  form9423Needs,
  mayRepresent,
  programStatuses,
  unknown,
  yesNo,
} from './vocabulary.ts';

/**
 * The words on which tables decide: what a letter opens, and what the engine works out of facts and clocks. Words that
 * people give as facts stand in vocabulary.ts.
 */

/** How a printed day and a counted one come together; see rules/README.md. */
export const printedPolicies = ['earliest', 'printed-first', 'petition', 'lien', 'ignored'] as const;
export type PrintedPolicy = (typeof printedPolicies)[number];

/** What a notice (or, without one, an action) means for each program before any date is looked at. */
export const capGrounds = [
  'open',
  'if-refused',
  'not-yet',
  'none',
  'outside',
  'not-established',
  'unlisted-collection',
  'not-given',
] as const;
export const cdpGrounds = [
  'levy-before',
  'levy-after',
  'lien',
  'given-before',
  'decided',
  'in-progress',
  'rescinded',
  'follows',
  'comes-later',
  'no-own-right',
  'none',
  'outside',
  'not-established',
  'unlisted-collection',
  'covering-letter',
  'which-letter',
  'which-matter',
  'not-given',
] as const;
export const hearingGrounds = [
  'own',
  'follows',
  'after-earlier',
  'ended',
  'none',
  'outside',
  'not-established',
  'unlisted-collection',
  'covering-letter',
  'which-letter',
  'which-matter',
  'not-given',
] as const;
/** Letters that start the time for a petition to the Tax Court. */
export const petitionGrounds = ['determination', 'deficiency'] as const;
/** What the day that a letter prints is for, where no appeal of this guide is open. */
export const printedDays = ['reply', 'pay', 'appeal', 'petition', 'nothing'] as const;
export const cdpKinds = ['lien', 'levy'] as const;

/**
 * Where a right's own clock stands; the late reading of the date decides ("rights end late"). `unsure`: a printed day alone
 * has passed, and it may have been a day to pay by.
 */
const clock = ['none', 'open', 'passed', 'unsure', 'unknown'] as const;

/** Facts that the engine works out before it looks at a table. */
export const derivedFacts = {
  hasNotice: yesNo,
  capGround: capGrounds,
  cdpGround: cdpGrounds,
  hearingGround: hearingGrounds,
  /** Lien or levy: whose CDP road this is; `none` where the notice has none. */
  cdpKind: [...cdpKinds, 'none'],
  /** With `capGround` `if-refused`: what a refusal would be. */
  refusal: ['none', 'installment-agreement-rejected', 'lien-certificate-denied'],
  petition: ['none', ...petitionGrounds],
  /** An appeal or an answer outside the three programs, whose term stands in the file of the letter. */
  ownDeadline: ['none', 'other-appeal', 'other-reply', 'printed-only'],
  /** What the day that the letter prints is for. */
  printedDay: printedDays,
  /** Whether it is about an installment agreement, decided or not. */
  installmentMatter: yesNo,
  cdpClock: clock,
  /** `first` waits for the CDP date to pass. */
  hearingClock: ['first', 'open', 'passed', 'unknown', 'none'],
  /**
   * The first CDP notice for this tax and period: `denied`, none has come, by the taxpayer; `undated`, it came on an unknown
   * day; `running` and `over`, where its days stand; `heard`, a hearing on it was held. `none`: nothing was said of one, or it
   * does not matter for this letter.
   */
  earlierNotice: ['none', 'denied', 'undated', 'running', 'over', 'heard'],
  petitionClock: clock,
  /** The day of the letter's own appeal or answer. */
  ownClock: clock,
  /** Sixty days after a notice that an installment agreement is to end: it gives thirty days before the end. */
  iaNoticeClock: clock,
  /** Ten business days after the manager conference. */
  tenDayClock: ['none', 'open', 'passed', 'unknown'],
  seizureClock: ['none', 'open', 'passed', 'unknown'],
  /** The days for which a bank must hold levied money. */
  bankHold: ['none', 'open', 'passed', 'unknown'],
  iaClock: clock,
  /** `before`: the agreement has not yet ended or changed. */
  iaAfterClock: ['before', 'open', 'passed', 'unknown', 'none'],
  /** The one clock that CAP hangs on; comes out of the table cap-clock. */
  capClock: ['not-started', 'running', 'over', 'unknown'],
  capStatus: programStatuses,
  cdpStatus: programStatuses,
  hearingStatus: programStatuses,
  form9423Need: form9423Needs,
  /** Whether it is a business's: by the taxpayer, or because the letter goes to businesses only. */
  businessMatter: yesNo,
  /** Whether the notice comes from revenue officers only, or from Advisory, where writing is the safe way too. */
  revenueOfficerLetter: ['yes', 'advisory', 'no'],
  /** The printed date against the computed one, where both exist. */
  printedDate: ['none', 'alone', 'earlier', 'same', 'later'],
  mailedDateState: ['none', 'later', 'earlier'],
  /** Whether a count of business days for CAP has begun and is not over. */
  capDaysRun: yesNo,
  futureDate: yesNo,
  /** Whether a roll whose rule no source states decides between open and passed or moves the date shown. */
  unstatedRoll: yesNo,
  /** The action given differs from that of the notice. */
  actionDiffers: yesNo,
  confidence: [...confidences, 'no-notice'],
  /** The answer is asked for after the date by which the rules were to be reviewed again. */
  rulesOverdue: yesNo,
  mayRepresent,
  form2848Need: form2848Needs,
} as const;
export type DerivedFact = keyof typeof derivedFacts;

/** All inputs a table may name, with the whole domain of each; closed facts also take `unknown`. */
export const tableInputs: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(closedFacts).map(([fact, values]) => [fact, [...values, unknown]])),
  ...derivedFacts,
};

/** Kinds of places that a deadline fills; the engine says each. */
export const dayKinds = [
  'date',
  'and-aim',
  'safer-day',
  'start',
  'counted',
  'printed',
  'letter-day',
  'next-day',
] as const;
