// What a projector tells its log and its operator while it runs.
import type { Poison } from './poison.ts';

export type ProjectorNews =
  | { readonly kind: 'following'; readonly projection: string; readonly position: string }
  | { readonly kind: 'stopped'; readonly projection: string; readonly poison: Poison }
  | { readonly kind: 'resumed'; readonly projection: string }
  | { readonly kind: 'rebuilt'; readonly projection: string; readonly position: string }
  | { readonly kind: 'failed'; readonly projection: string; readonly error: unknown };
