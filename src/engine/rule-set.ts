import type * as z from 'zod';
import type { CalendarDate } from '../calendar.ts';
import type * as schema from '../rules/schema.ts';
import type { SentenceVersions } from '../rules/schema-words.ts';
import type { Period } from './law-on.ts';

type Shape<K extends keyof typeof schema.ruleFiles> = z.infer<(typeof schema.ruleFiles)[K]>;

/** A letter of either catalogue; `other` marks the second one, whose letters this guide is not about. */
export type Letter = schema.Notice & { readonly catalogue?: 'other' };

/** All rules, read and checked; plain data. */
export interface RuleSet {
  /** `sha256:` over the canonical JSON of every file. */
  readonly hash: string;
  /** Days on which the law becomes another; empty where these are the rules of one period. */
  readonly changes: readonly CalendarDate[];
  readonly manifest: Shape<'manifest'>;
  /** `expired`: interim guidance whose time was over on the day of `lawOn`. */
  readonly sources: Readonly<Record<string, Shape<'sources'>['sources'][string] & { readonly expired?: true }>>;
  readonly notices: Readonly<Record<string, Letter>>;
  /** The second catalogue: letters that this guide is not about, or knows by their heading only. */
  readonly otherLetters: Readonly<Record<string, Letter>>;
  /** Every accepted spelling of a letter of both catalogues in its bare form, and the id of the letter. */
  readonly noticeNames: Readonly<Record<string, string>>;
  /** Letters that are in use on some days only. */
  readonly noticePeriods: Readonly<Record<string, Period>>;
  readonly tables: Readonly<Record<string, schema.DecisionTable>>;
  readonly actions: Shape<'actions'>['actions'];
  readonly deadlines: Shape<'deadlines'>['deadlines'];
  readonly clocks: Shape<'deadlines'>['clocks'];
  /** What fills `{count:NAME}` in sentences. */
  readonly counts: Readonly<Record<string, string>>;
  readonly typedCounts: NonNullable<Shape<'deadlines'>['typedCounts']>;
  readonly steps: Shape<'steps'>['steps'];
  readonly warnings: Shape<'warnings'>['warnings'];
  readonly help: Shape<'help'>['help'];
  readonly conditions: Shape<'conditions'>['conditions'];
  readonly phone: Shape<'phone'>;
  readonly compare: Shape<'compare'>['aspects'];
  readonly questions: Shape<'questions'>['questions'];
  readonly columns: Shape<'columns'>;
  readonly form2848: Shape<'forms/form-2848'>['checks'];
  readonly legalHolidays: Shape<'calendar/legal-holidays'>;
  readonly specialDays: Shape<'calendar/special-days'>['days'];
  /** The merged text files of one language. */
  readonly text: {
    readonly statements: Readonly<Record<string, string>>;
    /** Sentences that read differently on different days; `lawOn` puts the right one among the statements. */
    readonly versions: Readonly<Record<string, SentenceVersions>>;
    readonly labels: Readonly<Record<string, string>>;
    readonly counting: Readonly<Record<string, string>>;
  };
}
