import type { Calendar, CalendarDate } from '../calendar.ts';
import type { Row } from '../rules/schema.ts';
import { closedFactNames, type DateFact } from '../vocabulary.ts';
import { type Clock, type ClockState, clockState, dateOf, firstNoticeState, runClocks } from './clocks.ts';
import { count } from './count.ts';
import type { Answers } from './guidance.ts';
import { letterOf } from './letter.ts';
import type { RuleSet } from './rule-set.ts';
import { lookup, matches, type Situation } from './table.ts';

type Notice = RuleSet['notices'][string];

/** Days on which something happened; one after today is a slip or needs a word. */
export const eventDates: readonly DateFact[] = [
  'noticeDate',
  'mailedDate',
  'nftlFiledDate',
  'seizureNoticeDate',
  'conferenceRequestedDate',
  'conferenceDate',
  'firstCdpDate',
  'levyServedDate',
];

export interface Reading {
  /** Fresh and still to be added to by whoever asked for it. */
  readonly situation: Record<string, string>;
  /** The row of the table cap-clock; its `clock` is already part of the situation. */
  readonly capClock: Row;
  readonly clocks: readonly Clock[];
  readonly notice: Notice | undefined;
}

/** Turns answers into the closed words that the tables decide on, and runs the clocks. */
export function readSituation(rules: RuleSet, calendar: Calendar, answers: Answers, today: CalendarDate): Reading {
  const notice = answers.notice === undefined ? undefined : letterOf(rules, answers.notice);
  const facts = baseSituation(rules, answers, notice, today);
  facts['earlierNotice'] = earlierNotice(rules, calendar, answers, facts, today);
  const clocks = runClocks(rules, calendar, answers, facts, notice);
  const situation = Object.assign(facts, clockFacts(rules, calendar, answers, facts, clocks, today));
  const capClock = lookup(rules.tables['cap-clock'], situation);
  situation['capClock'] = String(capClock.then['clock']);
  return { situation, capClock, clocks, notice };
}

/**
 * What the letter says where it is given; the action where it is not. A fresh object to which the rest of the road adds:
 * adding to a copy made by spreading costs V8 some microseconds a word, and there are thirty.
 */
function baseSituation(
  rules: RuleSet,
  answers: Answers,
  notice: Notice | undefined,
  today: CalendarDate,
): Record<string, string> {
  const given = answers.action ?? 'unknown';
  const action = notice ? actionOfNotice(notice, given) : given;
  const byAction = notice || given === 'unknown' ? undefined : rules.actions[given];
  const words: Record<string, string> = {
    hasNotice: notice ? 'yes' : 'no',
    capGround: notice?.cap.ground ?? byAction?.cap ?? 'not-given',
    cdpGround: notice?.cdp.ground ?? byAction?.cdp ?? 'not-given',
    hearingGround: notice?.equivalentHearing.ground ?? byAction?.equivalentHearing ?? 'not-given',
    cdpKind: notice?.cdp.kind ?? byAction?.kind ?? 'none',
    refusal: notice?.refusal ?? 'none',
    installmentMatter: isInstallmentMatter(action, notice) ? 'yes' : 'no',
    petition: notice?.taxCourtPetition ?? 'none',
    ownDeadline: ownDeadline(notice),
    printedDay: notice?.printedDay ?? (notice?.actionDetail.startsWith('balance-due') ? 'pay' : 'reply'),
    businessMatter: isBusinessMatter(answers, notice) ? 'yes' : 'no',
    revenueOfficerLetter: notice?.revenueOfficerOnly ? 'yes' : notice?.advisory ? 'advisory' : 'no',
    confidence: notice?.confidence ?? 'no-notice',
    actionDiffers: notice && given !== 'unknown' && given !== action ? 'yes' : 'no',
    futureDate: eventDates.some((fact) => (dateOf(answers, fact) ?? today) > today) ? 'yes' : 'no',
    rulesOverdue: isOverdue(rules.manifest, today) ? 'yes' : 'no',
  };
  for (const fact of closedFactNames) words[fact] = answers[fact] ?? 'unknown';
  words['action'] = action;
  if (words['levyOn'] === 'unknown' && notice?.levyOn) words['levyOn'] = notice.levyOn;
  return words;
}

/** Whether the day for a review of the rules, or of what lies over them, has passed. */
export function isOverdue({ reviewBy, overlays = [] }: RuleSet['manifest'], today: CalendarDate): boolean {
  return today > reviewBy || overlays.some((overlay) => today > overlay.reviewBy);
}

function ownDeadline(notice: Notice | undefined): string {
  if (!notice?.ownDeadline) return 'none';
  const { id, terms } = notice.ownDeadline;
  return terms.every(({ from }) => from === 'printedDeadline') ? 'printed-only' : id;
}

function isBusinessMatter({ taxpayer = 'unknown' }: Answers, notice: Notice | undefined): boolean {
  return taxpayer === 'business' || (taxpayer === 'unknown' && notice?.audience === 'business');
}

function isInstallmentMatter(action: string, notice: Notice | undefined): boolean {
  return action.startsWith('installment-agreement') || notice?.actionDetail.startsWith('ia-') === true;
}

/** A letter that may or may not be a refusal takes the action given; elsewhere the letter wins. */
function actionOfNotice(notice: Notice, given: string): string {
  if (!notice.refusal) return notice.action;
  return given === notice.refusal || given === 'other' ? given : 'unknown';
}

/** Grounds of a letter or action about a lien, levy, seizure or balance: an earlier CDP notice matters for them. */
const followsEarlier: readonly string[] = [
  'levy-before',
  'levy-after',
  'lien',
  'given-before',
  'follows',
  'comes-later',
  'covering-letter',
  'which-letter',
];

/** What is known of the first CDP notice for the same tax and period; see the vocabulary. */
function earlierNotice(
  rules: RuleSet,
  calendar: Calendar,
  answers: Answers,
  facts: Situation,
  today: CalendarDate,
): string {
  const { cdpGround = '', priorCdp, cdpHearing = '', taxpayer } = facts;
  const isOthers = taxpayer === 'third-party' && cdpGround !== 'lien';
  if (!followsEarlier.includes(cdpGround) || isOthers || priorCdp === 'unknown') return 'none';
  if (priorCdp === 'yes' && (cdpHearing === 'cdp' || cdpHearing === 'equivalent')) return 'heard';
  if (!dateOf(answers, 'firstCdpDate')) return priorCdp === 'no' ? 'denied' : 'undated';
  return firstNoticeState(rules, calendar, answers, facts, today);
}

function clockFacts(
  rules: RuleSet,
  calendar: Calendar,
  answers: Answers,
  facts: Situation,
  clocks: readonly Clock[],
  today: CalendarDate,
): Record<string, string> {
  const stateOf = (id: string): ClockState => clockState(clockOf(clocks, id), today);
  const effective = dateOf(answers, 'effectiveDate');
  const after = stateOf('ia-appeal-after-effective');
  return {
    cdpClock: stateOf('cdp-request'),
    hearingClock: hearingClock(clocks, facts, today),
    petitionClock: stateOf('tax-court-petition'),
    ownClock: clockState(clockOf(clocks, 'other-appeal') ?? clockOf(clocks, 'other-reply'), today),
    tenDayClock: stateOf('cap-late-request'),
    seizureClock: stateOf('cap-seizure-conference'),
    bankHold: stateOf('bank-hold'),
    iaClock: stateOf('ia-appeal'),
    iaAfterClock: after === 'open' && effective !== undefined && today < effective ? 'before' : after,
    iaNoticeClock: bareClock(rules, calendar, 'iaNoticeClock', answers, facts, today),
  };
}

/** What has to be said about the days that the answer shows. */
export function shownDayFacts(shown: readonly Clock[], answers: Answers, today: CalendarDate): Record<string, string> {
  const printed = shown.find(({ printedDate }) => printedDate !== 'none');
  return {
    printedDate: printed?.printedDate ?? 'none',
    mailedDateState: mailedDateState(shown, answers),
    unstatedRoll: shown.some((clock) => rollsUnstated(clock, today)) ? 'yes' : 'no',
    capDaysRun: shown.some((clock) => runsCapDays(clock, today)) ? 'yes' : 'no',
  };
}

function runsCapDays({ rule, counted, shown }: Clock, today: CalendarDate): boolean {
  return (
    rule.countsAfterConference === true &&
    counted !== undefined &&
    counted.start <= today &&
    today <= (shown?.date ?? '')
  );
}

export function clockOf(clocks: readonly Clock[], id: string): Clock | undefined {
  return clocks.find(({ rule }) => rule.id === id);
}

/** The year of the Equivalent Hearing opens when the CDP date of the same letter, or of the first one, has passed. */
function hearingClock(clocks: readonly Clock[], { earlierNotice: earlier }: Situation, today: CalendarDate): string {
  const hearing = clockOf(clocks, 'equivalent-hearing-request');
  if (!hearing) return 'none';
  if (earlier === 'running') return 'first';
  const state = clockState(hearing, today);
  if (hearing.term.from === 'firstCdpDate') return state;
  const cdp = clockState(clockOf(clocks, 'cdp-request'), today);
  if (cdp === 'passed') return state;
  return cdp === 'open' ? 'first' : 'unknown';
}

/** The state of a clock that decides a table and is no deadline of its own. */
function bareClock(
  rules: RuleSet,
  calendar: Calendar,
  id: string,
  answers: Answers,
  facts: Situation,
  today: CalendarDate,
): ClockState {
  const rule = rules.clocks.find((clock) => clock.id === id && matches(clock.when, facts));
  if (!rule) return 'none';
  const start = dateOf(answers, rule.from);
  if (!start) return 'unknown';
  return today <= count(calendar, start, rule.add, false).date ? 'open' : 'passed';
}

/** A postmark that is not the day of the letter, where a day shown may hang on it or a person may think so. */
function mailedDateState(shown: readonly Clock[], answers: Answers): string {
  const [letter, postmark] = [dateOf(answers, 'noticeDate'), dateOf(answers, 'mailedDate')];
  const isConcerned = shown.some(({ rule, term, own }) => rule.id === 'cdp-request' || (own ?? { term }).term.mailed);
  if (!isConcerned || !letter || !postmark || postmark === letter) return 'none';
  return postmark > letter ? 'later' : 'earlier';
}

/** Whether the day shown, or the right today, rests on a roll that no source states. */
function rollsUnstated({ rule, days, shown, ends }: Clock, today: CalendarDate): boolean {
  if (!rule.rollUnstated || !shown) return false;
  const rolled = days.filter(({ date, unrolled }) => date !== unrolled && today <= date);
  return rolled.some(({ date }) => date === shown.date || (date === ends && today > shown.date));
}
