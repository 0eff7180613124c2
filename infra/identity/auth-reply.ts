// An answer of better-auth in three parts: whether it went well, its cookies, what it said.
export type Replied = {
  readonly ok: boolean;
  readonly cookies: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
  /** Of an error; empty when it went well. */
  readonly code: string;
};

const bodyOf = async (response: Response): Promise<Record<string, unknown>> => {
  const text = await response.text();
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
};

/** An answer of 5xx is broken infrastructure, not a wrong password. */
export const asked = async (call: () => Promise<Response>): Promise<Replied> => {
  const response = await call();
  const body = await bodyOf(response);
  if (response.status >= 500) throw new Error(`identity answered ${response.status}`);
  return {
    ok: response.ok,
    cookies: response.headers.getSetCookie(),
    body,
    code: response.ok ? '' : String(body['code'] ?? ''),
  };
};
