// The heirs of a claim as determined: rank, relation, guardian, who is paid; names as far as one may see them.
import { maskedNumber, nameFor, sightOf } from '../../../../domain/office/visibility.ts';
import type { ClaimFile } from '../../../../projections/claim-file.ts';
import { heirRelations } from '../../../copy/claim-words.ts';
import { wordOf } from '../../../copy/code-words.ts';
import { formatMoment } from '../../../copy/format.ts';
import { say } from '../../../copy/text.ts';
import { openAll } from '../../cases/payees.ts';
import { actsAt } from '../../cases/worker-names.ts';
import type { Visit } from '../../house.ts';
import { Facts, Table, Tag } from '../../parts/data-parts.tsx';
import type { Html } from '../../screen.ts';
import { heirsPhrases as phrases } from '../heirs/heirs-phrases.ts';
import { claimPhrases } from './claim-phrases.ts';

type Heirs = NonNullable<ClaimFile['contents']['heirs']>;

const opened = async (visit: Visit, kelurahan: string | null, heirs: Heirs) => {
  const { desk, visitor } = visit;
  const acts = actsAt(visitor, kelurahan);
  const seen = (name: string | null): string => {
    const shown = name === null ? null : nameFor(visitor.office, name, acts);
    return shown ?? '–';
  };
  const names = await openAll(
    desk,
    heirs.heirs.flatMap(({ name, guardianName }) => [name, guardianName ?? name]),
  );
  const [holder = null, account = null] = await openAll(desk, [
    heirs.payee.name,
    heirs.payee.account,
  ]);
  const isAccountSeen = sightOf(visitor.office, 'ACCOUNT') !== 'NONE';
  return {
    nameAt: (at: number) => seen(names[at * 2] ?? null),
    guardianAt: (at: number) => seen(names[at * 2 + 1] ?? null),
    account: isAccountSeen
      ? `${seen(holder)} · ${heirs.payee.bic} · ${account === null ? '–' : maskedNumber(account)}`
      : null,
  };
};

export const heirsCard = async (
  visit: Visit,
  { file, kelurahan }: { readonly file: ClaimFile; readonly kelurahan: string | null },
): Promise<Html> => {
  const { language } = visit;
  const { heirs } = file.contents;
  if (heirs === null)
    return (
      <section class="block">
        <h2>{say(language, phrases.heirs)}</h2>
        <p class="empty">{say(language, phrases.none)}</p>
      </section>
    );
  const { nameAt, guardianAt, account } = await opened(visit, kelurahan, heirs);
  const determined = { at: formatMoment(heirs.at, language), rank: heirs.rank };
  return (
    <>
      <Table
        caption={say(language, phrases.heirs)}
        columns={[phrases.heir, claimPhrases.relation].map((one) => ({ head: say(language, one) }))}
        rows={heirs.heirs.map(({ ref, relation, minor, guardianName }, at) => [
          <>
            {nameAt(at)}{' '}
            {ref === heirs.payee.ref ? (
              <Tag tone="good">{say(language, phrases.isPayee)}</Tag>
            ) : null}
            {guardianName === undefined ? null : (
              <span class="sub">{say(language, phrases.guardianOf, { name: guardianAt(at) })}</span>
            )}
          </>,
          <>
            {wordOf(heirRelations, relation, language)}{' '}
            {minor ? <Tag tone="warn">{say(language, claimPhrases.minor)}</Tag> : null}
          </>,
        ])}
        empty={say(language, phrases.none)}
      />
      <section class="block">
        {heirs.nameDiffers === true ? (
          <p class="note is-warn">{say(language, phrases.differs)}</p>
        ) : null}
        {account === null ? null : <Facts items={[[say(language, phrases.paidTo), account]]} />}
        <p class="hint">{say(language, phrases.determined, determined)}</p>
      </section>
    </>
  );
};
