// The report form on a phone: one question after the other; what cannot be sent now is kept here and sent later.
const PATH = '/lapor';
const STORE = 'laporan';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TRY_AGAIN_MS = 30_000;

type State = 'waiting' | 'sign-in' | 'wrong' | 'sent';
type Kept = {
  readonly id: string;
  readonly at: string;
  readonly state: State;
  /** Whose it is, as the page said; empty when it was written on the page without a signal. */
  readonly owner?: string;
  /** Gone as soon as it was sent. */
  readonly fields: Readonly<Record<string, string>> | null;
  readonly code?: string;
  readonly path?: string;
};

const opened = (): Promise<IDBDatabase> =>
  new Promise((go, fail) => {
    const asked = indexedDB.open('lindung-lapor', 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(STORE, { keyPath: 'id' });
    };
    asked.onsuccess = () => go(asked.result);
    asked.onerror = () => fail(asked.error ?? new Error('no store'));
  });

const inStore = async <Answer>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> => {
  const base = await opened();
  try {
    return await new Promise((go, fail) => {
      const turn = base.transaction(STORE, mode);
      const asked = ask(turn.objectStore(STORE));
      turn.oncomplete = () => go(asked.result);
      turn.onerror = () => fail(turn.error ?? new Error('not kept'));
    });
  } finally {
    base.close();
  }
};

const allKept = (): Promise<Kept[]> =>
  inStore<Kept[]>('readonly', (store) => store.getAll() as IDBRequest<Kept[]>);
const keep = (kept: Kept): Promise<unknown> => inStore('readwrite', (store) => store.put(kept));
const forget = (id: string): Promise<unknown> => inStore('readwrite', (store) => store.delete(id));

/** Also where the page is not reached by https, and `randomUUID` is not there. */
const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

const words = (): DOMStringMap =>
  document.querySelector<HTMLElement>('[data-kept]')?.dataset ?? ({} as DOMStringMap);
const word = (name: string): string =>
  words()[`word${name.slice(0, 1).toUpperCase()}${name.slice(1)}`] ?? '';

/** Who is signed in on this page; nobody on the one without a signal. */
const visitor = (): string =>
  document.querySelector<HTMLInputElement>('input[name="owner"]')?.value ?? '';
const isOwn = ({ owner = '' }: Kept): boolean => owner !== '' && owner === visitor();

const post = (fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(PATH, { method: 'POST', body: new URLSearchParams(fields) });

const isSignIn = (answer: Response): boolean => new URL(answer.url).pathname === '/masuk';
const isReceipt = (answer: Response): boolean =>
  answer.ok && new URL(answer.url).pathname.endsWith('/tanda-terima');

const pageOf = async (answer: Response): Promise<Document> =>
  new DOMParser().parseFromString(await answer.text(), 'text/html');

const sendKept = async (kept: Kept): Promise<void> => {
  if (kept.fields === null) return;
  const answer = await post({ ...kept.fields, send: '1' });
  if (answer.status >= 500 || answer.status === 429) return;
  // Somebody else signed in meanwhile, on another page.
  if (answer.status === 409) return;
  if (isSignIn(answer)) return void (await keep({ ...kept, state: 'sign-in' }));
  if (!isReceipt(answer)) return void (await keep({ ...kept, state: 'wrong' }));
  const page = await pageOf(answer);
  const code = page.querySelector('.slip-code')?.textContent ?? '';
  const { id, at, owner = '' } = kept;
  const { pathname } = new URL(answer.url);
  await keep({ id, at, owner, state: 'sent', fields: null, code, path: pathname });
};

let isSending = false;
const sendAll = async (): Promise<void> => {
  if (isSending) return;
  isSending = true;
  try {
    for (const kept of (await allKept()).filter(isOwn))
      if (kept.state === 'waiting' || kept.state === 'sign-in') await sendKept(kept);
  } catch {
    // Still no signal: what is kept stays as it is.
  } finally {
    isSending = false;
    await showKept();
  }
};

const element = (name: string, text: string, kind = ''): HTMLElement => {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind !== '') made.className = kind;
  return made;
};

const linkTo = (href: string, text: string): HTMLElement => {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
};

const button = (text: string, act: () => void): HTMLElement => {
  const made = element('button', text);
  made.setAttribute('type', 'button');
  made.addEventListener('click', act);
  return made;
};

const timeOf = (at: string): string =>
  new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'id-ID', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(at));

const STATE_WORDS: Record<State, string> = {
  waiting: 'saved',
  'sign-in': 'savedsignin',
  wrong: 'savedwrong',
  sent: 'sentas',
};

const drop = (kept: Kept): HTMLElement =>
  button(word('away'), () => void forget(kept.id).then(showKept));

/** From here on it is a report of who is signed in. */
const takeOver = async (kept: Kept): Promise<void> => {
  const owner = visitor();
  if (kept.fields === null) return;
  await keep({ ...kept, owner, state: 'waiting', fields: { ...kept.fields, owner } });
  await sendAll();
};

/** Of somebody else nothing is shown but that it waits; what nobody signed is sent by a press only. */
const notOwn = (kept: Kept): readonly HTMLElement[] => {
  if ((kept.owner ?? '') !== '') return [element('span', word('savedother'), 'sub')];
  const said = element('span', word('savedunsigned'), 'sub');
  return visitor() === ''
    ? [said, linkTo(PATH, word('open'))]
    : [said, button(word('send'), () => void takeOver(kept))];
};

const lineOf = (kept: Kept): HTMLElement => {
  const line = element('li', '');
  line.append(element('strong', word('of').replace('{at}', timeOf(kept.at))));
  if (!isOwn(kept)) {
    line.append(...notOwn(kept));
    return line;
  }
  const said = word(STATE_WORDS[kept.state]);
  line.append(element('span', kept.state === 'sent' ? `${said}: ${kept.code ?? ''}` : said, 'sub'));
  if (kept.state === 'sent' && kept.path !== undefined)
    line.append(linkTo(kept.path, word('receipt')), drop(kept));
  if (kept.state === 'sign-in') line.append(linkTo('/masuk?ke=/lapor', word('signin')));
  if (kept.state === 'wrong') line.append(button(word('repair'), () => void repair(kept)));
  return line;
};

const showKept = async (): Promise<void> => {
  const place = document.querySelector<HTMLElement>('[data-kept]');
  const list = place?.querySelector('ul');
  if (place == null || list == null) return;
  const all = (await allKept()).filter((kept) => isOwn(kept) || kept.state !== 'sent');
  place.hidden = all.length === 0;
  list.replaceChildren(...all.map(lineOf));
};

/** Fills the form with what was kept; once it is sent or kept again, this copy goes. */
const repair = async (kept: Kept): Promise<void> => {
  const form = document.querySelector<HTMLFormElement>('[data-report]');
  if (form === null || kept.fields === null) return location.assign(PATH);
  for (const [name, value] of Object.entries(kept.fields)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = true;
    else if (field !== null && 'value' in field) field.value = value;
  }
  form.dataset['repairs'] = kept.id;
  setUp();
};

const fieldsOf = (form: HTMLFormElement, submitter: HTMLElement | null): Record<string, string> => {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') fields[name] = value;
  if (submitter instanceof HTMLButtonElement && submitter.name !== '')
    fields[submitter.name] = submitter.value;
  return fields;
};

const keepForLater = async (
  form: HTMLFormElement,
  given: Record<string, string>,
): Promise<void> => {
  // The id it was sent under: the answer may be lost, and the report recorded.
  const { command = '', owner = '' } = given;
  const id = form.dataset['repairs'] ?? (UUID.test(command) ? command : newId());
  const { send: _, change: _c, worker: _w, ...fields } = given;
  await keep({
    ...{ id, at: new Date().toISOString(), state: 'waiting', owner },
    fields: { ...fields, command: id },
  });
  form.reset();
  // What is written next in this form is another report.
  const next = form.elements.namedItem('command');
  if (form.matches('[data-report]') && next instanceof HTMLInputElement) next.value = newId();
  delete form.dataset['repairs'];
  await showKept();
  setUp();
  document.querySelector('[data-kept]')?.scrollIntoView();
};

const swap = (page: Document): void => {
  const fresh = page.querySelector('main');
  const main = document.querySelector('main');
  if (fresh === null || main === null) return;
  main.replaceChildren(...fresh.childNodes);
  document.title = page.title;
  setUp();
  main.querySelector<HTMLElement>('[role="alert"], h1')?.focus();
  scrollTo(0, 0);
  void showKept();
};

const submit = async (form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> => {
  const fields = fieldsOf(form, submitter);
  const repairs = form.dataset['repairs'];
  let answer: Response;
  try {
    answer = await post(fields);
    if (answer.status >= 500) throw new Error('later');
  } catch {
    return keepForLater(form, fields);
  }
  if (isSignIn(answer) || answer.status === 409) return keepForLater(form, fields);
  if (isReceipt(answer)) {
    if (repairs !== undefined) await forget(repairs);
    return location.assign(answer.url);
  }
  swap(await pageOf(answer));
  if (repairs !== undefined) {
    const next = document.querySelector<HTMLFormElement>(`form[action="${PATH}"]`);
    if (next !== null) next.dataset['repairs'] = repairs;
  }
};

/** One question after the other; the last one has the button that sends. */
const setUp = (): void => {
  const form = document.querySelector<HTMLFormElement>('[data-report]');
  if (form === null) return;
  const steps = [...form.querySelectorAll<HTMLFieldSetElement>('[data-step]')];
  const [next, before, send, at] = ['next', 'before', 'send', 'at'].map((name) =>
    form.querySelector<HTMLElement>(`[data-${name}]`),
  );
  if (next == null || before == null || send == null || at == null) return;
  const wrongAt = steps.findIndex((step) => step.querySelector('[aria-invalid]') !== null);
  let now = Math.max(0, wrongAt);
  const show = (): void => {
    steps.forEach((step, place) => {
      step.hidden = place !== now;
    });
    before.hidden = now === 0;
    next.hidden = now === steps.length - 1;
    send.hidden = now !== steps.length - 1;
    at.hidden = false;
    at.textContent = word('step')
      .replace('{at}', String(now + 1))
      .replace('{count}', String(steps.length));
  };
  const isFilled = (): boolean =>
    [...(steps[now]?.querySelectorAll<HTMLInputElement>('input, select, textarea') ?? [])].every(
      (field) => field.reportValidity(),
    );
  const go = (by: 1 | -1): void => {
    now += by;
    show();
    steps[now]?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  };
  next.onclick = () => {
    if (isFilled()) go(1);
  };
  before.onclick = () => go(-1);
  // Return in a field goes on, as long as there is a question left.
  form.onkeydown = (event) => {
    const isField = event.target instanceof HTMLInputElement;
    if (event.key !== 'Enter' || !isField || now === steps.length - 1) return;
    event.preventDefault();
    next.click();
  };
  show();
};

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || new URL(form.action).pathname !== PATH) return;
  event.preventDefault();
  void submit(form, event.submitter);
});
addEventListener('online', () => void sendAll());
setInterval(() => void sendAll(), TRY_AGAIN_MS);
setUp();
void sendAll();
if ('serviceWorker' in navigator)
  navigator.serviceWorker.register('/lapor/pekerja.js', { scope: '/lapor' }).catch(() => undefined);
