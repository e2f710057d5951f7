import type { AskOptions } from '../src/commands/ask.ts';
import type { Guidance } from '../src/engine/guidance.ts';
import type { Session } from '../src/interview/session.ts';
import { makeWizardWords } from '../src/interview/wizard-words.ts';
import type { Io } from '../src/io.ts';
import type { ChoiceAsk, Prompter, SearchAsk, TextAsk } from '../src/prompt/prompter.ts';
import { version } from '../src/version.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

export const words = makeWizardWords(rules.text);

export const choice: ChoiceAsk = {
  text: 'Who has been in touch?',
  where: 'See who signed.',
  why: 'It decides how to ask.',
  canGoBack: true,
  options: [
    { value: 'notice', label: 'Letters only' },
    { value: 'phone', label: 'Phone', hint: 'Often a computer system.' },
    { value: 'revenue-officer', label: 'Revenue officer' },
    { value: 'unknown', label: "I don't know" },
  ],
};

export const text: TextAsk = {
  text: 'Which word?',
  why: 'Words matter.',
  canGoBack: true,
  unknownLabel: "I don't know",
  read: (typed) => (typed === 'tree' ? { value: 'tree', echo: 'a tree' } : { error: 'Write tree.' }),
};

const letters = ['CP90', 'CP90C', 'LT11'];

export const letterSearch: SearchAsk = {
  text: 'Which letter?',
  why: 'Letters differ.',
  canGoBack: false,
  find: (typed) =>
    letters
      .filter((letter) => letter.includes(typed.toUpperCase()))
      .map((letter) => ({ value: letter.toLowerCase(), label: `${letter}: a letter` })),
  exact: (typed) => letters.find((letter) => letter === typed.toUpperCase())?.toLowerCase(),
  always: [{ value: 'no-number', label: "I can't find a number" }],
};

export interface ShownAnswers {
  readonly session: Session;
  readonly answers: Guidance[];
}

/** A session whose answers are kept instead of shown. */
export function sessionWith(prompter: Prompter, today = '2026-11-10'): ShownAnswers {
  const answers: Guidance[] = [];
  const outlet: Session['outlet'] = {
    isBrief: true,
    show: (guidance) => void answers.push(guidance),
    showDetails: () => prompter.say('details'),
    showSources: ({ sources }) => prompter.say(`${sources.length} sources`),
    refuses: () => undefined,
    save: async (file, _guidance, force) => {
      if (file === 'there.txt' && !force) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
      if (file.startsWith('nowhere/')) throw Object.assign(new Error('no folder'), { code: 'ENOENT' });
      return 'saved';
    },
  };
  return { answers, session: { rules, today: d(today), prompter, words, outlet } };
}

export function askOptions(io: Io, change: Partial<AskOptions> = {}): AskOptions {
  return {
    format: 'text',
    columns: io.columns,
    color: false,
    plain: false,
    accessible: false,
    unicode: false,
    explain: false,
    today: d(io.today()),
    version,
    write: io.out,
    noInput: false,
    ...change,
  };
}
