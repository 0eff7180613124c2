// One act on one thing: fields, words and the command. The same definition serves the form and the API.
import { type Authorised, authoriseWish } from '../../../activities/authority.ts';
import type {
  Answer,
  Category,
  CommandEnvelope,
  CommandsByCategory,
} from '../../../domain/command.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { envelope } from '../../cli/session.ts';
import type { Text } from '../../copy/text.ts';
import type { ActAt } from './act-at.ts';
import { type Fields, type InputOf, schemaOf } from './fields.ts';

export type ActWords = {
  /** The heading of its page and its line in the list: `Setujui klaim`. */
  readonly title: Text;
  /** On the button: names the act. */
  readonly button: Text;
  /** What follows from it, before it is done. */
  readonly explain?: Text;
  /** Which part of the thing is seen next: `?tab=`. */
  readonly tab?: string;
};

type Made<C extends Category> = CommandsByCategory[C] | Wrong;

type Given<C extends Category, F extends Fields> = ActWords & {
  /** In the address and in the API: `approve` → `POST /v1/claims/{id}/approve`. */
  readonly name: string;
  readonly category: C;
  readonly command: CommandsByCategory[C]['type'];
  readonly fields: F;
  /** Cannot be taken back: it gets the colour of danger. */
  readonly isGrave?: boolean;
  /** What the form holds when it is opened. */
  start?(at: ActAt): Promise<Readonly<Record<string, string>>>;
  /** Or what is wrong with the input where only the house can tell, such as a file. */
  make(input: InputOf<F>, at: ActAt): Made<C> | Promise<Made<C>>;
  /** Of an act that begins another stream: which one. */
  readonly begins?: { streamOf(input: InputOf<F>, at: ActAt): string };
  /** Where it would act, when that stands in the command and not in the stream. */
  place?(at: ActAt): Promise<Readonly<Record<string, string>>>;
};

export type Wrong = {
  readonly status: 'invalid';
  /** Names of the fields that do not fit. */
  readonly fields: readonly string[];
  /** In words of its own, by field. */
  readonly said?: Readonly<Record<string, Text>>;
};

/** What is sent of a form or of the API's body, not yet checked. */
export type Raw = Readonly<Record<string, unknown>>;

export type Sending = ActAt & {
  readonly raw: Raw;
  /** The version of the stream that the person looked at; newer acts of others refuse the command. */
  readonly seenVersion?: number | undefined;
};

export type WebAct = ActWords & {
  readonly name: string;
  readonly category: Category;
  readonly command: string;
  readonly fields: Fields;
  readonly schema: ReturnType<typeof schemaOf>;
  readonly isGrave: boolean;
  /** Whether this person holds the act where the thing lies; nobody else gets its form to read. */
  authority(at: ActAt): Promise<Authorised>;
  start(at: ActAt): Promise<Readonly<Record<string, string>>>;
  send(sending: Sending): Promise<Answer | Wrong>;
};

/** A field of that name says under which number of the agenda the matter came in. */
const agendaIn = (input: Readonly<Record<string, unknown>>): string | undefined => {
  const { agenda } = input;
  return typeof agenda === 'string' ? agenda : undefined;
};

export const defineAct = <C extends Category, F extends Fields>(act: Given<C, F>): WebAct => {
  const { make, category, fields, isGrave = false, start, begins, place, ...words } = act;
  const schema = schemaOf(fields);
  return {
    ...words,
    ...{ category, fields, schema, isGrave },
    async authority(at) {
      const { desk, streamId, commandId } = at;
      const ports = { store: desk.store, ids: streamIds, clock: desk.now };
      // The area of a thing that is there follows from its stream: the content is not asked.
      const data = (await place?.(at)) ?? {};
      const command = { type: act.command, data } as CommandsByCategory[C];
      const sent = envelope({ ...desk, commandId }, category, streamId, command);
      return authoriseWish(ports, sent as CommandEnvelope);
    },
    start: (at) => (start === undefined ? Promise.resolve({}) : start(at)),
    async send({ raw, seenVersion, ...at }) {
      const parsed = schema.safeParse(raw);
      if (!parsed.success) {
        const wrong = parsed.error.issues.flatMap((issue) =>
          issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')],
        );
        return { status: 'invalid', fields: [...new Set(wrong)] };
      }
      const input = parsed.data as InputOf<F>;
      const made = await make(input, at);
      if ('status' in made) return made;
      const command: CommandsByCategory[C] = made;
      const { desk, commandId } = at;
      const streamId = begins?.streamOf(input, at) ?? at.streamId;
      const own = { ...desk, commandId, agenda: agendaIn(parsed.data) ?? desk.agenda };
      const sent: CommandEnvelope<C> = {
        ...envelope(own, category, streamId, command),
        // What was looked at is the thing, and not the stream that begins.
        ...(seenVersion !== undefined && begins === undefined && { seenVersion }),
      };
      return desk.gateway.send(sent as CommandEnvelope);
    },
  };
};
