// Which events the obligations consumer is handed: those after which a workflow must take a next step.
import { hash } from 'node:crypto';
import { catalogue, isEventType } from '../../domain/catalogue.ts';
import type { CanonicalEvent } from '../event-store/event-store.ts';

const obliging = Object.entries(catalogue).flatMap(([type, { obliges }]) =>
  obliges === null ? [] : [type],
);

/** In canonical text a quote inside a value is escaped, so this can only be a field. */
const BY_LIST = '"method":"LIST"';

/**
 * A hand-over by list was vouched for by its batch, which tells the lifecycles that are open; it
 * starts none, or 150,000 of them would open in one afternoon.
 */
export const isDue = ({ type, text }: Pick<CanonicalEvent, 'type' | 'text'>): boolean => {
  if (!isEventType(type) || catalogue[type].obliges === null) return false;
  return type !== 'CardHandedOver' || !text.includes(BY_LIST);
};

/** Written on the stream: where a newer catalogue calls others due, its subjects are wrong. */
export const dueEvents = hash('sha256', [...obliging, BY_LIST].toSorted().join(), 'hex').slice(
  0,
  16,
);
