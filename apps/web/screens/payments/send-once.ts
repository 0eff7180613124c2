// Sends one command from a form: under the id that its page made, and waited for until it is seen.
import type { Answer, CommandEnvelope } from '../../../../domain/command.ts';
import { streamIds } from '../../../../infra/ids/stream-ids.ts';
import { envelope, isRefused, untilShown } from '../../../cli/session.ts';
import { refusalText } from '../../../copy/catalogue.ts';
import type { Visit } from '../../house.ts';
import { type Form, fieldOf } from '../../screen.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SHOWN_WITHIN_MS = 2_000;

/** A double click sends the same id twice and is one command. */
export const commandIdIn = (form: Form): string => {
  const given = fieldOf(form, 'command');
  return UUID.test(given) ? given : streamIds.random();
};

export const newCommandId = (): string => streamIds.random();

type Recorded = Extract<Answer, { status: 'recorded' }>;
export type Outcome = { readonly recorded: Recorded } | { readonly refusal: string };

/** A refusal in words; what was recorded is waited for, so that the next page shows it. */
export const outcomeOf = async ({ desk, language }: Visit, answer: Answer): Promise<Outcome> => {
  if (isRefused(answer)) return { refusal: refusalText(answer, language) };
  await untilShown(desk, answer, SHOWN_WITHIN_MS);
  return { recorded: answer };
};

export const sendRunCommand = async (
  visit: Visit,
  form: Form,
  wish: { readonly runId: string; readonly command: CommandEnvelope<'payout_run'>['command'] },
): Promise<Outcome> => {
  const desk = { ...visit.desk, commandId: commandIdIn(form) };
  const sent = envelope(desk, 'payout_run', wish.runId, wish.command);
  return outcomeOf(visit, await desk.gateway.send(sent));
};
