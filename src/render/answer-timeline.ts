import { longDate } from '../calendar.ts';
import type { Guidance } from '../engine/guidance.ts';
import type { Entry, Section } from './document.ts';
import { pictureOf } from './timeline.ts';
import type { Words } from './words.ts';

/** All days of the answer as a picture and in words; nothing where no two days are known. */
export function timelineSection(guidance: Guidance, words: Words): Section {
  const picture = pictureOf(guidance, words);
  return {
    title: words('heading.timeline'),
    form: 'points',
    entries: picture ? [...picture.legend, ...holidays(guidance, words)] : [],
    picture,
  };
}

function holidays({ timeline }: Guidance, words: Words): Entry[] {
  const days = timeline?.holidays ?? [];
  if (days.length === 0) return [];
  const text = days
    .map(({ date, name, federal }) => `${longDate(date)} (${name}${federal ? '' : words('timeline.district')})`)
    .join('; ');
  return [{ mark: 'holiday', label: words('timeline.holidays'), text: `${text}.` }];
}
