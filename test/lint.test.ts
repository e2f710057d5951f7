import { describe, expect, test } from 'vitest';
import { type Files, faultsOfSmall, type Json, lintSmall, notice } from './small-rules.ts';

interface Case {
  readonly why: string;
  readonly change: (files: Files) => void;
  readonly fault: string;
}

test('the small rules that the cases below break are in order', () => {
  expect(lintSmall()).toEqual([]);
});

/** Each change makes exactly this one fault. */
function oneFaultEach(cases: readonly Case[]): void {
  test.each(cases)('$why', ({ change, fault }) => {
    expect(lintSmall(change)).toEqual([fault]);
  });
}

describe('notices', () => {
  oneFaultEach([
    {
      why: 'the id is the name of the file',
      change: (files) => Object.assign(files['notices/cp504'], { id: 'cp503' }),
      fault: 'notices/cp504.json: id: "cp503" is not the name of the file: write "cp504" or call the file cp503.json',
    },
    {
      why: 'a letter that may be a refusal says of what',
      change: (files) => delete files['notices/l4025'].refusal,
      fault: 'notices/l4025.json: refusal: is missing: with cap.ground "if-refused" write the action of a refusal',
    },
    {
      why: 'only a letter that may be a refusal says of what',
      change: (files) => Object.assign(files['notices/cp504'], { refusal: 'lien-certificate-denied' }),
      fault: 'notices/cp504.json: refusal: belongs to cap.ground "if-refused" only: take it out',
    },
    {
      why: 'a refusal is another action than the letter is otherwise',
      change: (files) => Object.assign(files['notices/l4025'], { refusal: 'other' }),
      fault: 'notices/l4025.json: refusal: is the same as action "other": one of the two has to differ',
    },
    {
      why: 'a CDP right is one on a lien or on a levy',
      change: (files) => Object.assign(files['notices/cp504'].cdp, { ground: 'levy-before' }),
      fault: 'notices/cp504.json: cdp.kind: is missing: with cdp.ground "levy-before" write "lien" or "levy"',
    },
    {
      why: 'the kind of CDP right fits its ground',
      change: (files) => Object.assign(files['notices/cp504'].cdp, { ground: 'lien', kind: 'levy' }),
      fault: 'notices/cp504.json: cdp.kind: "levy" does not fit cdp.ground "lien": write "lien"',
    },
    {
      why: 'a name stands once',
      change: (files) => Object.assign(files['notices/cp504'], { names: ['CP504', 'CP504'] }),
      fault: 'notices/cp504.json: names: "CP504" stands here twice: write it once',
    },
    {
      why: 'a name is confirmed or not',
      change: (files) => Object.assign(files['notices/cp504'], { namesUnconfirmed: ['CP504'] }),
      fault: 'notices/cp504.json: namesUnconfirmed: "CP504" stands in "names" too: keep one of them',
    },
  ]);

  test('two notices that answer to one spelling are both named', () => {
    const faults = faultsOfSmall((files) => files['notices/l4025'].names.push('cp-504'));
    expect(faults).toEqual([
      {
        file: 'notices/l4025.json',
        path: 'names',
        message: '"cp-504" is a spelling of notices/cp504.json too: take it out of one of the two',
        related: ['notices/cp504.json'],
      },
    ]);
  });

  test('a copy of a notice file clashes with the first', () => {
    const lines = lintSmall((files) => Object.assign(files, { 'notices/cp504b': { ...files['notices/cp504'] } }));
    expect(lines).toEqual([
      'notices/cp504b.json: id: "cp504" is not the name of the file: write "cp504b" or call the file cp504.json',
      'notices/cp504b.json: names: "CP504" is a spelling of notices/cp504.json too: take it out of one of the two',
    ]);
  });
});

describe('decision tables', () => {
  oneFaultEach([
    {
      why: 'a row decides what others decide',
      change: (files) => Object.assign(files['decisions/cap'].rows[0], { then: {} }),
      fault: 'decisions/cap.json: rows.hard.then: other rows also decide status: write it here too',
    },
    {
      why: 'an outcome is a word of the vocabulary',
      change: (files) => Object.assign(files['decisions/cap'].rows[0].then, { status: 'open' }),
      fault:
        'decisions/cap.json: rows.hard.then.status: "open" is not a value of it: write one of available, expired, later, used, not-available, unknown',
    },
    {
      why: 'a list of outcomes is checked word by word',
      change: (files) => Object.assign(files['decisions/cap'].rows[0].then, { missing: ['contact', 'hardship'] }),
      fault:
        'decisions/cap.json: rows.hard.then.missing: "hardship" is not a value of it: write one of notice, action, contact, noticeDate, nftlFiledDate, seizureNoticeDate, conferenceDate, conferenceRequestedDate, effectiveDate, firstCdpDate',
    },
    {
      why: 'an outcome is one that is read',
      change: (files) => Object.assign(files['decisions/cap'].rows[0].then, { misssing: ['contact'] }),
      fault: 'decisions/cap.json: rows.hard.then.misssing: nothing reads "misssing": write "missing"',
    },
    {
      why: 'in a table that speaks every row says why',
      change: (files) => delete files['decisions/cap'].rows[0].text,
      fault: 'decisions/cap.json: rows.hard.text: is missing: the other rows say why, so write the key of a sentence',
    },
  ]);

  test('a table that the program needs is there, and no other', () => {
    const rename = (files: Files): void => {
      files['decisions/cop'] = files['decisions/cap'];
      delete files['decisions/cap'];
    };
    expect(lintSmall(rename)).toEqual([
      'decisions/cap.json: : the program needs this table: add the file',
      'decisions/cop.json: : no part of the program reads this table: take the file out, or call it one of cap',
    ]);
  });
});

describe('deadlines', () => {
  const first = (files: Files) => files['deadlines'].deadlines[0];
  oneFaultEach([
    {
      why: 'each stands there',
      change: (files) => files['deadlines'].deadlines.shift(),
      fault: 'deadlines.json: deadlines: "cdp-request" is missing: add it',
    },
    {
      why: 'each stands there once',
      change: (files) => files['deadlines'].deadlines.push(first(files)),
      fault: 'deadlines.json: deadlines.cdp-request: stands here twice: keep one of them',
    },
    {
      why: 'two terms never both fit',
      change: (files) =>
        first(files).terms.push({ ...first(files).terms[0], id: 'copy', when: { contact: ['phone'] } }),
      fault:
        'deadlines.json: deadlines.cdp-request.terms.copy: overlap: terms "only" and "copy" both fit contact phone, hasNotice yes: narrow one of them',
    },
    {
      why: 'two terms have two ids',
      change: (files) => first(files).terms.push({ ...first(files).terms[0], when: { hasNotice: ['no'] } }),
      fault: 'deadlines.json: deadlines.cdp-request.terms.only: two terms have this id: give each its own',
    },
    {
      why: 'a term names values that exist',
      change: (files) => Object.assign(first(files).terms[0].when, { hasNotice: ['yess'] }),
      fault:
        'deadlines.json: deadlines.cdp-request.terms.only.when.hasNotice: "yess" is not a value of it: write "yes" or another of yes, no',
    },
  ]);
});

describe('steps, warnings, help, conditions', () => {
  oneFaultEach([
    {
      why: 'ids are not repeated',
      change: (files) => files['steps'].steps.push(files['steps'].steps[0]),
      fault: 'steps.json: steps.call: two entries have this id: give each its own',
    },
    {
      why: 'a situation stands once',
      change: (files) => files['help'].help[0].when.push({ hasNotice: ['no'] }),
      fault: 'help.json: help.tas.when: {"hasNotice":["no"]} stands here twice: write it once',
    },
    {
      why: 'values exist',
      change: (files) => files['warnings'].warnings[0].when.push({ contact: ['pigeon'] }),
      fault:
        'warnings.json: warnings.late.when[2].contact: "pigeon" is not a value of it: write one of notice, phone, revenue-officer, unknown',
    },
    {
      why: 'a condition is said once',
      change: (files) => files['conditions'].conditions.push(files['conditions'].conditions[0]),
      fault:
        'conditions.json: conditions.dispute[2]: overlap: conditions.dispute[1] and conditions.dispute[2] both fit cap in any situation: narrow one of them',
    },
  ]);
});

describe('questions', () => {
  const options = (files: Files) => files['questions'].questions[0].options;
  oneFaultEach([
    {
      why: 'a fact is asked for once',
      change: (files) => files['questions'].questions.push(files['questions'].questions[0]),
      fault: 'questions.json: questions.hardship: two questions ask for this fact: keep one of them',
    },
    {
      why: 'every value is offered, "I do not know" included',
      change: (files) => options(files).pop(),
      fault: 'questions.json: questions.hardship.options: "unknown" is missing: add an option for it',
    },
    {
      why: 'no other value is offered',
      change: (files) => options(files).push({ value: 'maybe', label: { en: 'Maybe' } }),
      fault: 'questions.json: questions.hardship.options.maybe: is not a value of it: write one of yes, no, unknown',
    },
    {
      why: 'a value is offered once',
      change: (files) => options(files).push(options(files)[0]),
      fault: 'questions.json: questions.hardship.options.yes: stands here twice: write it once',
    },
    {
      why: 'a date is typed and not chosen',
      change: (files) => {
        const [choice, ...questions] = files['questions'].questions;
        Object.assign(
          questions.find(({ fact }: Json) => fact === 'noticeDate'),
          { options: choice.options },
        );
      },
      fault:
        'questions.json: questions.noticeDate.options: "noticeDate" is no choice between values: take "options" out',
    },
    {
      why: 'every fact is asked for',
      change: (files) => files['questions'].questions.shift(),
      fault: 'questions.json: questions: no question asks for "hardship": add one',
    },
  ]);
});

test('faults of all files come in one run, in order of file', () => {
  const lines = lintSmall((files) => {
    files['steps'].steps[0].text = 'nowhere';
    files['notices/cp500'] = { ...notice('cp500', 'CP500'), $schema: '../schema/notice.schema.json', cite: ['nobody'] };
  });
  expect(lines.map((line) => line.slice(0, line.indexOf(':')))).toEqual([
    'notices/cp500.json',
    'steps.json',
    'text/en/all.json',
  ]);
});
