// The contributions of a tranche month by month: the bill of the branch, and the proof of its payment.
import { addMonthsTo, type Month } from '../../domain/calendar.ts';
import type { Line, Narrator } from './narrator.ts';

/** C-03: the lowest package of JKK and JKM, in rupiah a month. */
const CONTRIBUTION_IDR = 16_800;

/** Bills are monthly letters of the branch; what was owed instead is computed beside them. */
export const monthlyLines = (
  tranche: string,
  workers: number,
  months: readonly Month[],
): readonly (readonly Line[])[] => {
  const amount = String(workers * CONTRIBUTION_IDR);
  return months.map((month) => {
    const past = { on: `${month}-05`, source: `Surat tagihan iuran BPJS ${month}` };
    const on = ['--tranche', tranche, '--month', month];
    return [
      {
        as: 'dinas-rahma',
        past,
        args: [
          ...['contribution', 'bill', ...on, '--workers', String(workers), '--amount', amount],
          ...['--payment-code', `88888-${month}`],
        ],
      },
      {
        as: 'dinas-rahma',
        past: { on: `${month}-10`, source: `SP2D iuran ${month}` },
        args: [
          ...['contribution', 'confirm', ...on, '--amount', amount],
          ...['--paid-on', `${month}-10`, '--reference', `SP2D-${month}`],
        ],
      },
    ];
  });
};

export const monthsBetween = (from: Month, before: Month): readonly Month[] => {
  const months: Month[] = [];
  for (let month = from; month < before; month = addMonthsTo(month, 1)) months.push(month);
  return months;
};

/** Clerks who enter the books of years side by side. */
const CLERKS = 8;

/** What happened month by month before today: every bill, then the proof of each payment. */
export const enterMonths = async (
  { many }: Pick<Narrator, 'many'>,
  months: readonly (readonly Line[])[],
): Promise<void> => {
  await many({
    title: { id: 'Tagihan iuran setiap bulan …', en: 'The bill of every month …' },
    lines: months.flatMap(([bill]) => bill ?? []),
    atOnce: CLERKS,
  });
  await many({
    title: { id: '… dan bukti bayarnya (SP2D)', en: '… and the proof of its payment (SP2D)' },
    lines: months.flatMap(([, paid]) => paid ?? []),
    atOnce: CLERKS,
  });
};
