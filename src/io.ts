/** A file that is being written. It has its name only when it is closed; until then what stood there is still there. */
export interface NewFile {
  readonly write: (text: string | Uint8Array) => void;
  /** The answer is whole. */
  readonly close: () => void;
  /** Nothing is left of it. */
  readonly discard: () => void;
}

/** All that the program may know of the world outside; built from `process` in bin, faked in tests. */
export interface Io {
  /** Writes to stdout: answers and data. Waits for a slow reader. */
  readonly out: (text: string | Uint8Array) => void;
  /** Writes to stderr: questions, warnings, summaries. */
  readonly err: (text: string) => void;
  readonly inputIsTerminal: boolean;
  readonly outputIsTerminal: boolean;
  readonly errorIsTerminal: boolean;
  readonly stdin: NodeJS.ReadableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Today on the local wall calendar, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Width of the terminal; 80 where it is not known or zero. */
  readonly columns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Directory of the built-in rules. */
  readonly rulesDir: string;
  /** Opens a file for reading as a stream; `-` is stdin. */
  readonly open: (file: string) => NodeJS.ReadableStream;
  readonly exists: (file: string) => boolean;
  /** A device, a pipe, or standard output by its name: nothing stands there that could be lost. */
  readonly isDevice: (file: string) => boolean;
  /** Why no answer can ever be written there: a folder, a pipe with a name, a folder that is missing. */
  readonly placeFault: (file: string) => string | undefined;
  /** Whether two names, or links, lead to one file; `-` is stdin. */
  readonly isSameFile: (one: string, other: string) => boolean;
  /** Whether what is written to standard output goes into this file; `-` is stdin. */
  readonly isStandardOutput: (file: string) => boolean;
  /** Whether a file stands, or would stand, in a folder or below it, by whatever names or links. */
  readonly isInside: (file: string, folder: string) => boolean;
  /** Writes a file, whole or not at all; rejects with code `EEXIST` where it exists, unless `force`. */
  readonly writeText: (file: string, text: string, force: boolean) => Promise<void>;
  /** Opens a file for writing piece by piece; throws with code `EEXIST` where it exists, unless `force`. */
  readonly create: (file: string, force: boolean) => NewFile;
  /** Reads a file from its beginning, piece by piece; a piece is shorter than asked for only at the end. */
  readonly reread: (file: string) => { readonly next: (length: number) => Uint8Array; readonly close: () => void };
  /** Bytes of a file, where they are known before it is read. */
  readonly sizeOf: (file: string) => number | undefined;
  /** Milliseconds since the start; for progress, never for a day. */
  readonly elapsed: () => number;
  /** Calls back at the next Ctrl-C, or where the system asks to end, instead of ending; what it returns lets go. */
  readonly onInterrupt: (tell: () => void) => () => void;
}
