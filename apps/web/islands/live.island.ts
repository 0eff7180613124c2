// A list that is shared stays as it is now: when the server says so, its part of the page is read again.
const LIVE = '[data-live]';

const readAgain = async (): Promise<void> => {
  const shown = document.querySelector(LIVE);
  if (shown === null || document.hidden) return;
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok || response.redirected) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = page.querySelector(LIVE);
  if (fresh === null || fresh.innerHTML === shown.innerHTML) return;
  // Whoever stands on a link of the list keeps standing there.
  const focused = document.activeElement?.getAttribute('href');
  shown.replaceChildren(...fresh.childNodes);
  if (focused != null)
    shown.querySelector<HTMLElement>(`a[href="${CSS.escape(focused)}"]`)?.focus();
};

const address = document.querySelector(LIVE)?.getAttribute('data-live');
if (address != null) {
  const source = new EventSource(address);
  source.addEventListener('changed', () => void readAgain().catch(() => undefined));
  addEventListener('pagehide', () => source.close());
}
