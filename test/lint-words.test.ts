import { describe, expect, test } from 'vitest';
import { type Files, faultsOfSmall, lintSmall } from './small-rules.ts';

interface Case {
  readonly why: string;
  readonly change: (files: Files) => void;
  readonly fault: string;
}

const places =
  'write {letter}, {today}, {phone:ID}, {date:DEADLINE}, {and-aim:DEADLINE}, {safer-day:DEADLINE} or {count:DEADLINE}';

/** Each change makes exactly this one fault. */
function oneFaultEach(cases: readonly Case[]): void {
  test.each(cases)('$why', ({ change, fault }) => {
    expect(lintSmall(change)).toEqual([fault]);
  });
}

describe('files', () => {
  oneFaultEach([
    {
      why: 'a file names its schema',
      change: (files) => delete files['notices/cp504'].$schema,
      fault: 'notices/cp504.json: $schema: is missing: write "../schema/notice.schema.json"',
    },
    {
      why: 'the schema is the one of its kind',
      change: (files) => Object.assign(files['steps'], { $schema: 'schema/help.schema.json' }),
      fault:
        'steps.json: $schema: "schema/help.schema.json" is not the schema of this file: write "schema/steps.schema.json"',
    },
    {
      why: 'the schema is there',
      change: (files) => Object.assign(files['steps'], { $schema: 'schema/gone/steps.schema.json' }),
      fault: 'steps.json: $schema: "schema/gone/steps.schema.json" leads to no file: write "schema/steps.schema.json"',
    },
  ]);
});

describe('texts', () => {
  const statements = (files: Files) => files['text/en/all'].statements;
  const labels = (files: Files) => files['text/en/all'].labels;
  oneFaultEach([
    {
      why: 'a sentence that a row names is there',
      change: (files) => Object.assign(files['decisions/cap'].rows[0], { text: 'sayy' }),
      fault:
        'decisions/cap.json: rows.hard.text: no text under "statements" has the key "sayy": write "say", or add the text',
    },
    {
      why: 'a heading of the comparison is a label',
      change: (files) => delete labels(files)['compare.basis'],
      fault: 'compare.json: aspects.basis.label: no text under "labels" has the key "compare.basis": add the text',
    },
    {
      why: 'a sentence that the program says is there',
      change: (files) => delete statements(files)['disclaimer'],
      fault: 'text/en: statements: "disclaimer" is missing, and the program says it: add it',
    },
    {
      why: 'a sentence is used',
      change: (files) => Object.assign(statements(files), { idle: 'Some words.' }),
      fault: 'text/en/all.json: statements.idle: nothing uses this text: take it out',
    },
    {
      why: 'a label is used, by a rule or by the program',
      change: (files) => Object.assign(labels(files), { idle: 'Some words.', 'screen.idle': 'Some words.' }),
      fault: 'text/en/all.json: labels.idle: nothing uses this text: take it out',
    },
  ]);

  test('a key that two files have is named with both', () => {
    const copy = { $schema: '../../schema/text.schema.json', statements: { say: 'Other words.' } };
    expect(faultsOfSmall((files) => Object.assign(files, { 'text/en/more': copy }))).toEqual([
      {
        file: 'text/en/more.json',
        path: 'statements.say',
        message: 'text/en/all.json has a text with this key too: keep one of them',
        related: ['text/en/all.json'],
      },
    ]);
  });
});

describe('wording', () => {
  const say = (words: string) => (files: Files) => Object.assign(files['text/en/all'].statements, { say: words });
  oneFaultEach([
    {
      why: 'a place is one that is filled',
      change: say('Call {number}.'),
      fault: `text/en/all.json: statements.say: nothing fills {number}: ${places}`,
    },
    {
      why: 'a telephone number has an id',
      change: say('Call {phone:apeals}.'),
      fault: 'text/en/all.json: statements.say: nothing fills {phone:apeals}: write an id of "numbers" in phone.json',
    },
    {
      why: 'a date belongs to a deadline',
      change: say('By {date:cdp}.'),
      fault:
        'text/en/all.json: statements.say: nothing fills {date:cdp}: write one of cdp-request, equivalent-hearing-request, cap-notify-collection, cap-form-9423, cap-no-callback, cap-seizure-conference, cap-late-request, ia-appeal, ia-appeal-after-effective, jeopardy-review, tax-court-petition, bank-hold, levied-money-claim, other-appeal, other-reply, reply-by',
    },
    {
      why: 'braces come in pairs',
      change: say('By {today.'),
      fault: 'text/en/all.json: statements.say: a brace stands alone: write {name} or take it out',
    },
    {
      why: 'a known telephone number is written as its place',
      change: say('Call 855-865-3401.'),
      fault: 'text/en/all.json: statements.say: the telephone number 855-865-3401 is typed out: write {phone:appeals}',
    },
    {
      why: 'another telephone number is added first',
      change: say('Call (800) 829-1040.'),
      fault:
        'text/en/all.json: statements.say: the telephone number (800) 829-1040 is typed out: add it to phone.json and write {phone:ID}',
    },
    {
      why: 'the title of a letter is shown as it stands',
      change: (files) => Object.assign(files['notices/cp504'].text.en, { title: 'About {letter}' }),
      fault:
        'notices/cp504.json: text.en.title: nothing fills {letter}: here words stand as they are, so write them out',
    },
    {
      why: 'a letter cannot take in its own sentence',
      change: (files) => Object.assign(files['notices/cp504'].text.en, { instead: 'So {instead}' }),
      fault: `notices/cp504.json: text.en.instead: nothing fills {instead}: ${places}`,
    },
    {
      why: 'an option of a question is shown as it stands',
      change: (files) => Object.assign(files['questions'].questions[0].options[0].label, { en: '{letter}' }),
      fault:
        'questions.json: questions.hardship.options.yes.label.en: nothing fills {letter}: here words stand as they are, so write them out',
    },
    {
      why: 'pieces of a count take small words only',
      change: (files) => Object.assign(files['text/en/all'].counting, { rolled: 'It moves to {Date}.' }),
      fault: `text/en/all.json: counting.rolled: nothing fills {Date}: ${places}`,
    },
  ]);

  test.each([
    'On {today}, about {letter}: {instead}',
    'Call {phone:appeals} by {date:cap-form-9423}{and-aim:cap-form-9423}, not after {date:cap-form-9423}.',
    'Form 12153, IRC 6330, 26 U.S.C. 6331(d), 31 days, AP-08-0126-0001',
  ])('is in order: %s', (words) => {
    expect(lintSmall(say(words))).toEqual([]);
  });
});

describe('sources', () => {
  oneFaultEach([
    {
      why: 'a cited source is there',
      change: (files) => Object.assign(files['notices/cp504'], { cite: ['pub-1606'] }),
      fault: 'notices/cp504.json: cite: "pub-1606" is not a source of sources.json: write "pub-1660", or add it there',
    },
    {
      why: 'a source is cited once in one place',
      change: (files) => files['decisions/cap'].rows[0].cite.push('pub-1660'),
      fault: 'decisions/cap.json: rows.hard.cite: "pub-1660" stands here twice: write it once',
    },
    {
      why: 'a source is cited somewhere',
      change: (files) => Object.assign(files['sources'].sources, { idle: { ...files['sources'].sources['pub-1660'] } }),
      fault: 'sources.json: sources.idle: no rule cites this source: cite it or take it out',
    },
    {
      why: 'a row has a source',
      change: (files) => Object.assign(files['decisions/cap'].rows[0], { cite: [] }),
      fault: 'decisions/cap.json: rows.hard.cite: no source stands here: write the id of the source that says this',
    },
    {
      why: 'a step has a source',
      change: (files) => Object.assign(files['steps'].steps[0], { cite: [] }),
      fault: 'steps.json: steps.call.cite: no source stands here: write the id of the source that says this',
    },
    {
      why: 'a notice that is sure of itself has sources',
      change: (files) => Object.assign(files['notices/cp504'].cap, { cite: [] }),
      fault: 'notices/cp504.json: cap.cite: no source stands here: write the id of the source that says this',
    },
  ]);

  const nothingSaid: readonly { why: string; change: (files: Files) => void }[] = [
    {
      why: 'a row that says nothing is known',
      change: (files) => Object.assign(files['decisions/cap'].rows[0], { then: { status: 'unknown' }, cite: [] }),
    },
    {
      why: 'a notice of which little is established',
      change: (files) => Object.assign(files['notices/cp504'], { confidence: 'low', cite: [] }),
    },
    {
      why: 'a step that is about the letter alone',
      change: (files) => Object.assign(files['steps'].steps[0], { when: [{ hasNotice: ['yes'] }], cite: [] }),
    },
    {
      why: 'a date that the letter prints',
      change: (files) => Object.assign(files['deadlines'].deadlines[0].terms[0], { add: [], cite: [] }),
    },
  ];
  test.each(nothingSaid)('$why needs none', ({ change }) => {
    expect(lintSmall(change)).toEqual([]);
  });
});

describe('scenarios', () => {
  const scenarios = (files: Files) => files['scenarios/cases'].scenarios;
  oneFaultEach([
    {
      why: 'an id stands once',
      change: (files) => scenarios(files).push(scenarios(files)[0]),
      fault:
        'scenarios/cases.json: scenarios.easy: scenarios/cases.json has a scenario with this id too: give each its own',
    },
    {
      why: 'a source is there',
      change: (files) => Object.assign(scenarios(files)[0], { source: ['pub-1666'] }),
      fault: 'scenarios/cases.json: scenarios.easy.source: "pub-1666" is not there: write "pub-1660"',
    },
    {
      why: 'a step is there',
      change: (files) => Object.assign(scenarios(files)[0].expect, { steps: ['fly'] }),
      fault: 'scenarios/cases.json: scenarios.easy.expect.steps: "fly" is not there: take it out',
    },
  ]);
});
