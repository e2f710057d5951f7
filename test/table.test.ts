import { describe, expect, test } from 'vitest';
import { lookup, matches, matchesAny, programTables, tableNames } from '../src/engine/table.ts';
import type { DecisionTable } from '../src/rules/schema.ts';
import { programs } from '../src/vocabulary.ts';

const onThePhone = { contact: 'phone', action: 'levy-made' };

describe('a row fits a situation', () => {
  test.each([
    { when: {}, fits: true, why: 'it asks for nothing' },
    { when: { contact: ['phone', 'notice'] }, fits: true, why: 'one of its words is there' },
    { when: { contact: ['revenue-officer'] }, fits: false, why: 'another word is there' },
    { when: { contact: ['phone'], action: ['seizure'] }, fits: false, why: 'one cell of two does not fit' },
    { when: { refusal: ['none'] }, fits: false, why: 'the situation has no such word' },
  ] as const)('$fits: $why', ({ when, fits }) => {
    expect(matches(when as Record<string, readonly string[]>, onThePhone)).toBe(fits);
  });

  test('one of several is enough, and of none none fits', () => {
    const [seizure, phone] = [{ action: ['seizure'] }, { contact: ['phone'] }];
    expect(matchesAny([seizure, phone], onThePhone)).toBe(true);
    expect(matchesAny([seizure], onThePhone)).toBe(false);
    expect(matchesAny([], onThePhone)).toBe(false);
  });
});

describe('the row that decides', () => {
  const table: DecisionTable = {
    title: 'Who is asked first?',
    inputs: ['contact', 'action'],
    rows: ['notice', 'phone'].map((contact) => ({ id: contact, when: { contact: [contact] }, then: {}, cite: [] })),
  };

  test('is the one that fits', () => {
    expect(lookup(table, onThePhone).id).toBe('phone');
  });

  test('where none fits, the bug names the table and every word that it asks for', () => {
    const withOfficer = { ...onThePhone, contact: 'revenue-officer' };
    expect(() => lookup(table, withOfficer)).toThrow(
      'table "Who is asked first?" has no row for contact=revenue-officer, action=levy-made',
    );
  });

  test('a table that is not there is a bug that says so', () => {
    expect(() => lookup(undefined, onThePhone)).toThrow('table "?" has no row for');
  });
});

test('each program is decided by a table of its own', () => {
  expect(programTables.map(([program]) => program)).toEqual(programs);
  expect(tableNames).toEqual(expect.arrayContaining(programTables.map(([, table]) => table)));
});
