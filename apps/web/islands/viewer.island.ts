// The viewer by hand and by key: size, turn, the next paper; keys can be switched off and decide nothing.
const KEYS_OFF = 'penampil.tanpa-tombol';
const STEP = 1.25;
const SIZES = { least: 0.25, most: 6 };
const QUARTER = 90;

const box = document.querySelector<HTMLElement>('[data-paper]');
const picture = box?.querySelector('img') ?? null;
let size = 1;
let turned = 0;

/** A turned picture takes the room of its other side: its box follows. */
const draw = (): void => {
  if (box === null || picture === null) return;
  const isLying = turned % 180 !== 0;
  const width = box.clientWidth * size;
  const ratio = picture.naturalHeight / Math.max(1, picture.naturalWidth);
  picture.style.maxWidth = 'none';
  picture.style.width = `${isLying ? width / Math.max(0.01, ratio) : width}px`;
  picture.style.transformOrigin = 'top left';
  const height = picture.offsetHeight;
  const across = picture.offsetWidth;
  const moves: Record<number, string> = {
    0: '',
    90: `translate(${height}px, 0) rotate(90deg)`,
    180: `translate(${across}px, ${height}px) rotate(180deg)`,
    270: `translate(0, ${across}px) rotate(270deg)`,
  };
  picture.style.transform = moves[turned] ?? '';
  picture.style.marginBottom = isLying ? `${across - height}px` : '0';
};

const tools: Record<string, () => void> = {
  larger: () => {
    size = Math.min(SIZES.most, size * STEP);
  },
  smaller: () => {
    size = Math.max(SIZES.least, size / STEP);
  },
  turn: () => {
    turned = (turned + QUARTER) % 360;
  },
  whole: () => {
    size = 1;
    turned = 0;
  },
};

const use = (name: string): void => {
  tools[name]?.();
  draw();
};

const go = (rel: 'prev' | 'next'): void => {
  const link = document.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`);
  if (link !== null) location.assign(link.href);
};

const KEYS: Record<string, () => void> = {
  '+': () => use('larger'),
  '=': () => use('larger'),
  '-': () => use('smaller'),
  o: () => use('turn'),
  O: () => use('turn'),
  '0': () => use('whole'),
  ArrowLeft: () => go('prev'),
  ArrowRight: () => go('next'),
};

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null;

const toReason = (): void => {
  const reason = document.querySelector<HTMLElement>('textarea[name="reason"]');
  const fold = reason?.closest('details');
  if (fold != null) fold.open = true;
  reason?.focus();
};

addEventListener('keydown', (event) => {
  if (event.altKey && event.key.toLowerCase() === 'c') {
    event.preventDefault();
    return toReason();
  }
  if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event)) return;
  // Inside an enlarged picture the arrows move the picture, as they do everywhere.
  const isMoving = document.activeElement === box && size > 1 && event.key.startsWith('Arrow');
  const act = KEYS[event.key];
  if (act === undefined || isMoving || localStorage.getItem(KEYS_OFF) !== null) return;
  event.preventDefault();
  act();
});

if (picture !== null)
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-tool]')) {
    button.hidden = false;
    button.addEventListener('click', () => use(button.dataset['tool'] ?? ''));
  }

const keys = document.querySelector<HTMLInputElement>('[data-keys]');
const fold = document.querySelector<HTMLElement>('.paper-keys');
if (keys !== null && fold !== null) {
  fold.hidden = false;
  keys.checked = localStorage.getItem(KEYS_OFF) === null;
  keys.addEventListener('change', () => {
    if (keys.checked) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, '1');
  });
}
addEventListener('resize', () => {
  if (size !== 1 || turned !== 0) draw();
});
