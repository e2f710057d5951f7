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

export const languages = ['en', 'es'] as const;
export const answerFormats = ['text', 'json', 'markdown', 'html', 'ics', 'csv'] as const;
export type AnswerFormat = (typeof answerFormats)[number];

/** `notice-date` for `noticeDate`: the spelling of flags and columns. */
export function kebabCase(fact: string): string {
  return fact.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`);
}
