import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers } from '../src/engine/guidance.ts';
import { renderIcs } from '../src/render/ics.ts';
import { foldedLine, icsText } from '../src/render/ics-line.ts';
import { d } from './days.ts';
import { cli } from './fake-io.ts';
import { rules } from './rules.ts';

const lt11: Answers = { notice: 'lt11', contact: 'phone', noticeDate: d('2026-11-02') };

function icsOf(answers: Answers, today = '2026-11-10'): string {
  return renderIcs(evaluate(rules, answers, d(today)), rules.text);
}

/** The events as a calendar program reads them. */
function eventsOf(ics: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

const uids = (ics: string): string[] => eventsOf(ics).map(({ uid }) => uid);

test('each open last day is an event of one whole day', () => {
  const found = eventsOf(icsOf(lt11)).map(({ startDate, endDate, summary }) => ({
    day: startDate.toString(),
    next: endDate.toString(),
    wholeDay: startDate.isDate,
    summary,
  }));
  expect(found).toEqual([
    {
      day: '2026-12-02',
      next: '2026-12-03',
      wholeDay: true,
      summary: 'Last day: Ask for a Collection Due Process (CDP) hearing (Form 12153), LT11',
    },
    {
      day: '2027-11-02',
      next: '2027-11-03',
      wholeDay: true,
      summary: 'Last day: Ask for an Equivalent Hearing (Form 12153, Equivalent Hearing box), LT11',
    },
  ]);
});

test('two alarms ring, 7 days and 1 day ahead', () => {
  for (const event of eventsOf(icsOf(lt11))) {
    const alarms = event.component.getAllSubcomponents('valarm');
    expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual(['-P7D', '-P1D']);
    expect(alarms.map((alarm) => alarm.getFirstPropertyValue('action'))).toEqual(['DISPLAY', 'DISPLAY']);
  }
});

test('the description shows the count, the safer day, what keeps the day and the sources', () => {
  const [cdp] = eventsOf(icsOf(lt11));
  expect(cdp?.description).toContain('30 days after Monday, November 2, 2026 is Wednesday, December 2, 2026.');
  expect(cdp?.description).toContain('A safer day to aim for: Friday, November 27, 2026');
  expect(cdp?.description).toContain('use certified mail, and keep the receipt.');
  expect(cdp?.description).toContain('- 26 U.S.C. 6330: Notice and opportunity for hearing before levy https://');
  expect(cdp?.description).toContain('not legal advice');
});

describe('a second import updates what the first one left', () => {
  test('the same deadline of the same letter keeps its id on another day, with more facts, and has a higher version', () => {
    const [first, later] = [
      icsOf(lt11),
      icsOf({ ...lt11, taxpayer: 'business', printedDeadline: d('2026-12-01') }, '2026-11-20'),
    ];
    expect(uids(later)).toEqual(uids(first));
    const versions = [first, later].map((ics) => Number(eventsOf(ics)[0]?.sequence));
    expect(versions[1]).toBeGreaterThan(versions[0] ?? Number.NaN);
    expect(eventsOf(later)[0]?.startDate.toString()).toBe('2026-12-01');
  });

  test('another deadline, another letter and a letter of another day have ids of their own', () => {
    const all = [lt11, { ...lt11, notice: 'l1058' }, { ...lt11, noticeDate: d('2026-11-03') }].flatMap((answers) =>
      uids(icsOf(answers)),
    );
    expect(new Set(all).size).toBe(6);
  });

  test('the same question gives the same bytes', () => {
    expect(icsOf(lt11)).toBe(icsOf({ ...lt11 }));
  });
});

test('every letter and action gives a file that a calendar program reads, with the days of the answer', () => {
  const day = d('2026-11-02');
  const dates = {
    noticeDate: day,
    nftlFiledDate: day,
    seizureNoticeDate: day,
    conferenceDate: day,
    effectiveDate: day,
  };
  let events = 0;
  for (const notice of [...Object.keys(rules.notices), undefined]) {
    const guidance = evaluate(rules, { notice, action: 'seizure', contact: 'phone', ...dates }, d('2026-11-03'));
    const open = guidance.deadlines.filter(({ status }) => status === 'open' || status === 'today');
    const ics = renderIcs(guidance, rules.text);
    if (open.length === 0) {
      expect(ics).toBe('');
      continue;
    }
    expect(eventsOf(ics).map(({ startDate }) => startDate.toString())).toEqual(open.map(({ date }) => date));
    events += open.length;
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...ics.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  }
  expect(events).toBeGreaterThan(50);
});

test('a day that has passed is no event, and without any open day there is no file', async () => {
  expect(uids(icsOf(lt11, '2026-12-03'))).toEqual(['equivalent-hearing-request.lt11.2026-11-02@irs-appeals-guide']);
  expect(icsOf(lt11, '2028-01-01')).toBe('');
  const argv =
    'check --notice LT11 --contact phone --notice-date 2026-11-02 --today 2028-01-01 --format ics --output a.ics';
  const { code, out, err, files } = await cli(argv.split(' '));
  expect({ code, out, files: [...files.keys()] }).toEqual({ code: 0, out: '', files: [] });
  expect(err).toMatch(
    /^appeals-guide: no last day is open, so there is nothing to put into a calendar, and nothing was written\./,
  );
});

test('--output takes the calendar', async () => {
  const argv =
    'check --notice LT11 --contact phone --notice-date 2026-11-02 --today 2026-11-10 --format ics --output a.ics';
  const { code, files } = await cli(argv.split(' '));
  expect(code).toBe(0);
  expect(files.get('a.ics')).toBe(icsOf(lt11));
});

test('no personal data: neither who pays nor who speaks is in it', () => {
  const ics = icsOf({ ...lt11, taxpayer: 'business', representative: 'family', form2848: 'none', hardship: 'yes' });
  expect(ics.replaceAll('\r\n ', '')).not.toMatch(/business\b(?! days)|family|household|hardship|Form 2848/);
  expect(ics).toContain('CLASS:PRIVATE\r\n');
});

describe('lines', () => {
  test('marks that mean something are escaped, and no control character gets through', () => {
    expect(icsText('a;b,c\\d\ne\u001b[1m')).toBe('a\\;b\\,c\\\\d\\ne [1m');
  });

  test('a line is folded after 75 octets, never within a character', () => {
    const line = `${'x'.repeat(74)}é${'y'.repeat(80)}`;
    const folded = foldedLine(line).split('\r\n');
    expect(folded.map((part) => Buffer.byteLength(part))).toEqual([74, 75, 9]);
    expect(folded.join('\r\n').replaceAll('\r\n ', '')).toBe(line);
  });
});
