// `lindung claim …`: a death from the first report to the decision.
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentReceived,
} from '../../../domain/claim/document-events.ts';
import type { ClaimCommand } from '../../../domain/claim/events.ts';
import {
  REPORT_CHANNELS,
  type ReportChannel,
  type ReporterRelation,
} from '../../../domain/claim/report-events.ts';
import type { RupiahText } from '../../../domain/money.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import type { Cli } from '../cli.ts';
import { readHeirsFile } from '../heirs-file.ts';
import { dayOption, idOption, oneOf, rupiahOption } from '../option-values.ts';
import { foundWrong } from '../outcome.ts';
import { answerOutcome, envelope, newCommandId, type Session, sealFields } from '../session.ts';
import { registerClaimCorrection } from './claim-correction.ts';
import { registerClaimImport } from './claim-import.ts';
import { registerClaimViews } from './claim-views.ts';

const RELATIONS: readonly ReporterRelation[] = [
  'OFFICER',
  'SPOUSE',
  'CHILD',
  'PARENT',
  'NEIGHBOUR',
  'FACILITY',
  'OTHER',
];
const FORMS: readonly DocumentReceived['data']['form'][] = ['COPY', 'LEGALISED', 'ORIGINAL_SEEN'];

type ReportOptions = {
  worker: string;
  deathDate: LocalDate;
  channel: ReportChannel;
  relation: ReporterRelation;
  reporter: string;
  contact: string;
  circumstances: string;
  workAccident?: boolean;
};

const registerReport = (claim: Command, cli: Cli): void => {
  claim
    .command('report')
    .description('laporkan kematian seorang peserta / report a death')
    .requiredOption('--worker <id>', 'pekerja / worker', idOption)
    .requiredOption('--death-date <date>', 'tanggal meninggal / day of death', dayOption)
    .requiredOption('--channel <channel>', REPORT_CHANNELS.join(' | '), oneOf(REPORT_CHANNELS))
    .requiredOption('--relation <relation>', RELATIONS.join(' | '), oneOf(RELATIONS))
    .requiredOption('--reporter <name>', 'nama pelapor (disegel) / reporter (sealed)')
    .requiredOption('--contact <text>', 'kontak pelapor (disegel) / contact (sealed)')
    .requiredOption(
      '--circumstances <text>',
      'kronologi singkat (disegel) / what happened (sealed)',
    )
    .option('--work-accident', 'diduga kecelakaan kerja / a work accident is suspected')
    .action((options: ReportOptions) =>
      cli.perform(async (session) => {
        const claimId = streamIds.deathClaim(options.worker);
        const commandId = newCommandId(session);
        const reportId = streamIds.derived(commandId, 'report');
        const sealed = await sealFields(session, streamIds.person(claimId, reportId), commandId, {
          reporterName: ['report.name', options.reporter],
          reporterContact: ['report.contact', options.contact],
          circumstances: ['report.circumstances', options.circumstances],
        });
        const answer = await session.gateway.send({
          ...envelope(session, 'claim', claimId, {
            type: 'ReportDeath',
            data: {
              claimId,
              workerId: options.worker,
              reportId,
              deathDate: options.deathDate,
              channel: options.channel,
              relation: options.relation,
              workAccidentSuspected: options.workAccident === true,
              ...sealed,
            },
          }),
          commandId,
        });
        return answerOutcome(session, answer, [`klaim / claim: ${claimId}`], { claimId });
      }),
    );
};

const receiveDocument = async (
  session: Session,
  claimId: string,
  paper: { kind: DocumentKind; file: string; form: DocumentReceived['data']['form'] },
) => {
  const bytes = await readFile(paper.file);
  if (bytes.byteLength === 0)
    return foundWrong({ status: 'refused', code: 'FileEmpty' }, [
      'berkas kosong; pilih berkas yang benar / the file is empty; choose the right one',
    ]);
  const { sha256: stored } = await session.documents.put(bytes);
  const commandId = newCommandId(session);
  const answer = await session.gateway.send({
    ...envelope(session, 'claim', claimId, {
      type: 'ReceiveDocument',
      data: {
        documentId: streamIds.derived(commandId, 'document'),
        kind: paper.kind,
        sha256: stored,
        form: paper.form,
      },
    }),
    commandId,
  });
  return answerOutcome(session, answer, [`${paper.kind}: ${stored.slice(0, 12)}…`], {
    documentId: streamIds.derived(commandId, 'document'),
    sha256: stored,
  });
};

const registerDocuments = (claim: Command, cli: Cli): void => {
  const documents = claim.command('documents').description('berkas klaim / papers of a claim');
  documents
    .command('add')
    .description('terima satu berkas / receive a paper')
    .argument('<claim>', 'klaim', idOption)
    .requiredOption('--kind <kind>', DOCUMENT_KINDS.join(' | '), oneOf(DOCUMENT_KINDS))
    .requiredOption('--file <path>', 'berkas (disimpan tersegel) / file (kept encrypted)')
    .option('--form <form>', FORMS.join(' | '), oneOf(FORMS), 'COPY' as const)
    .action(
      (
        claimId: string,
        options: { kind: DocumentKind; file: string; form: DocumentReceived['data']['form'] },
      ) => cli.perform((session) => receiveDocument(session, claimId, options)),
    );
  documents
    .command('return')
    .description('kembalikan satu berkas dengan alasan / return a paper with a reason')
    .argument('<claim>', 'klaim', idOption)
    .argument('<document>', 'berkas', idOption)
    .requiredOption('--why <text>', 'alasan / reason')
    .action((claimId: string, documentId: string, options: { why: string }) =>
      cli.perform((session) =>
        sendClaim(session, claimId, {
          type: 'ReturnDocument',
          data: { documentId, reason: options.why },
        }),
      ),
    );
};

const sendClaim = async (session: Session, claimId: string, command: ClaimCommand) =>
  answerOutcome(
    session,
    await session.gateway.send(envelope(session, 'claim', claimId, command)),
    [],
  );

const registerVerification = (claim: Command, cli: Cli): void => {
  claim
    .command('check')
    .description('periksa kepesertaan dan syarat / check cover and conditions')
    .argument('<claim>', 'klaim', idOption)
    .action((claimId: string) =>
      cli.perform((session) =>
        sendClaim(session, claimId, {
          type: 'CheckClaim',
          // Collected by the engine from the worker's and the tranche's streams.
          data: { cover: null },
        }),
      ),
    );
  claim
    .command('heirs')
    .description('tetapkan ahli waris dan penerima / determine heirs and payee')
    .argument('<claim>', 'klaim', idOption)
    .requiredOption('--file <path>', 'JSON: {heirs: [...], payee: {...}} (disegel / sealed)')
    .action((claimId: string, options: { file: string }) =>
      cli.perform(async (session) => {
        const commandId = newCommandId(session);
        const data = await readHeirsFile(session, { claimId, commandId, path: options.file });
        const answer = await session.gateway.send({
          ...envelope(session, 'claim', claimId, { type: 'DetermineHeirs', data }),
          commandId,
        });
        return answerOutcome(session, answer, []);
      }),
    );
  claim
    .command('recommend')
    .description('usulkan (cabang) atau verifikasi awal (kota) / recommend or precheck')
    .argument('<claim>', 'klaim', idOption)
    .action((claimId: string) =>
      cli.perform((session) =>
        // The mandate in force is collected by the engine.
        sendClaim(session, claimId, {
          type: 'RecommendClaim',
          data: { mandate: null, ...(session.reason !== undefined && { reason: session.reason }) },
        }),
      ),
    );
};

type ApproveOptions = {
  total: RupiahText;
  determined?: RupiahText;
  reference?: string;
  determinedOn?: LocalDate;
};

const approveCommand = (options: ApproveOptions): ClaimCommand => ({
  type: 'ApproveClaim',
  data: {
    totalIdr: options.total,
    cover: null,
    ...(options.determined !== undefined &&
      options.reference !== undefined &&
      options.determinedOn !== undefined && {
        determination: {
          determinedIdr: options.determined,
          reference: options.reference,
          determinedOn: options.determinedOn,
        },
      }),
  },
});

const registerDecision = (claim: Command, cli: Cli): void => {
  claim
    .command('approve')
    .description('setujui sebagai orang kedua, atau catat penetapan cabang / approve, or record')
    .argument('<claim>', 'klaim', idOption)
    .requiredOption('--total <rupiah>', 'jumlah yang Anda lihat / the sum you saw', rupiahOption)
    .option(
      '--determined <rupiah>',
      'penetapan cabang / sum determined by the branch',
      rupiahOption,
    )
    .option('--reference <text>', 'nomor penetapan / reference')
    .option('--determined-on <date>', 'tanggal penetapan / day', dayOption)
    .action((claimId: string, options: ApproveOptions) =>
      cli.perform((session) => sendClaim(session, claimId, approveCommand(options))),
    );
  claim
    .command('reject')
    .description('tolak dengan alasan, pasal, dan jalan keluar / reject')
    .argument('<claim>', 'klaim', idOption)
    .requiredOption('--why <text>', 'alasan / reason')
    .requiredOption('--article <text>', 'pasal / article')
    .requiredOption('--cure <text>', 'yang masih dapat dilakukan keluarga / what can still be done')
    .action((claimId: string, options: { why: string; article: string; cure: string }) =>
      cli.perform((session) =>
        sendClaim(session, claimId, {
          type: 'RejectClaim',
          data: { reason: options.why, article: options.article, cure: options.cure },
        }),
      ),
    );
  const simple = [
    ['return', 'ReturnClaim', 'kembalikan kepada verifikator / return to the verifier'],
    ['reopen', 'ReopenClaim', 'buka kembali / open again'],
  ] as const;
  for (const [name, type, description] of simple) {
    claim
      .command(name)
      .description(description)
      .argument('<claim>', 'klaim', idOption)
      .requiredOption('--why <text>', 'alasan / reason')
      .action((claimId: string, options: { why: string }) =>
        cli.perform((session) =>
          sendClaim(session, claimId, { type, data: { reason: options.why } }),
        ),
      );
  }
};

export const registerClaim = (program: Command, cli: Cli): void => {
  const claim = program.command('claim').description('klaim kematian / death claims');
  registerReport(claim, cli);
  registerClaimViews(claim, cli);
  registerDocuments(claim, cli);
  registerVerification(claim, cli);
  registerDecision(claim, cli);
  registerClaimImport(claim, cli);
  registerClaimCorrection(claim, cli);
};
