// Verifies a card in the browser: the token stands behind the `#` and is never sent by itself.
import { compactVerify, importJWK } from 'jose';

type Payload = { readonly f?: string };

const place = document.getElementById('kartu');
const show = (name: string): void =>
  place?.querySelector(`[data-of="${name}"]`)?.removeAttribute('hidden');

const dayIn = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'id-ID', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

const check = async (token: string): Promise<void> => {
  if (place === null) return;
  const { key = '', language = 'id' } = place.dataset;
  const field = document.querySelector<HTMLTextAreaElement>('textarea[name="token"]');
  if (field !== null) field.value = token;
  place.hidden = false;
  try {
    const own = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: key }, 'EdDSA');
    const { payload } = await compactVerify(token, own, { algorithms: ['EdDSA'] });
    const { f } = JSON.parse(new TextDecoder().decode(payload)) as Payload;
    const from = place.querySelector('[data-of="from"]');
    if (from !== null && f !== undefined) from.textContent = dayIn(f, language);
    show('signed');
    show('status');
  } catch (error) {
    // Old browsers know no Ed25519: that says nothing about the card.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    show(code.startsWith('ERR_JWS') ? 'unsigned' : 'cannot');
  }
};

const token = decodeURIComponent(location.hash.slice(1));
if (token !== '') void check(token);
