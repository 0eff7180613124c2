// `lindung claim correct-date|withdraw`: the day of death was wrong, or there was no death at all.
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import { NO_DEATH_GROUNDS, type NoDeathGround } from '../../../domain/claim/correction-events.ts';
import type { Cli } from '../cli.ts';
import { dayOption, idOption, oneOf } from '../option-values.ts';
import { foundWrong, type Outcome } from '../outcome.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';

type Correction = {
  readonly deathDate: LocalDate;
  readonly evidence: string;
  readonly why: string;
};

const correct = async (
  session: Session,
  claimId: string,
  { deathDate, evidence, why }: Correction,
): Promise<Outcome> => {
  const bytes = await readFile(evidence);
  if (bytes.byteLength === 0)
    return foundWrong({ status: 'refused', code: 'FileEmpty' }, [
      'berkas kosong; pilih berkas yang benar / the file is empty; choose the right one',
    ]);
  const { sha256: evidenceSha256 } = await session.documents.put(bytes);
  const answer = await session.gateway.send(
    envelope(session, 'claim', claimId, {
      type: 'CorrectDeathDate',
      data: { deathDate, evidenceSha256, reason: why, cover: null },
    }),
  );
  return answerOutcome(session, answer, [], { evidenceSha256 });
};

export const registerClaimCorrection = (claim: Command, cli: Cli): void => {
  claim
    .command('correct-date')
    .description('betulkan tanggal meninggal; periksa dan hitung ulang / correct the day of death')
    .argument('<claim>', 'klaim', idOption)
    .requiredOption('--death-date <date>', 'tanggal yang benar / the right day', dayOption)
    .requiredOption('--evidence <path>', 'berkas bukti, mis. akta kematian / the paper')
    .requiredOption('--why <text>', 'alasan / reason')
    .action((claimId: string, options: Correction) =>
      cli.perform((session) => correct(session, claimId, options)),
    );
  claim
    .command('withdraw')
    .description('dicabut keluarga, atau ternyata tidak ada kematian / withdrawn')
    .argument('<claim>', 'klaim', idOption)
    .requiredOption('--why <text>', 'alasan / reason')
    .option(
      '--because <ground>',
      `${NO_DEATH_GROUNDS.join(' | ')}: kepesertaan kembali seperti semula / as it was before`,
      oneOf(NO_DEATH_GROUNDS),
    )
    .action((claimId: string, options: { why: string; because?: NoDeathGround }) =>
      cli.perform(async (session) => {
        const { why: reason, because: ground } = options;
        return answerOutcome(
          session,
          await session.gateway.send(
            envelope(session, 'claim', claimId, {
              type: 'WithdrawClaim',
              data: ground === undefined ? { reason } : { reason, ground },
            }),
          ),
          [],
        );
      }),
    );
};
