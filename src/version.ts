/** The program version; a test holds it equal to package.json. */
export const version = '0.1.0';

/** The shape of every JSON object of the program. It goes up when a field is taken away, renamed or means something else. */
export const schemaVersion = 1;
