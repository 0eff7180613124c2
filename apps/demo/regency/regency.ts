// A regency of the demo: its names, its villages, and who acts there.
import type { LocalDate } from '../../../domain/calendar.ts';
import { administrator, cast, type Player } from '../cast.ts';

export type Regency = {
  readonly name: string;
  /** Kemendagri code of the regency, and of the villages that send lists. */
  readonly code: string;
  readonly villages: readonly [string, ...string[]];
  readonly branch: string;
  /** The account that the branch pays benefits from. */
  readonly account: string;
  /** The officers held their roles from this day on: the past can be entered under their names. */
  readonly inOfficeFrom: LocalDate;
};

/** Who may enter what happened before the office used this system. */
const HISTORIANS = ['dinas-rahma', 'kadis-yusuf', 'cabang-gita', 'verifikator-ani'];

const inRegency = (player: Player, { code }: Regency): Player => ({
  ...player,
  area: code,
  letter: player.letter.replace('Wali Kota', 'Bupati'),
  acts: HISTORIANS.includes(player.id) ? [...player.acts, 'record-history'] : player.acts,
});

export const administratorOf = (regency: Regency): Player => inRegency(administrator, regency);

export const playersOf = (regency: Regency): readonly Player[] =>
  cast.map((player) => inRegency(player, regency));

/** Takes in reports and papers everywhere in the regency. */
export const VILLAGE_OFFICER = 'kelurahan-eko';
