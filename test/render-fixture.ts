import type { Guidance } from '../src/engine/guidance.ts';
import type { TextOptions } from '../src/render/text.ts';
import { d } from './days.ts';

export const plainly: TextOptions = {
  columns: 80,
  color: false,
  plain: false,
  accessible: false,
  unicode: false,
  explain: false,
  sources: true,
};

const cdpDate: Guidance['deadlines'][number] = {
  id: 'cdp-request',
  program: 'cdp',
  label: 'Ask for a CDP hearing about the levy',
  date: d('2026-12-02'),
  unrolled: d('2026-12-02'),
  aimFor: d('2026-11-27'),
  rightEnds: null,
  listDay: null,
  isUnknownDay: false,
  comesLater: false,
  start: { fact: 'noticeDate', date: d('2026-11-02') },
  status: 'open',
  daysLeft: 22,
  firmness: 'hard',
  counting: '30 days after Monday, November 2, 2026 is Wednesday, December 2, 2026.',
  ifMissed: 'An Equivalent Hearing stays open for a year.',
  onTime: 'A postmark of that day or earlier.',
  cite: ['irc-6330'],
};

/** An answer that no rule gave: made by hand, so that a renderer can be tested alone. */
export function guidanceWith(changes: Partial<Guidance> = {}): Guidance {
  return {
    schemaVersion: 1,
    generator: { name: 'irs-appeals-guide', version: '0.0.0' },
    rules: { version: '1.2.3', hash: 'sha256:00', reviewedOn: '2026-11-20', reviewBy: '2027-05-20' },
    today: d('2026-11-10'),
    facts: { notice: 'lt11', contact: 'phone', noticeDate: d('2026-11-02') },
    missing: [],
    notice: {
      id: 'lt11',
      label: 'LT11',
      title: 'Notice of Intent to Levy',
      what: 'The IRS plans a levy and gives you the right to a hearing.',
      trap: 'It is not one more reminder.',
      confidence: 'high',
      unconfirmed: [],
      conflicts: [],
      cite: ['irc-6330'],
    },
    lead: [{ id: 'lead/both', text: 'You can ask for CDP or for CAP.', cite: ['irc-6330'] }],
    programs: {
      cap: {
        status: 'available',
        why: 'A planned levy can go to CAP.',
        request: 'oral-or-written',
        managerConference: 'required',
        cite: ['pub-1660'],
      },
      cdp: { status: 'available', why: 'The letter opens it.', kind: 'levy', cite: ['irc-6330'] },
      equivalentHearing: { status: 'later', why: 'It opens when the CDP date has passed.', cite: ['td-9291'] },
    },
    form9423: { need: 'optional', why: 'A spoken request will do.', cite: ['pub-1660'] },
    deadlines: [cdpDate],
    timeline: null,
    steps: [
      { id: 'steps/form', text: 'Fill in Form 12153.', deadline: 'cdp-request', cite: ['form-12153'] },
      { id: 'steps/call', text: 'Call the number on the letter.', cite: [] },
    ],
    representation: {
      mayRepresent: 'yes',
      form2848: 'required',
      checks: [{ id: 'P01', text: 'One form covers one taxpayer.' }],
      why: 'An attorney may speak for you.',
      cite: ['form-2848'],
    },
    phone: {
      appeals: '855-865-3401',
      useFor: ['Ask where a case is.'],
      notFor: ['It takes no request.'],
      haveReady: ['Your name.'],
      cite: ['appeals-memo-2026-01'],
    },
    help: [{ id: 'help/tas', text: 'Taxpayer Advocate Service: 877-777-4778.', cite: [] }],
    warnings: [{ id: 'warnings/choose', text: 'Appeals makes you choose one.', cite: ['pub-1660'] }],
    sources: [
      {
        id: 'irc-6330',
        title: 'Section 6330',
        url: 'https://www.law.example/uscode/text/26/6330',
        revised: '2023-04',
        retrieved: '2026-11',
      },
      { id: 'pub-1660', title: 'Publication 1660', url: null, revised: null, retrieved: '2026-11-05' },
    ],
    trace: ['cap/open', 'cdp/levy-open', 'equivalent-hearing/later', 'form-9423/calls', 'representation/attorney'],
    disclaimer: 'This informs and does not advise.',
    ...changes,
  };
}

/** The deadline of the fixture with some of its fields changed. */
export function deadlineWith(changes: Partial<typeof cdpDate>): typeof cdpDate {
  return { ...cdpDate, ...changes };
}
