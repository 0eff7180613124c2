// What the examination of the log may find wrong, each with its exact place.

export type Finding =
  /** The event at this position is not what was sealed. */
  | { readonly kind: 'EVENT_CHANGED'; readonly position: string }
  /** These two events took each other's place. */
  | { readonly kind: 'EVENTS_SWAPPED'; readonly position: string; readonly other: string }
  /** An event stands where none was when the log was sealed. */
  | { readonly kind: 'EVENT_INSERTED'; readonly position: string }
  | { readonly kind: 'EVENT_DROPPED'; readonly position: string }
  /** The sealed bytes are whole, but the columns that programs read say something else. */
  | { readonly kind: 'COLUMNS_DIFFER'; readonly position: string }
  /** The events are as sealed, the kept tree is not. */
  | { readonly kind: 'TREE_CHANGED'; readonly level: number; readonly index: number }
  | { readonly kind: 'SEAL_CHANGED'; readonly number: string }
  | { readonly kind: 'SEAL_MISSING'; readonly number: string }
  /** Changed together with the tree: somewhere after one position, up to another. */
  | { readonly kind: 'INTERVAL_CHANGED'; readonly after: string; readonly upTo: string }
  /** Everything here agrees, with keys of our own, but not with what was handed outside. */
  | { readonly kind: 'HISTORY_REWRITTEN'; readonly after: string; readonly upTo: string }
  /** An outside checkpoint of this epoch covers more than there is. */
  | { readonly kind: 'TAIL_LOST'; readonly size: number; readonly position: string }
  /** An outside checkpoint of an earlier epoch covers more than the restored log brought back. */
  | { readonly kind: 'LOST_BY_RESTORE'; readonly size: number; readonly position: string }
  /** The file is no checkpoint that this installation's key signed. */
  | { readonly kind: 'CHECKPOINT_FOREIGN'; readonly file: string };
