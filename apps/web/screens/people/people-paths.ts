// Where the pages of people lie.
export const PEOPLE = '/petugas';
export const personPath = (streamId: string): string => `${PEOPLE}/${streamId}`;
