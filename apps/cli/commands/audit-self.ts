// `lindung audit self`: the house against its own log, by hand; the night does the same and opens cases.
import type { Command } from 'commander';
import { readSettings } from '../../../infra/config/settings.ts';
import { openClient } from '../../../infra/temporal/connection.ts';
import { createDataConverter } from '../../../infra/temporal/data-converter.ts';
import { temporalSettings } from '../../../infra/temporal/settings.ts';
import { selfAuditPhrases as phrases } from '../../copy/examination-phrases.ts';
import { say } from '../../copy/text.ts';
import { temporalAway } from '../../gateway/update-workflow.ts';
import { auditHouse } from '../../self-audit/self-audit.ts';
import type { Cli } from '../cli.ts';
import { divergenceText } from '../examination-lines.ts';
import { done, foundWrong, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';

const self = async (session: Session): Promise<Outcome> => {
  const { connection, language, keys } = session;
  const { temporalAddress, namespace: temporalNamespace, taskQueue } = connection;
  const temporal = temporalSettings(
    { ...readSettings(), temporalNamespace, taskQueue },
    temporalAddress,
  );
  const { client, close } = openClient(temporal, createDataConverter(keys));
  try {
    const found = await auditHouse({
      ...{ db: session.db, store: session.store, documents: session.documents },
      place: { client, taskQueue: temporal.taskQueue },
      now: session.now,
      heard: (name) => session.progress(say(language, phrases.heard, { name })),
    }).catch((error: unknown) => {
      throw temporalAway(error);
    });
    const { position, projections, decisions, workflows, divergences } = found;
    const counted = say(language, phrases.examined, {
      ...{ position, projections, decisions, workflows },
    });
    if (divergences.length === 0) return done(found, [counted, say(language, phrases.sound)]);
    return foundWrong(found, [
      counted,
      say(language, phrases.wrong, { count: divergences.length }),
      ...divergences.map((one) => `  ${divergenceText(one, language)}`),
    ]);
  } finally {
    await close();
  }
};

export const registerAuditSelf = (audit: Command, cli: Cli): void => {
  audit.command('self').action(() => cli.perform(self));
};
