import type { Calendar, CalendarDate } from '../calendar.ts';
import type { Row } from '../rules/schema.ts';
import { closedFactNames, type DateFact } from '../vocabulary.ts';
import { type Clock, type ClockState, clockState, dateOf, runClocks } from './clocks.ts';
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
];

export interface Reading {
  /** Fresh and still to be added to by whoever asked for it. */
  readonly situation: Record<string, string>;
  /** The row of the table cap-clock; its `clock` is already part of the situation. */
  readonly capClock: Row;
  readonly clocks: readonly Clock[];
  readonly notice: Notice | undefined;
  /** The last day on which a late CAP request is heard, where a conference was held on a known day. */
  readonly heardUntil: CalendarDate | undefined;
}

/** Turns answers into the closed words that the tables decide on, and runs the clocks. */
export function readSituation(rules: RuleSet, calendar: Calendar, answers: Answers, today: CalendarDate): Reading {
  const notice = answers.notice === undefined ? undefined : letterOf(rules, answers.notice);
  const facts = baseSituation(rules, answers, notice, today);
  const clocks = runClocks(rules, calendar, answers, facts);
  const late = lateClock(rules, calendar, answers, facts, today);
  const situation = Object.assign(facts, clockFacts(calendar, answers, clocks, today), { tenDayClock: late.state });
  const capClock = lookup(rules.tables['cap-clock'], situation);
  situation['capClock'] = String(capClock.then['clock']);
  return { situation, capClock, clocks, notice, heardUntil: late.date };
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
    cdpKind: notice?.cdp.kind ?? 'none',
    refusal: notice?.refusal ?? 'none',
    installmentMatter: isInstallmentMatter(action, notice) ? 'yes' : 'no',
    petition: notice?.taxCourtPetition ?? 'none',
    revenueOfficerLetter: notice?.revenueOfficerOnly ? 'yes' : 'no',
    confidence: notice?.confidence ?? 'no-notice',
    actionDiffers: notice && given !== 'unknown' && given !== action ? 'yes' : 'no',
    firstCdpGiven: dateOf(answers, 'firstCdpDate') ? 'yes' : 'no',
    futureDate: eventDates.some((fact) => (dateOf(answers, fact) ?? today) > today) ? 'yes' : 'no',
    rulesOverdue: isOverdue(rules.manifest, today) ? 'yes' : 'no',
  };
  for (const fact of closedFactNames) words[fact] = answers[fact] ?? 'unknown';
  words['action'] = action;
  return words;
}

/** Whether the day for a review of the rules, or of what lies over them, has passed. */
export function isOverdue({ reviewBy, overlays = [] }: RuleSet['manifest'], today: CalendarDate): boolean {
  return today > reviewBy || overlays.some((overlay) => today > overlay.reviewBy);
}

function isInstallmentMatter(action: string, notice: Notice | undefined): boolean {
  return action.startsWith('installment-agreement') || notice?.actionDetail.startsWith('ia-') === true;
}

/** A letter that may or may not be a refusal takes the action given; elsewhere the letter wins. */
function actionOfNotice(notice: Notice, given: string): string {
  if (!notice.refusal) return notice.action;
  return given === notice.refusal || given === 'other' ? given : 'unknown';
}

function clockFacts(
  calendar: Calendar,
  answers: Answers,
  clocks: readonly Clock[],
  today: CalendarDate,
): Record<string, string> {
  const stateOf = (id: string): ClockState => clockState(clockOf(clocks, id), today);
  const effective = dateOf(answers, 'effectiveDate');
  const after = stateOf('ia-appeal-after-effective');
  return {
    cdpClock: stateOf('cdp-request'),
    hearingClock: hearingClock(calendar, clocks, today),
    seizureClock: stateOf('cap-seizure-conference'),
    iaClock: stateOf('ia-appeal'),
    iaAfterClock: after === 'open' && effective !== undefined && today < effective ? 'before' : after,
  };
}

/** What has to be said about the days that the answer shows. */
export function shownDayFacts(shown: readonly Clock[], answers: Answers, today: CalendarDate): Record<string, string> {
  const printed = shown.find(({ printedDate }) => printedDate !== 'none');
  return {
    printedDate: printed?.printedDate ?? 'none',
    mailedDateState: mailedDateState(clockOf(shown, 'cdp-request'), answers),
    unstatedRoll: shown.some((clock) => rollsUnstated(clock, today)) ? 'yes' : 'no',
    capDaysRun: shown.some((clock) => runsCapDays(clock, today)) ? 'yes' : 'no',
  };
}

function runsCapDays({ rule, counted, shown }: Clock, today: CalendarDate): boolean {
  return (
    rule.program === 'cap' && !rule.roll && counted !== undefined && counted.start <= today && today <= (shown ?? '')
  );
}

export function clockOf(clocks: readonly Clock[], id: string): Clock | undefined {
  return clocks.find(({ rule }) => rule.id === id);
}

/** The year of the Equivalent Hearing opens when the CDP date of the same letter, or of the first one, has passed. */
function hearingClock(calendar: Calendar, clocks: readonly Clock[], today: CalendarDate): string {
  const hearing = clockOf(clocks, 'equivalent-hearing-request');
  if (!hearing) return 'none';
  const { opensAfter } = hearing.term;
  if (opensAfter) {
    const start = hearing.counted?.start;
    if (start && today <= count(calendar, start, opensAfter, true).date) return 'first';
    return clockState(hearing, today);
  }
  const cdp = clockState(clockOf(clocks, 'cdp-request'), today);
  if (cdp === 'passed') return clockState(hearing, today);
  return cdp === 'open' ? 'first' : cdp;
}

/** The clock that closes CAP after a conference; it is no deadline of its own, because collection may go on before. */
function lateClock(
  rules: RuleSet,
  calendar: Calendar,
  answers: Answers,
  facts: Situation,
  today: CalendarDate,
): { readonly state: ClockState; readonly date?: CalendarDate } {
  const rule = rules.clocks.find(({ id, when }) => id === 'tenDayClock' && matches(when, facts));
  if (!rule) return { state: 'none' };
  const start = dateOf(answers, rule.from);
  if (!start) return { state: 'unknown' };
  const { date } = count(calendar, start, rule.add, false);
  return { state: today <= date ? 'open' : 'passed', date };
}

function mailedDateState(cdp: Clock | undefined, answers: Answers): string {
  const [letter, postmark] = [dateOf(answers, 'noticeDate'), dateOf(answers, 'mailedDate')];
  if (cdp?.term.from !== 'noticeDate' || !letter || !postmark || postmark === letter) return 'none';
  return postmark > letter ? 'later' : 'earlier';
}

/** Whether the day shown, or the right today, rests on a roll that no source states. */
function rollsUnstated({ rule, counted, shown }: Clock, today: CalendarDate): boolean {
  if (!rule.rollUnstated || !counted || counted.date === counted.unrolled || today > counted.date) return false;
  // Sentences name the counted day once the day shown has passed.
  return shown === counted.date || today > counted.unrolled || (shown !== undefined && shown < today);
}
