// One worker for people: membership, card, claim; personal data masked unless opened with a reason.
import type { Sealed } from '../../domain/sealed.ts';
import type { Member } from '../../projections/member-roster.ts';
import type { Session } from './session.ts';

const FIELDS = ['name', 'nik', 'kpj', 'birthDate', 'neighbourhood'] as const;
type Field = (typeof FIELDS)[number];

const MASK = '••••';

const openFields = async (
  session: Session,
  member: Member,
): Promise<Readonly<Partial<Record<Field, string>>>> => {
  const present = FIELDS.flatMap((field): [Field, Sealed][] => {
    const sealed = member[field];
    return sealed === null ? [] : [[field, sealed]];
  });
  const opened = await session.keys.openMany(present.map(([, sealed]) => sealed));
  return Object.fromEntries(
    present.map(([field], index) => {
      const value = opened[index];
      return [field, value?.status === 'opened' ? value.value : '(kunci dihancurkan / shredded)'];
    }),
  );
};

export const workerLines = async (
  session: Session,
  member: Member,
  reveal: boolean,
): Promise<{ readonly json: unknown; readonly lines: readonly string[] }> => {
  const personal = reveal ? await openFields(session, member) : {};
  const shown = (field: Field): string => personal[field] ?? MASK;
  const masked = Object.fromEntries(FIELDS.map((field) => [field, shown(field)]));
  const { disability: _disability, ...rest } = member;
  return {
    json: { ...rest, ...masked },
    lines: [
      `pekerja ${member.workerId}: ${member.stage}` +
        `${member.historic ? ' (riwayat, diambil alih / historic, taken over)' : ''}`,
      `nama ${shown('name')}, NIK ${shown('nik')}, KPJ ${shown('kpj')}, lahir ${shown('birthDate')}`,
      `kelurahan ${member.kelurahan}, pekerjaan ${member.occupation}`,
      `SK ${member.decreeNumber ?? '-'}; perlindungan sejak ${member.coverStart ?? '-'}`,
      `kartu ${member.cardState}${member.cardMethod === null ? '' : ` (${member.cardMethod})`}`,
      ...(member.claimId === null
        ? []
        : [
            `meninggal ${member.deathDate}; klaim ${member.claimId}: ${member.claimOutcome ?? 'terbuka / open'}`,
          ]),
    ],
  };
};
