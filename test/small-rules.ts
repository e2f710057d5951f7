import type * as z from 'zod';
import { spellings } from '../src/engine/letter-names.ts';
import type { RuleSet } from '../src/engine/rule-set.ts';
import { assemble } from '../src/rules/assemble.ts';
import { lintRules } from '../src/rules/lint.ts';
import type { Fault, RuleFile } from '../src/rules/lint-fault.ts';
import { schemaNameOf } from '../src/rules/lint-files.ts';
import { ruleFiles, ruleFolders } from '../src/rules/schema.ts';
import { closedFacts, deadlineIds, factNames, unknown } from '../src/vocabulary.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests reach into plain JSON and break it on purpose
export type Json = any;
export type Files = Record<string, Json>;

/** The first one is a choice between values, for tests to break. */
const questionFacts = ['hardship', ...factNames.filter((fact) => fact !== 'hardship')];

/** A whole set of rules in which nothing is wrong, as small as one can be: two notices, one table, two sources. */
export function smallFiles(): Files {
  const files: Files = {
    manifest: { version: '1.0.0', effectiveFrom: '2026-11-22', reviewedOn: '2026-11-22', reviewBy: '2027-05-22' },
    sources: { sources: { 'pub-1660': source(), 'irc-6330': source() } },
    'notices/cp504': notice('cp504', 'CP504'),
    'notices/l4025': { ...notice('l4025', 'Letter 4025'), cap: { ground: 'if-refused', cite: ['pub-1660'] } },
    'decisions/cap': capTable(),
    actions: { actions: {} },
    deadlines: { deadlines: deadlineIds.map(deadline), clocks: [] },
    steps: { steps: [statement('call', 'step.call')] },
    warnings: { warnings: [statement('late', 'warning.late')] },
    help: { help: [statement('tas', 'help.tas')] },
    conditions: { conditions: [{ fact: 'dispute', programs: ['cap'], when: [{}], text: 'condition.dispute' }] },
    phone: {
      numbers: { appeals: { number: '855-865-3401', text: 'phone.appeals', cite: ['pub-1660'] } },
      appeals: { useFor: ['phone.appeals'], notFor: [], haveReady: [], facts: [], cite: ['pub-1660'] },
      whichCall: [],
    },
    compare: {
      aspects: [{ ...row('basis'), label: 'compare.basis', cap: 'say', cdp: 'say', equivalentHearing: 'say' }],
    },
    columns: { synonyms: { client: ['Client ID'] }, askFirst: {}, neverSilent: [] },
    questions: { questions: questionFacts.map((fact) => question(fact, valuesOf(fact))) },
    'other-letters': { letters: [] },
    'forms/form-2848': { checks: [{ id: 'P01', text: { en: 'It is signed.' }, cite: ['pub-1660'] }] },
    'calendar/legal-holidays': { firstYear: 1997, lastYear: 2063, examples: [], notes: [], holidays: [] },
    'calendar/special-days': { days: [] },
    'scenarios/cases': {
      scenarios: [
        {
          id: 'easy',
          why: 'So it is.',
          source: ['pub-1660'],
          answers: {},
          today: '2026-11-22',
          expect: { steps: ['call'] },
        },
      ],
    },
    'text/en/all': {
      statements: texts([
        'say',
        'step.call',
        'warning.late',
        'help.tas',
        'condition.dispute',
        'phone.appeals',
        'disclaimer',
      ]),
      labels: texts(['compare.basis', 'wizard.intro']),
      counting: { rolled: 'It moves to {date}.' },
    },
  };
  files['notices/l4025'].refusal = 'lien-certificate-denied';
  for (const [name, data] of Object.entries(files)) {
    data.$schema = `${'../'.repeat(name.split('/').length - 1)}schema/${schemaNameOf(name)}.schema.json`;
  }
  return files;
}

/** What the checks say of the small rules after one change, each fault as `file: path: message`. */
export function lintSmall(
  change: (files: Files) => void = () => {},
  tableNames: readonly string[] = ['cap'],
  codeWords: Readonly<Record<string, readonly string[]>> = {},
): string[] {
  return faultsOfSmall(change, tableNames, codeWords).map(({ file, path, message }) => `${file}: ${path}: ${message}`);
}

export function faultsOfSmall(
  change: (files: Files) => void,
  tableNames: readonly string[] = ['cap'],
  codeWords: Readonly<Record<string, readonly string[]>> = {},
): Fault[] {
  const files = smallFiles();
  change(files);
  const read = Object.entries(files).map(([name, data]): RuleFile => {
    return { file: `${name}.json`, name, data, schemaFound: data.$schema !== 'schema/gone/steps.schema.json' };
  });
  return lintRules(assembled(files), read, {
    tableNames,
    statements: ['disclaimer'],
    spellings,
    codeWords,
    broken: new Set(),
  });
}

/** Put together as the loader does, once every shape is right; the small rules name no action. */
function assembled(files: Files): RuleSet {
  for (const [name, data] of Object.entries(files)) if (name !== 'actions') shapeOf(name)?.parse(data);
  return assemble({ names: Object.keys(files), read: (name) => files[name] }, '');
}

function shapeOf(name: string): z.ZodType | undefined {
  if (Object.hasOwn(ruleFiles, name)) return ruleFiles[name as keyof typeof ruleFiles];
  return ruleFolders[name.slice(0, name.lastIndexOf('/')) as keyof typeof ruleFolders];
}

function source(): Json {
  return { title: 'A source', publisher: 'IRS', url: null, revised: null, retrieved: '2026-11' };
}

/** A notice file with one name. */
export function notice(id: string, name: string): Json {
  return {
    id,
    label: name,
    names: [name],
    inTasList: true,
    audience: 'both',
    sentBy: 'ACS',
    action: 'other',
    actionDetail: 'other',
    cap: { ground: 'open', cite: ['pub-1660'] },
    cdp: { ground: 'none', cite: ['irc-6330'] },
    equivalentHearing: { ground: 'none', cite: ['irc-6330'] },
    statute: [],
    confidence: 'high',
    cite: ['pub-1660'],
    text: { en: { title: name, what: 'A letter.' } },
  };
}

function capTable(): Json {
  return {
    title: 'Can this person use CAP?',
    inputs: ['hardship'],
    rows: [
      { ...row('hard'), when: { hardship: ['yes'] }, then: { status: 'available' }, text: 'say' },
      { ...row('easy'), when: { hardship: ['no', 'unknown'] }, then: { status: 'later' }, text: 'say' },
    ],
  };
}

function row(id: string): Json {
  return { id, cite: ['pub-1660'] };
}

function statement(id: string, text: string): Json {
  return { id, when: [{ hasNotice: ['no'] }], text, cite: ['pub-1660'] };
}

function deadline(id: string): Json {
  const term = {
    ...row('only'),
    when: { hasNotice: ['yes'] },
    from: 'noticeDate',
    add: [{ count: 30, unit: 'calendar-day' }],
  };
  return {
    id,
    program: 'other',
    roll: false,
    firmness: 'soft',
    aim: 'five-days',
    whenStartMissing: 'ask',
    label: 'say',
    ifMissed: 'say',
    terms: [term],
  };
}

function question(fact: string, values: readonly string[] | undefined): Json {
  const options = values && { options: values.map((value) => ({ value, label: { en: `It is ${value}` } })) };
  return { fact, ask: 'always', text: { en: 'Is it?' }, why: { en: 'It matters.' }, ...options, cite: [] };
}

function valuesOf(fact: string): readonly string[] | undefined {
  const values = (closedFacts as Readonly<Record<string, readonly string[]>>)[fact];
  return values && [...values, unknown];
}

function texts(keys: readonly string[]): Json {
  return Object.fromEntries(keys.map((key) => [key, 'Some words.']));
}
