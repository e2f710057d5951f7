import * as z from 'zod';
import { columnNames } from '../facts/fact-names.ts';
import { NonEmpty, reference } from './schema-parts.ts';

const Column = z.enum(columnNames as readonly [string, ...string[]]);
const Names = z.array(NonEmpty).nonempty();

export const Columns = z
  .strictObject({
    $schema: reference,
    synonyms: z
      .partialRecord(Column, Names)
      .describe('Other names of the columns of batch, as practices write them. They are read, and said once.'),
    askFirst: z
      .partialRecord(Column, Names)
      .describe('Names that may mean a column and may not: an error that offers --map, and never a guess.'),
    neverSilent: z
      .array(
        z.strictObject({
          about: NonEmpty.describe('What such a name speaks of.'),
          words: Names.describe('Words of a name, whole and in small letters.'),
          column: Column.describe('The column that the offer of --map names.'),
        }),
      )
      .describe('A column that is left out is told of with an offer where its name has such a word.'),
  })
  .describe('What the columns of other programs mean to batch. Capitals, blanks and signs in a name do not matter.');
