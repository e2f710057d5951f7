import type { CalendarDate } from '../calendar.ts';
import type * as situation from '../situation-words.ts';
import type * as words from '../vocabulary.ts';

/** What is known. A fact left out and a fact given as `unknown` mean the same to the engine. */
export type Answers = {
  readonly notice?: string | undefined;
} & { readonly [F in words.ClosedFact]?: (typeof words.closedFacts)[F][number] | 'unknown' | undefined } & {
  readonly [F in words.DateFact]?: CalendarDate | 'unknown' | undefined;
};

export interface Cited {
  /** Ids of sources. */
  readonly cite: readonly string[];
}

export interface Statement extends Cited {
  readonly id: string;
  readonly text: string;
}

export interface ProgramGuidance extends Cited {
  readonly status: words.ProgramStatus;
  /** What decided it, in sentences, with every "if ..." that it rests on. */
  readonly why: string;
  /** true: our reading of the sources, not their words. */
  readonly inferred?: true;
}

export interface CapGuidance extends ProgramGuidance {
  readonly request: (typeof words.requestForms)[number] | null;
  readonly managerConference: (typeof words.conferenceNeeds)[number] | null;
}

export interface CdpGuidance extends ProgramGuidance {
  readonly kind: (typeof situation.cdpKinds)[number] | null;
}

export interface Deadline extends Cited {
  readonly id: words.DeadlineId;
  readonly program: (typeof words.deadlinePrograms)[number];
  readonly label: string;
  /** The day to show: the last day, or an earlier printed one. */
  readonly date: CalendarDate | null;
  /** The last day before it moved off a weekend or legal holiday. */
  readonly unrolled: CalendarDate | null;
  /** A safer day to aim for; null once past. */
  readonly aimFor: CalendarDate | null;
  /** The day that decides the right, where it is later than the one shown and not certain. */
  readonly rightEnds: CalendarDate | null;
  /** The fact that starts the count, and its day; null where that is not known. */
  readonly start: { readonly fact: words.DateFact; readonly date: CalendarDate } | null;
  readonly status: words.DeadlineStatus;
  /** Calendar days; 0 on the day; null when passed or unknown. */
  readonly daysLeft: number | null;
  /** The day by which lists go: the last day that is still ahead, or an earlier safe one; null where none is. */
  readonly listDay: CalendarDate | null;
  /** A right may hang on a day that is not known: it is never called passed. */
  readonly isUnknownDay: boolean;
  /** Something that is open now comes first in lists. */
  readonly comesLater: boolean;
  readonly firmness: (typeof words.firmnesses)[number];
  /** How the day was counted, or how to count it. */
  readonly counting: string;
  readonly ifMissed: string;
  /** What keeps the date when a paper goes by mail. */
  readonly onTime?: string;
}

/** One day of the timeline and what it is. */
export interface TimelineEvent {
  readonly date: CalendarDate;
  /**
   * `start`: a count begins; `aim`: the safer day; `later`: the day that decides the right where an earlier one is shown.
   */
  readonly kind: 'today' | 'start' | 'aim' | 'deadline' | 'later';
  /** The fact that starts a count. */
  readonly fact?: words.DateFact;
  readonly deadline?: words.DeadlineId;
}

/** All days of the answer in order of date. */
export interface Timeline {
  readonly events: readonly TimelineEvent[];
  /** Legal holidays in the months of the events. */
  readonly holidays: readonly { readonly date: CalendarDate; readonly name: string; readonly federal: boolean }[];
}

export interface Step extends Cited {
  readonly id: string;
  readonly text: string;
  readonly deadline?: words.DeadlineId;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly revised: string | null;
  readonly retrieved: string;
  /** Interim guidance whose time is over since this day. */
  readonly expired?: string;
}

export interface NoticeGuidance extends Cited {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  /** Only for letters of the second catalogue, which this guide is not about. */
  readonly catalogue?: 'other';
  readonly what: string;
  readonly trap?: string;
  readonly instead?: string;
  readonly confidence: (typeof words.confidences)[number];
  readonly unconfirmed: readonly string[];
  readonly conflicts: readonly string[];
}

export interface Guidance {
  readonly schemaVersion: 1;
  readonly generator: { readonly name: 'irs-appeals-guide'; readonly version: string };
  readonly rules: {
    readonly version: string;
    readonly hash: string;
    readonly reviewedOn: string;
    readonly reviewBy: string;
    /** What was laid over the rules, in order. */
    readonly overlays?: readonly { readonly name: string; readonly version: string; readonly reviewedOn: string }[];
  };
  readonly today: CalendarDate;
  readonly facts: Answers;
  readonly missing: readonly words.MissingFact[];
  readonly notice: NoticeGuidance | null;
  /** The first lines of the answer: what to do and by when. */
  readonly lead: readonly Statement[];
  readonly programs: {
    readonly cap: CapGuidance;
    readonly cdp: CdpGuidance;
    readonly equivalentHearing: ProgramGuidance;
  };
  readonly form9423: Cited & { readonly need: words.Form9423Need; readonly why: string };
  readonly deadlines: readonly Deadline[];
  /** null where no two days are known. */
  readonly timeline: Timeline | null;
  readonly steps: readonly Step[];
  readonly representation: Cited & {
    readonly mayRepresent: (typeof words.mayRepresent)[number];
    readonly form2848: (typeof words.form2848Needs)[number];
    readonly checks: readonly { readonly id: string; readonly text: string }[];
    readonly why: string;
  };
  readonly phone: Cited & {
    readonly appeals: string;
    readonly useFor: readonly string[];
    readonly notFor: readonly string[];
    readonly haveReady: readonly string[];
  };
  readonly help: readonly Statement[];
  readonly warnings: readonly Statement[];
  readonly sources: readonly Source[];
  /** `table/row` for every row that decided something, in order. */
  readonly trace: readonly string[];
  /** Said in every format: this informs and does not advise. */
  readonly disclaimer: string;
}
