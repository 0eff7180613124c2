// Sends a paper ahead of its form: photos made small, in parts, and on from where the line broke.
const PART_BYTES = 256 * 1024;
const PHOTO_BYTES = 300 * 1024;
const PHOTO_PIXELS = 2_200;
const QUALITIES = [0.82, 0.7, 0.6, 0.5, 0.4];
const WAITS_MS = [1_000, 3_000, 8_000, 20_000];
const TUS = { 'tus-resumable': '1.0.0' };

const pause = (ms: number): Promise<void> =>
  new Promise((go) => {
    const timer = setTimeout(go, ms);
    addEventListener(
      'online',
      () => {
        clearTimeout(timer);
        go();
      },
      { once: true },
    );
  });

const blobOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((go) => {
    canvas.toBlob(go, 'image/jpeg', quality);
  });

const drawn = (picture: ImageBitmap): HTMLCanvasElement => {
  const scale = Math.min(1, PHOTO_PIXELS / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
};

/** The best that fits, or the smallest there is. */
const shrunk = async (canvas: HTMLCanvasElement): Promise<Blob | null> => {
  let blob: Blob | null = null;
  for (const quality of QUALITIES) {
    blob = await blobOf(canvas, quality);
    if (blob !== null && blob.size <= PHOTO_BYTES) return blob;
  }
  return blob;
};

/** What a phone's camera makes is ten times what a clerk can read; the place where it was taken goes too. */
const small = async (file: File): Promise<Blob> => {
  const isPhoto = file.type.startsWith('image/') && file.type !== 'image/tiff';
  if (!isPhoto || file.size <= PHOTO_BYTES) return file;
  try {
    const blob = await shrunk(drawn(await createImageBitmap(file)));
    return blob !== null && blob.size < file.size ? blob : file;
  } catch {
    // A picture that this browser cannot read goes as it is; the house looks at its first bytes.
    return file;
  }
};

/** Undefined outside of https: then a paper is simply sent from its beginning. */
const nameOf = async (blob: Blob): Promise<string | undefined> => {
  if (globalThis.crypto?.subtle === undefined) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return `unggahan.${Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
};

class Refused extends Error {}

const begin = async (uploads: string, blob: Blob): Promise<string> => {
  const answer = await fetch(uploads, {
    method: 'POST',
    headers: { ...TUS, 'upload-length': String(blob.size) },
  });
  const location = answer.headers.get('location');
  if (location === null) throw new Refused(await whyOf(answer));
  return location;
};

const whyOf = async (answer: Response): Promise<string> => {
  try {
    const { text } = (await answer.json()) as { text?: { id?: string; en?: string } };
    return text?.[document.documentElement.lang === 'en' ? 'en' : 'id'] ?? '';
  } catch {
    return '';
  }
};

/** Undefined when the house knows nothing of it any more. */
const offsetOf = async (place: string): Promise<number | undefined> => {
  const answer = await fetch(place, { method: 'HEAD', headers: TUS });
  return answer.ok ? Number(answer.headers.get('upload-offset')) : undefined;
};

type Way = { readonly blob: Blob; readonly place: string; readonly at: (offset: number) => void };

const sendParts = async ({ blob, place, at }: Way): Promise<void> => {
  let offset = await offsetOf(place);
  if (offset === undefined) throw new Refused('');
  while (offset < blob.size) {
    const answer: Response = await fetch(place, {
      method: 'PATCH',
      headers: {
        ...TUS,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
      },
      body: blob.slice(offset, offset + PART_BYTES),
    });
    if (answer.status === 409) offset = (await offsetOf(place)) ?? 0;
    else if (answer.status === 204) offset = Number(answer.headers.get('upload-offset'));
    else if (answer.status === 429 || answer.status >= 500) throw new Error('later');
    else throw new Refused(await whyOf(answer));
    at(offset);
  }
};

/** Where an upload of these bytes lies, remembered until it is whole. */
const memoryOf = async (blob: Blob) => {
  const name = await nameOf(blob);
  return {
    place: (): string | null => (name === undefined ? null : localStorage.getItem(name)),
    keep: (place: string): void => {
      if (name !== undefined) localStorage.setItem(name, place);
    },
    forget: (): void => {
      if (name !== undefined) localStorage.removeItem(name);
    },
  };
};

const placeFor = async (uploads: string, blob: Blob, known: string | null): Promise<string> =>
  known !== null && (await offsetOf(known)) !== undefined ? known : begin(uploads, blob);

type Told = { readonly at: (offset: number) => void; readonly broken: () => void };

/** Goes on after a broken line, and after the page was closed. */
const send = async (uploads: string, blob: Blob, told: Told): Promise<string> => {
  const memory = await memoryOf(blob);
  for (let tried = 0; ; tried += 1) {
    try {
      const place = await placeFor(uploads, blob, memory.place());
      memory.keep(place);
      await sendParts({ blob, place, at: told.at });
      memory.forget();
      return place.slice(place.lastIndexOf('/') + 1);
    } catch (error) {
      if (error instanceof Refused) {
        memory.forget();
        throw error;
      }
      told.broken();
      await pause(WAITS_MS[Math.min(tried, WAITS_MS.length - 1)] ?? 0);
    }
  }
};

const sendAhead = (box: HTMLElement): void => {
  const file = box.querySelector<HTMLInputElement>('input[type="file"]');
  const value = box.querySelector<HTMLInputElement>('input[type="hidden"]');
  const bar = box.querySelector('progress');
  const state = box.querySelector('.paper-state');
  const form = box.closest('form');
  const { uploads = '', sending = '', sent = '', broken = '', failed = '' } = box.dataset;
  if (file === null || value === null || bar === null || state === null || form === null) return;
  const fileName = file.name;
  let turn = 0;
  let isSending = false;
  let isAsked = false;
  const say = (text: string, isOver: boolean): void => {
    state.textContent = text;
    bar.hidden = isOver;
  };
  const go = async (chosen: File, mine: number): Promise<void> => {
    const blob = await small(chosen);
    const told = {
      at: (offset: number) => {
        if (mine !== turn) return;
        bar.value = Math.round((offset / Math.max(1, blob.size)) * 100);
        say(`${sending}: ${bar.value}%`, false);
      },
      broken: () => {
        if (mine === turn) say(broken, false);
      },
    };
    told.at(0);
    const id = await send(uploads, blob, told);
    if (mine !== turn) return;
    value.value = id;
    // The file is there: the form need not carry it again.
    file.removeAttribute('name');
    file.required = false;
    say(sent, true);
  };
  file.addEventListener('change', () => {
    turn += 1;
    const [mine, chosen] = [turn, file.files?.[0]];
    file.name = fileName;
    value.value = '';
    if (chosen === undefined) return say('', true);
    isSending = true;
    go(chosen, mine)
      .catch((error: unknown) => {
        if (mine === turn)
          say(error instanceof Refused && error.message !== '' ? error.message : failed, true);
      })
      .finally(() => {
        if (mine !== turn) return;
        isSending = false;
        if (isAsked && value.value !== '') form.requestSubmit();
        isAsked = false;
      });
  });
  form.addEventListener('submit', (event) => {
    if (!isSending) return;
    event.preventDefault();
    isAsked = true;
  });
};

for (const box of document.querySelectorAll<HTMLElement>('.paper-input')) sendAhead(box);
