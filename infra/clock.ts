// The office's now, given to the domain from outside.

/** An ISO instant in UTC. */
export type Clock = () => string;

export const systemClock: Clock = () => new Date().toISOString();
