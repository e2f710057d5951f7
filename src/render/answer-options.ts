import type { CapGuidance, CdpGuidance, Guidance, ProgramGuidance } from '../engine/guidance.ts';
import type { Entry, Line, Section } from './document.ts';
import type { Words } from './words.ts';

/** The decision tables whose rows stand behind each program. */
const tables = {
  cap: ['cap', 'cap-clock'],
  cdp: ['cdp'],
  equivalentHearing: ['equivalent-hearing'],
  form9423: ['form-9423', 'conference'],
} as const;

/** CAP, CDP and the Equivalent Hearing: where each stands, and why. */
export function optionsSection(guidance: Guidance, words: Words): Section {
  const { cap, cdp, equivalentHearing } = guidance.programs;
  return {
    title: words('heading.options'),
    form: 'text',
    entries: [
      program(guidance, 'cap', cap, capDetails(cap, words), words),
      program(guidance, 'cdp', cdp, cdpDetails(cdp, words), words),
      program(guidance, 'equivalentHearing', equivalentHearing, [], words),
    ],
  };
}

export function form9423Section(guidance: Guidance, words: Words): Section {
  const { need, why, cite } = guidance.form9423;
  const rules = rowsOf(guidance, tables.form9423);
  const text = words(`form9423.${need}`);
  return {
    title: words('heading.form9423'),
    form: 'text',
    entries: [{ label: words('form9423'), text, details: [{ label: words('why'), text: why, cite, rules }] }],
  };
}

function program(
  guidance: Guidance,
  name: keyof Guidance['programs'],
  { status, why, cite, inferred }: ProgramGuidance,
  details: readonly Line[],
  words: Words,
): Entry {
  return {
    label: words(`program.${name}`),
    text: words(`status.${status}`),
    verbatim: true,
    tone: status === 'available' ? 'open' : undefined,
    details: [
      { label: words('why'), text: why, cite, rules: rowsOf(guidance, tables[name]) },
      ...(inferred ? [{ label: words('note'), text: words('inferred') }] : []),
      ...details,
    ],
  };
}

function capDetails({ request, managerConference }: CapGuidance, words: Words): Line[] {
  return [
    ...(request ? [{ label: words('request'), text: words(`request.${request}`) }] : []),
    ...(managerConference ? [{ label: words('conference'), text: words(`conference.${managerConference}`) }] : []),
  ];
}

function cdpDetails({ kind }: CdpGuidance, words: Words): Line[] {
  return kind ? [{ label: words('kind'), text: words(`kind.${kind}`) }] : [];
}

function rowsOf({ trace }: Guidance, names: readonly string[]): string[] {
  return trace.filter((row) => names.includes(row.split('/')[0] ?? ''));
}
