/**
 * Every closed word of the program, once. Flags, questions, schemas, tables and the table checker draw on this file;
 * it imports nothing, so that `--help` stays cheap. What each fact means stands in rules/questions.json.
 */

export const yesNo = ['yes', 'no'] as const;

/** What the IRS did or plans. */
export const actions = [
  'balance-due',
  'lien-proposed',
  'lien-filed',
  'levy-proposed',
  'levy-made',
  'seizure',
  'jeopardy-levy',
  'installment-agreement-rejected',
  'installment-agreement-modified',
  'installment-agreement-termination-proposed',
  'installment-agreement-terminated',
  'lien-certificate-denied',
  'levied-property-return-denied',
  'wrongful-levy-claim-denied',
  'other',
] as const;

/** The closed facts with their values. `unknown` is accepted everywhere besides and stands in `unknown`. */
export const closedFacts = {
  action: actions,
  contact: ['notice', 'phone', 'revenue-officer'],
  conference: ['not-asked', 'asked-no-call', 'held'],
  priorCdp: yesNo,
  cdpHearing: ['none', 'cdp', 'equivalent'],
  appealedBefore: yesNo,
  leviedMoney: ['held', 'paid-over'],
  levyOn: ['bank', 'wages', 'other'],
  addressedAbroad: yesNo,
  dispute: ['action', 'amount', 'both'],
  taxpayer: ['individual', 'business', 'third-party'],
  representative: [
    'self',
    'attorney',
    'cpa',
    'enrolled-agent',
    'family',
    'officer',
    'partner',
    'employee',
    'enrolled-actuary',
    'retirement-plan-agent',
    'unenrolled-preparer',
    'litc-student',
    'fiduciary',
    'other',
  ],
  taxpayerPresent: yesNo,
  form2848: ['none', 'filed'],
  hardship: yesNo,
} as const;

export const dateFacts = [
  'noticeDate',
  'mailedDate',
  'printedDeadline',
  'nftlFiledDate',
  'seizureNoticeDate',
  'conferenceRequestedDate',
  'conferenceDate',
  'effectiveDate',
  'firstCdpDate',
  'levyServedDate',
] as const;

export const unknown = 'unknown';

export type ClosedFact = keyof typeof closedFacts;
export type DateFact = (typeof dateFacts)[number];
export type Fact = 'notice' | ClosedFact | DateFact;
export type Action = (typeof actions)[number];

export const closedFactNames = Object.keys(closedFacts) as ClosedFact[];
export const factNames: readonly Fact[] = ['notice', ...closedFactNames, ...dateFacts];

/** Facts that can stand in `missing`: without them something asked for stays unknown. */
export const missingFacts = [
  'notice',
  'action',
  'contact',
  'noticeDate',
  'nftlFiledDate',
  'seizureNoticeDate',
  'conferenceDate',
  'conferenceRequestedDate',
  'effectiveDate',
  'firstCdpDate',
] as const;
export type MissingFact = (typeof missingFacts)[number];

/** Facts for which the ordinary case is answered when they are left out; the answer then says "if ...". */
export const ordinaryFacts = [
  'priorCdp',
  'cdpHearing',
  'dispute',
  'taxpayer',
  'leviedMoney',
  'levyOn',
  'addressedAbroad',
  'appealedBefore',
  'conference',
] as const;
export type OrdinaryFact = (typeof ordinaryFacts)[number];

export const programs = ['cap', 'cdp', 'equivalentHearing'] as const;
export type ProgramName = (typeof programs)[number];

export const programStatuses = ['available', 'expired', 'later', 'used', 'not-available', 'unknown'] as const;
export type ProgramStatus = (typeof programStatuses)[number];

export const form9423Needs = ['preferred', 'optional', 'not-applicable', 'unknown'] as const;
export type Form9423Need = (typeof form9423Needs)[number];
export const requestForms = ['oral-or-written', 'written'] as const;
export const conferenceNeeds = ['required', 'optional'] as const;

export const mayRepresent = ['yes', 'no', 'limited', 'not-needed', 'unknown'] as const;
export const form2848Needs = ['required', 'not-required', 'not-accepted', 'unknown'] as const;

export const deadlineIds = [
  'cdp-request',
  'equivalent-hearing-request',
  'cap-notify-collection',
  'cap-form-9423',
  'cap-no-callback',
  'cap-seizure-conference',
  'cap-late-request',
  'ia-appeal',
  'ia-appeal-after-effective',
  'jeopardy-review',
  'tax-court-petition',
  'bank-hold',
  'levied-money-claim',
  'other-appeal',
  'other-reply',
  'reply-by',
] as const;
export type DeadlineId = (typeof deadlineIds)[number];
/** Clocks that decide a table and are no deadline of their own; a sentence may name their last day. */
export const clockIds = ['iaNoticeClock'] as const;
export const deadlinePrograms = [...programs, 'other'] as const;
export const deadlineStatuses = ['open', 'today', 'passed', 'unknown'] as const;
export type DeadlineStatus = (typeof deadlineStatuses)[number];
export const firmnesses = ['hard', 'soft', 'estimated'] as const;
/** Calendar days count every day; business days skip Saturdays, Sundays and federal legal holidays. */
export const termUnits = ['calendar-day', 'business-day', 'month', 'year'] as const;

/** How sure a notice file is of itself; carried over from the research and shown where it is not `high`. */
export const confidences = ['high', 'medium', 'low', 'none'] as const;

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

export const languages = ['en', 'es'] as const;
export const answerFormats = ['text', 'json', 'markdown', 'html', 'ics', 'csv'] as const;
export type AnswerFormat = (typeof answerFormats)[number];

/** `notice-date` for `noticeDate`: the spelling of flags and columns. */
export function kebabCase(fact: string): string {
  return fact.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`);
}
