import { type CalendarDate, longDate } from '../calendar.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Fault } from './lint-fault.ts';

/** What has to be read again because its time is over on a day: the rules, sources, interim guidance. */
export function dueOn({ manifest, sources }: RuleSet, today: CalendarDate): Fault[] {
  const say = (day: string): string => longDate(day as CalendarDate);
  const ofRules = [{ ...manifest, name: 'these rules' }, ...(manifest.overlays ?? [])]
    .filter(({ reviewBy }) => reviewBy < today)
    .map(({ name, reviewBy }) => ({
      file: 'manifest.json',
      path: 'reviewBy',
      message: `the review of ${name} was due on ${say(reviewBy)}: review, then write the day of the next one`,
    }));
  const ofSources = Object.entries(sources).flatMap(([id, { expires, reviewBy, retrieved }]): Fault[] => {
    const [file, path] = ['sources.json', `sources.${id}`];
    const expired = `expired on ${say(expires ?? today)}: read what came in its place, and give what rests on it a last day`;
    const stale = `was to be read again by ${say(reviewBy ?? today)}: read it, then write "retrieved" and the next day`;
    const ahead = `${retrieved} is still to come: write the day on which it was read`;
    return [
      ...(retrieved > today ? [{ file, path: `${path}.retrieved`, message: ahead }] : []),
      ...(expires !== undefined && expires <= today ? [{ file, path: `${path}.expires`, message: expired }] : []),
      ...(reviewBy !== undefined && reviewBy < today ? [{ file, path: `${path}.reviewBy`, message: stale }] : []),
    ];
  });
  return [...ofRules, ...ofSources];
}
