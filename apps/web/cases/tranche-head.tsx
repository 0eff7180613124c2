// Which tranche or bill a form is about, said above it.
import { deductedIdr, payableOf } from '../../../domain/programme/bill-state.ts';
import { billPhrases } from '../../copy/bill-phrases.ts';
import { formatCount, formatLongDay, formatRupiah } from '../../copy/format.ts';
import { say } from '../../copy/text.ts';
import { trancheWords } from '../../copy/tranche-words.ts';
import type { Visit } from '../house.ts';
import { Facts } from '../parts/data-parts.tsx';
import type { Head } from './case-head.tsx';
import { readableBill, readableTranche } from './readable-tranche.ts';

export const headOfTranche = async ({ desk, language }: Visit, id: string): Promise<Head> => {
  const tranche = await readableTranche(desk, id);
  if (tranche === undefined) return { name: '', body: <></> };
  const words = trancheWords[language];
  return {
    name: tranche.name,
    body: (
      <Facts
        items={[
          [words.labels.tranche, <strong>{tranche.name}</strong>],
          [words.labels.coverFrom, formatLongDay(tranche.coverFrom, language)],
          [words.labels.registered, formatCount(tranche.registered, language)],
          [words.labels.gateLine, words.gate[tranche.gate.state]],
          [words.labels.clock, words.due(tranche.clock.daysToLapse)],
        ]}
      />
    ),
  };
};

export const headOfBill = async ({ desk, language }: Visit, id: string): Promise<Head> => {
  const found = await readableBill(desk, id);
  if (found === undefined) return { name: '', body: <></> };
  const { tranche, bill, state } = found;
  const { labels } = trancheWords[language];
  const name = `${tranche.name} · ${bill.month}`;
  const { workers, paymentCode: code } = bill;
  const billed = say(language, billPhrases.billed, {
    ...{
      workers: formatCount(workers, language),
      amount: formatRupiah(bill.amountIdr, language),
      code,
    },
  });
  const left = formatRupiah(payableOf(bill, deductedIdr(state)), language);
  return {
    name,
    body: (
      <>
        <Facts items={[[labels.tranche, <strong>{name}</strong>]]} />
        <p>{billed}</p>
        <p>{say(language, billPhrases.payable, { amount: left })}</p>
      </>
    ),
  };
};
