import type { Guidance } from '../src/engine/guidance.ts';
import { dateFacts, missingFacts } from '../src/vocabulary.ts';

/** What is wrong with an answer, whatever the situation: its texts, sources, missing facts, request and dates. */
export function faultsOf(guidance: Guidance): string[] {
  const { programs, sources, lead, steps } = guidance;
  const cited = [...new Set(citesIn({ ...guidance, sources: [] }))].sort();
  const uncited = Object.entries(programs).filter(([, { cite, status }]) => cite.length === 0 && status !== 'unknown');
  return [
    ...textsOf(guidance).flatMap(textFaults),
    ...[...lead, ...steps].flatMap(({ text }) => longSentences(text)).map((text) => `over 30 words: ${text}`),
    ...(cited.join() ===
    sources
      .map(({ id }) => id)
      .sort()
      .join()
      ? []
      : ['sources are not the cited ones']),
    ...uncited.map(([name]) => `${name} without a source`),
    ...(steps.length > 0 ? [] : ['no step: a dead end']),
    ...missingFaults(guidance),
    ...requestFaults(guidance),
    ...orderFaults(guidance),
  ];
}

const sound = new Set<string>();

/** What is wrong with a text; a good text is read once. */
function textFaults(text: string): string[] {
  if (sound.has(text)) return [];
  const faults = [
    /[{}]/.test(text) && 'unfilled place',
    /\b(undefined|null|NaN|Invalid)\b|\[object|\s{2}|^\s|\s$/.test(text) && 'undefined or stray space',
    /\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4}/.test(text) && 'numeric date',
    !/[^.]\.$/.test(text) && 'no full stop at the end',
  ].filter((fault) => fault !== false);
  if (faults.length === 0) sound.add(text);
  return faults.map((fault) => `${fault}: ${text}`);
}

function longSentences(text: string): string[] {
  return text.split(/(?<=[.?!])\s+/).filter((sentence) => sentence.split(/\s+/).length > 30);
}

function textsOf({ programs, form9423, representation, phone, notice, disclaimer, ...lists }: Guidance): string[] {
  return [
    ...[...lists.lead, ...lists.steps, ...lists.help, ...lists.warnings, ...representation.checks].map(
      (one) => one.text,
    ),
    ...[programs.cap, programs.cdp, programs.equivalentHearing, form9423, representation].map(({ why }) => why),
    ...lists.deadlines.flatMap((one) => [one.counting, one.ifMissed, ...(one.onTime ? [one.onTime] : [])]),
    ...[phone.useFor, phone.notFor, phone.haveReady].flat(),
    ...(notice ? [notice.what, notice.trap, notice.instead].filter((text) => text !== undefined) : []),
    disclaimer,
  ];
}

function citesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(citesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'cite' ? (inner as string[]) : citesIn(inner)));
}

/** Missing facts name what is unknown, nothing unknown is without one, and no date that was given is asked for. */
function missingFaults({ missing, programs, form9423, deadlines, facts }: Guidance): string[] {
  const { cap, cdp, equivalentHearing } = programs;
  const isUnknown = [cap.status, cdp.status, equivalentHearing.status, form9423.need].includes('unknown');
  const given = missing.filter((fact) => (dateFacts as readonly string[]).includes(fact) && Object.hasOwn(facts, fact));
  return [
    ...missing.filter((fact) => !missingFacts.includes(fact)).map((fact) => `${fact} cannot be missing`),
    ...given.map((fact) => `${fact} is given and missing`),
    ...(isUnknown && missing.length === 0 ? ['unknown with nothing missing'] : []),
    ...(!isUnknown && missing.length > 0 && deadlines.every(({ date }) => date !== null)
      ? ['missing for nothing']
      : []),
  ];
}

/** Letters that refuse a claim of wrongful levy: CAP on them is asked for in writing, whatever the contact. */
const refusedClaims = ['l3973', 'l3974'];

function requestFaults({ programs: { cap }, form9423, facts, notice }: Guidance): string[] {
  const isClaim = notice ? refusedClaims.includes(notice.id) : facts.action === 'wrongful-levy-claim-denied';
  const isWritten = isClaim || facts.contact === 'revenue-officer';
  const byContact = isWritten ? 'preferred/written' : 'optional/oral-or-written';
  const open = isClaim || facts.contact ? byContact : 'unknown/null';
  const closed = cap.status === 'unknown' ? 'unknown/null' : 'not-applicable/null';
  const got = `${form9423.need}/${cap.request}`;
  const isOpen = cap.status === 'available';
  return [
    ...(got === (isOpen ? open : closed) ? [] : [`CAP ${cap.status} with ${got}`]),
    ...((cap.managerConference !== null) === isOpen ? [] : [`CAP ${cap.status}, conference ${cap.managerConference}`]),
  ];
}

function orderFaults({ deadlines, today }: Guidance): string[] {
  const order = deadlines.map(({ date, id }) => `${date ?? '9999'} ${id}`);
  const faults = deadlines.filter(({ date, status, daysLeft, aimFor }) => {
    const wanted = date === null ? 'unknown' : date === today ? 'today' : date < today ? 'passed' : 'open';
    const isCounted = wanted === 'open' || wanted === 'today';
    const aimIsGood = aimFor === null || (date !== null && aimFor >= today && aimFor <= date);
    return status !== wanted || (daysLeft !== null) !== isCounted || !aimIsGood;
  });
  const isSorted = order.join() === [...order].sort().join();
  return [...(isSorted ? [] : [`order: ${order.join()}`]), ...faults.map(({ id }) => `${id}: status, days or aim`)];
}
