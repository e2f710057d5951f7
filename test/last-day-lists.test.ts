import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { addCalendarDays, longDate } from '../src/calendar.ts';
import type { Answers } from '../src/engine/guidance.ts';
import { factNames, kebabCase } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { cli, type Ran, stream } from './fake-io.ts';
import { lastDays } from './last-days.ts';

type Row = readonly [client: string, answers: Answers, today: string];

/** A file of one row for each deadline, so many days from its last. */
function rowsAt(offset: number): Row[] {
  return lastDays.map(({ id, answers, day }) => [id, answers, addCalendarDays(day, offset)]);
}

/** The same letters on the last day, without the fact that gives it. */
const undated: Row[] = lastDays.flatMap(({ id, answers, day, unknownWithout }) =>
  unknownWithout
    ? [[id, Object.fromEntries(Object.entries(answers).filter(([fact]) => fact !== unknownWithout)), day] as const]
    : [],
);

function batch(rows: readonly Row[], ...flags: readonly string[]): Promise<Ran> {
  const facts = factNames.filter((fact) => rows.some(([, answers]) => answers[fact]));
  const lines = rows.map(([client, answers, today]) => [client, today, ...facts.map((fact) => answers[fact] ?? '')]);
  const text = [['client', 'today', ...facts.map(kebabCase)], ...lines].map((line) => line.join(',')).join('\n');
  return cli(['batch', 'rows.csv', ...flags], { open: () => stream(`${text}\n`) });
}

const clientsOf = ({ out }: Ran): string[] => {
  return out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line).client as string]));
};
const shown = async (rows: readonly Row[], ...flags: readonly string[]): Promise<string[]> =>
  clientsOf(await batch(rows, '--json', ...flags));

/** `client: id, day, days left` of each row of CSV. */
async function nextDays(rows: readonly Row[]): Promise<string[]> {
  const { out } = await batch(rows, '--format', 'csv');
  return out
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const cells = line.split(',');
      return `${cells[1]}: ${cells.slice(7, 10).join(' ')}`;
    });
}

async function calendarDays(rows: readonly Row[], ...flags: readonly string[]): Promise<string[]> {
  const { out } = await batch(rows, '--format', 'ics', ...flags);
  if (out === '') return [];
  const events = new ICAL.Component(ICAL.parse(out)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  // The client begins the id, the deadline follows.
  return events.map(({ uid, startDate }) => `${uid.split('.')[1]} ${startDate} for ${uid.split('.')[0]}`);
}

const all: readonly string[] = lastDays.map(({ id }) => id);
/** Of these, an earlier day of the same letter has passed on the last day. */
const withEarlier = ['equivalent-hearing-request', 'cap-form-9423', 'cap-late-request', 'ia-appeal-after-effective'];
/** Clocks that may run out unseen. */
const unknownClocks = [
  'cdp-request',
  'ia-appeal',
  'ia-appeal-after-effective',
  'jeopardy-review',
  'tax-court-petition',
  'bank-hold',
  'other-appeal',
];

/** The letter of the Equivalent Hearing has a CDP day, too. */
const unknownClients = [...unknownClocks, 'equivalent-hearing-request'].sort();

describe.each([
  { when: 'on the last day', offset: 0 },
  { when: 'on the day before', offset: -1 },
])('$when', ({ offset }) => {
  const rows = rowsAt(offset);

  test('CSV has it as the next day', async () => {
    expect(await nextDays(rows)).toEqual(
      lastDays.map(({ id, listedAs = id, day }) => {
        // On the day before, the day of an earlier step is still the next.
        const isEarlier = offset < 0 && id === 'cap-form-9423';
        return isEarlier ? `${id}: cap-notify-collection 2026-11-04 0` : `${id}: ${listedAs} ${day} ${-offset}`;
      }),
    );
  });

  test('a line of JSON has it as open', async () => {
    const { out } = await batch(rows, '--json');
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const status = offset === 0 ? 'today' : 'open';
    for (const [at, { id, day }] of lastDays.entries()) {
      const deadline = lines[at].deadlines.find((each: { id: string }) => each.id === id);
      expect(deadline, id).toMatchObject({ date: day, status, daysLeft: Math.abs(offset) });
    }
  });

  test('the calendar has it', async () => {
    const days = await calendarDays(rows);
    expect(days).toEqual(expect.arrayContaining(lastDays.map(({ id, day }) => `${id} ${day} for ${id}`)));
  });

  test('it is due, open and not passed', async () => {
    const within = `due-within=${-offset}`;
    expect(await shown(rows, '--only', within)).toEqual(all);
    expect(await shown(rows, '--only', 'open')).toEqual(all);
    expect((await batch(rows, '--json', '--fail-on', within)).code).toBe(4);
    expect(await shown(rows, '--only', 'passed')).toEqual(
      all.filter((id) => withEarlier.includes(id) && !(offset < 0 && id === 'cap-form-9423')),
    );
  });

  test('it is counted', async () => {
    const { err } = await batch(rows, '--json', '--summary', 'json');
    const { urgency } = JSON.parse(err.slice(err.indexOf('{'), err.lastIndexOf('}') + 1));
    const [today, within7] = offset === 0 ? [all.length, 0] : [1, all.length - 1];
    expect(urgency).toMatchObject({ today, within7, within30: 0, later: 0 });
  });

  test('the table names the day of each row', async () => {
    const { out } = await batch(rows, '--format', 'text');
    const cells = out
      .split('\n')
      .flatMap((line) => /^\S+ .* (\w+day, .* 20\d\d) +(\d+)$/.exec(line)?.slice(1).join(' ') ?? []);
    const days = lastDays.map(({ id, day }) => {
      const isEarlier = offset < 0 && id === 'cap-form-9423';
      return `${longDate(isEarlier ? d('2026-11-04') : day)} ${isEarlier ? 0 : Math.abs(offset)}`;
    });
    expect(cells).toEqual(days);
  });

  test('the page says so first', async () => {
    const { out } = await batch(rows, '--format', 'html');
    expect(out.replace(/\s+/g, ' ')).toContain(`Rows with a last day within 7 days: ${all.length} of ${all.length}.`);
  });
});

test('the day before is not due within 0 days', async () => {
  expect(await shown(rowsAt(-1), '--only', 'due-within=0')).toEqual(['cap-form-9423']);
  const others = rowsAt(-1).filter(([client]) => client !== 'cap-form-9423');
  expect((await batch(others, '--json', '--fail-on', 'due-within=0')).code).toBe(0);
});

describe('on the day after', () => {
  const rows = rowsAt(1);

  test('it is no next day and in no calendar', async () => {
    const next = await nextDays(rows);
    const days = await calendarDays(rows);
    for (const { id, day } of lastDays) {
      expect(next.join('\n')).not.toContain(`${id}: ${id} ${day}`);
      expect(days).not.toContain(`${id} ${day} for ${id}`);
    }
  });

  test('it has passed', async () => {
    expect(await shown(rows, '--only', 'passed')).toEqual(all);
    expect(await shown(rows, '--only', 'due-within=0')).toEqual(['cap-notify-collection']);
    expect((await batch(rows, '--json', '--fail-on', 'passed')).code).toBe(4);
    const bill = rowsAt(0).filter(([client]) => !withEarlier.includes(client));
    expect((await batch(bill, '--json', '--fail-on', 'passed')).code).toBe(0);
  });
});

describe('without the date', () => {
  test('the clocks that may run out unseen are due, and come first', async () => {
    expect((await shown(undated, '--only', 'due-within=0')).sort()).toEqual(unknownClients);
    expect(await shown(undated, '--only', 'due-within=0', '--known-only')).toEqual([]);
    const sorted = await shown(undated, '--sort', 'deadline');
    expect(sorted.slice(0, unknownClients.length).sort()).toEqual(unknownClients);
    expect((await batch(undated, '--json', '--fail-on', 'due-within=0')).code).toBe(4);
    expect((await batch(undated, '--json', '--fail-on', 'due-within=0', '--known-only')).code).toBe(0);
  });

  test('no calendar has them, and none of them has passed', async () => {
    expect((await calendarDays(undated)).filter((day) => day.split(' ')[0] === day.split(' ').at(-1))).toEqual([]);
    expect(await shown(undated, '--only', 'passed')).not.toEqual(expect.arrayContaining(unknownClocks));
  });
});

test('a calendar has no order, so that nobody has to sort it', async () => {
  const ran = await batch(rowsAt(0), '--format', 'ics', '--sort', 'deadline');
  expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: '' });
  expect(ran.err).toContain('--sort: --format ics is not a list of rows');
});

test('a calendar is not written where no day is open', async () => {
  const facts: Answers = { notice: 'l4052', contact: 'phone', noticeDate: d('2025-01-06') };
  expect((await batch([['over', facts, '2026-11-10']], '--format', 'ics')).out).toBe('');
});
