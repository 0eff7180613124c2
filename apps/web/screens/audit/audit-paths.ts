// Where the audit screens lie.
export const AUDIT = '/jejak';
export const streamPath = (streamId: string): string => `${AUDIT}/aliran/${streamId}`;
