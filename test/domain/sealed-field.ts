// A sealed field for rules that must never look inside one: only its commitment tells it apart.
import type { Sealed } from '../../domain/sealed.ts';

export const sealedField = (commitment: string, subject = 'somebody'): Sealed => ({
  subject,
  field: 'any.field',
  ciphertext: `sealed-${commitment}`,
  commitment,
});
