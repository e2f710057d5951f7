import type { Bar } from './bars.ts';
import type { Picture } from './timeline.ts';

/** How a line stands out where colour is allowed; the words alone carry the meaning. */
export type Tone = 'title' | 'urgent' | 'warning' | 'open';

/** One thing said. */
export interface Line {
  /** Said before the text, with a colon. */
  readonly label?: string | undefined;
  readonly text: string;
  readonly tone?: Tone | undefined;
  /** Ids of sources, shown when reasons are asked for. */
  readonly cite?: readonly string[] | undefined;
  /** Ids of the rules behind the line, shown when reasons are asked for. */
  readonly rules?: readonly string[] | undefined;
  /** true: somebody else's words or an id, in which no short form is spelled out. */
  readonly verbatim?: boolean | undefined;
}

/** A line with what belongs to it. */
export interface Entry extends Line {
  readonly details?: readonly Line[] | undefined;
  /** The sign under which the entry stands in the picture of its section. */
  readonly mark?: string | undefined;
}

export interface Section {
  /** The first section of a screen has none. */
  readonly title?: string | undefined;
  /** `text`: one paragraph an entry; `points`: a list; `steps`: a numbered list. */
  readonly form: 'text' | 'points' | 'steps';
  readonly entries: readonly Entry[];
  /** Shown above the entries where there is room; they say the same in words. */
  readonly picture?: Picture | undefined;
  /** Counts as bars above the entries, which say the same in words. */
  readonly bars?: readonly Bar[] | undefined;
}

/** What a screen says, before anything is known of width, colour or Markdown. */
export interface Document {
  /** Names the document where it stands alone, as in Markdown; empty for a part of one. */
  readonly title: string;
  readonly sections: readonly Section[];
}

/** A document of its sections that say something. */
export function documentOf(title: string, sections: readonly Section[]): Document {
  return { title, sections: sections.filter(({ entries }) => entries.length > 0) };
}
