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
  /** Whether two names, or links, lead to one file; `-` is stdin. */
  readonly isSameFile: (one: string, other: string) => boolean;
  /** Writes a file; rejects with code `EEXIST` where it exists, unless `force`. */
  readonly writeText: (file: string, text: string, force: boolean) => Promise<void>;
  /** Opens a file for writing piece by piece; throws with code `EEXIST` where it exists, unless `force`. */
  readonly create: (
    file: string,
    force: boolean,
  ) => { readonly write: (text: string | Uint8Array) => void; readonly close: () => void };
  /** Bytes of a file, where they are known before it is read. */
  readonly sizeOf: (file: string) => number | undefined;
  /** Milliseconds since the start; for progress, never for a day. */
  readonly elapsed: () => number;
  /** Calls back at the next Ctrl-C instead of ending; what it returns lets go. */
  readonly onInterrupt: (tell: () => void) => () => void;
}
