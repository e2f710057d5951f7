import { expect, test } from 'vitest';
import { addCalendarDays } from '../src/calendar.ts';
import { calendarOf } from '../src/engine/decide.ts';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers } from '../src/engine/guidance.ts';
import { programRows, statusFacts } from '../src/engine/programs.ts';
import { readSituation } from '../src/engine/situation.ts';
import { lookup } from '../src/engine/table.ts';
import { readSituationOf } from '../src/read-situation.ts';
import { actions, closedFacts, kebabCase } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { faultsOf } from './guidance-faults.ts';
import { rules } from './rules.ts';

const today = d('2026-11-10');
const ago = (days: number): string => addCalendarDays(today, -days);
const allOf = (fact: keyof typeof closedFacts): (string | undefined)[] => [...closedFacts[fact], undefined];

/** Values to cross; undefined leaves the fact out. */
type Choices = Readonly<Record<string, readonly (string | undefined)[]>>;

/** Every combination of the choices that does not contradict itself, as the border would hand it on. */
function combinations(choices: Choices): Answers[] {
  let all: Record<string, string>[] = [{}];
  for (const [fact, values] of Object.entries(choices)) {
    all = all.flatMap((one) => values.map((value) => (value === undefined ? one : { ...one, [fact]: value })));
  }
  return all.flatMap((raw) => {
    const { answers, faults } = readSituationOf(rules, raw, kebabCase);
    return faults.length === 0 ? [answers] : [];
  });
}

type Letter = (typeof rules.notices)[string];

/** One situation each for all that letters and actions can be to some tables; the rest differ in their words only. */
function grounds(kindOf: (letter: Letter) => readonly unknown[]): Answers[] {
  const kinds = new Map<string, Letter>();
  for (const letter of Object.values(rules.notices)) {
    const kind = JSON.stringify(kindOf(letter));
    if (!kinds.has(kind)) kinds.set(kind, letter);
  }
  const letters = [...kinds.values()].flatMap(({ id, refusal }): Answers[] => {
    const both = refusal
      ? [
          { notice: id, action: 'other' as const },
          { notice: id, action: refusal },
        ]
      : [];
    return [{ notice: id }, ...both];
  });
  return [{}, ...letters, ...actions.map((action) => ({ action }))];
}

const capGrounds = grounds(({ cap, action, actionDetail, refusal }) => {
  return [cap.ground, action, actionDetail.startsWith('ia-'), refusal];
});
const hearingGrounds = grounds(({ cdp, equivalentHearing }) => [cdp.ground, cdp.kind, equivalentHearing.ground]);

/** Asks every table for its one row; throws where there is none. */
function decide(answers: Answers): void {
  const { situation } = readSituation(rules, calendarOf(rules), answers, today);
  const known = { ...situation, ...statusFacts(programRows(rules, situation)) };
  for (const table of ['form-9423', 'lead', 'representation']) lookup(rules.tables[table], known);
}

/** What of the dates each clock can make: not given, still open, over. */
const clocks = {
  conference: {
    conference: allOf('conference'),
    conferenceDate: [undefined, ago(4), ago(40)],
    conferenceRequestedDate: [undefined, ago(5)],
  },
  seizure: { conference: allOf('conference'), seizureNoticeDate: [undefined, ago(4), ago(40)] },
  agreement: {
    noticeDate: [undefined, ago(8), ago(50), ago(400)],
    effectiveDate: [undefined, ago(-9), ago(0), ago(20), ago(90)],
    printedDeadline: [undefined, ago(-3), ago(35)],
  },
} satisfies Record<string, Choices>;
const disputes = {
  dispute: allOf('dispute'),
  leviedMoney: allOf('leviedMoney'),
  priorCdp: allOf('priorCdp'),
  appealedBefore: allOf('appealedBefore'),
};
const agreementFacts = { dispute: ['amount', undefined], appealedBefore: disputes.appealedBefore };
const hearings = {
  priorCdp: allOf('priorCdp'),
  cdpHearing: allOf('cdpHearing'),
  taxpayer: allOf('taxpayer'),
  firstCdpDate: [undefined, ago(9), ago(200), ago(900)],
};
const letterDates = {
  noticeDate: [undefined, ago(8), ago(100)],
  nftlFiledDate: [undefined, ago(8)],
  printedDeadline: [undefined, ago(-9), ago(60)],
};

test.each<[string, Choices, readonly Answers[]]>([
  ['CAP, after a conference', { ...disputes, ...clocks.conference }, capGrounds],
  ['CAP, after a seizure', { ...disputes, ...clocks.seizure }, [{ notice: 'f2433' }, { action: 'seizure' }]],
  ['CAP, of an agreement', { ...agreementFacts, ...clocks.agreement }, capGrounds],
  ['the two hearings', { ...hearings, ...letterDates }, hearingGrounds],
])('%s: every combination finds its row in every table', (_name, choices, situations) => {
  const all = combinations(choices);
  const failures = new Set<string>();
  for (const ground of situations) {
    for (const answers of all) {
      try {
        decide({ ...answers, ...ground });
      } catch (error) {
        failures.add(`${JSON.stringify(ground)}: ${(error as Error).message}`);
      }
    }
  }
  expect([...failures]).toEqual([]);
  expect(all.length).toBeGreaterThan(200);
});

/** Faults over many situations: each once, with the first situation that shows it. */
function faultsAmong(all: readonly Answers[]): string[] {
  const first = new Map<string, Answers>();
  for (const answers of all) {
    for (const fault of faultsOf(evaluate(rules, answers, today))) {
      if (!first.has(fault)) first.set(fault, answers);
    }
  }
  return [...first].map(([fault, answers]) => `${fault} <- ${JSON.stringify(answers)}`);
}

const everyLetter = [undefined, ...Object.keys(rules.notices)];

test.each<[string, Choices]>([
  ['letter and contact', { notice: everyLetter, contact: allOf('contact') }],
  [
    'letter, old or new',
    { notice: everyLetter, contact: ['phone'], noticeDate: [ago(8), ago(60)], nftlFiledDate: [ago(8)] },
  ],
  ['letter and dispute', { notice: everyLetter, dispute: ['amount'], priorCdp: ['yes', 'no'], contact: ['notice'] }],
  ['action and contact', { action: allOf('action'), contact: allOf('contact'), noticeDate: [undefined, ago(8)] }],
  [
    'representation',
    {
      notice: ['cp504'],
      representative: allOf('representative'),
      taxpayer: allOf('taxpayer'),
      taxpayerPresent: allOf('taxpayerPresent'),
    },
  ],
  [
    'form and hardship',
    {
      notice: ['lt11', 'cp2000'],
      form2848: allOf('form2848'),
      hardship: allOf('hardship'),
      representative: allOf('representative'),
    },
  ],
  [
    'conference',
    { notice: ['cp504', 'lt11', 'l4711', 'f668a'], contact: ['phone', 'revenue-officer'], ...clocks.conference },
  ],
  ['seizure', { notice: ['f2433'], contact: ['revenue-officer'], ...clocks.seizure }],
  ['agreement', { notice: ['l4052', 'cp523', 'l5259'], ...clocks.agreement }],
  [
    'hearing',
    {
      notice: ['lt11', 'l3172', 'l3171', 'f668w', 'l2439'],
      ...hearings,
      taxpayer: [undefined],
      noticeDate: [undefined, ago(8), ago(100)],
    },
  ],
  [
    'printed and mailed',
    { notice: ['lt11', 'l3172', 'cp523', 'cp14'], ...letterDates, mailedDate: [undefined, ago(3), ago(12)] },
  ],
])('%s: every answer is whole', (_name, choices) => {
  expect(faultsAmong(combinations(choices))).toEqual([]);
});
