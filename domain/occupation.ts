// The kinds of work a roster may name, with the words people write for them.

type OccupationEntry = {
  readonly id: string;
  readonly en: string;
  /** Other words for it, as identity cards and lists of the region write them. */
  readonly aliases: readonly string[];
};

export const OCCUPATIONS = {
  FISHER: {
    id: 'Nelayan',
    en: 'Fisher',
    aliases: ['nelayan/perikanan', 'buruh nelayan', 'buruh nelayan/perikanan'],
  },
  SEAWEED_FARMER: {
    id: 'Petani rumput laut',
    en: 'Seaweed farmer',
    aliases: ['pembudidaya rumput laut'],
  },
  FARMER: {
    id: 'Petani',
    en: 'Farmer',
    aliases: ['petani/pekebun', 'pekebun', 'buruh tani', 'buruh tani/perkebunan'],
  },
  LIVESTOCK_KEEPER: { id: 'Peternak', en: 'Livestock keeper', aliases: ['buruh peternakan'] },
  MASSEUR: { id: 'Tukang pijat', en: 'Masseur', aliases: ['tukang urut', 'dukun pijat'] },
  MOTORCYCLE_TAXI: {
    id: 'Tukang ojek',
    en: 'Motorcycle taxi rider',
    aliases: ['ojek', 'ojek online', 'ojol', 'pengemudi ojek', 'kurir'],
  },
  DRIVER: { id: 'Sopir', en: 'Driver', aliases: ['supir', 'pengemudi', 'sopir angkot'] },
  TRADER: {
    id: 'Pedagang',
    en: 'Trader',
    aliases: ['pedagang kecil', 'pedagang pasar', 'penjual', 'pemilik warung'],
  },
  STREET_VENDOR: {
    id: 'Pedagang kaki lima',
    en: 'Street vendor',
    aliases: ['pkl', 'pedagang keliling', 'pedagang asongan'],
  },
  LABOURER: {
    id: 'Buruh harian lepas',
    en: 'Day labourer',
    aliases: ['buruh', 'buruh harian', 'pekerja harian', 'kuli', 'buruh lepas'],
  },
  PORTER: { id: 'Buruh angkut', en: 'Porter', aliases: ['buruh bongkar muat', 'kuli angkut'] },
  BUILDER: {
    id: 'Tukang bangunan',
    en: 'Builder',
    aliases: ['tukang batu', 'kuli bangunan', 'buruh bangunan'],
  },
  CARPENTER: { id: 'Tukang kayu', en: 'Carpenter', aliases: ['tukang mebel'] },
  MECHANIC: {
    id: 'Montir',
    en: 'Mechanic',
    aliases: ['mekanik', 'tukang bengkel', 'tukang tambal ban', 'tukang las'],
  },
  TAILOR: { id: 'Tukang jahit', en: 'Tailor', aliases: ['penjahit'] },
  BARBER: { id: 'Tukang cukur', en: 'Barber', aliases: ['pemangkas rambut', 'penata rambut'] },
  HOUSEHOLD_HELPER: {
    id: 'Pekerja rumah tangga',
    en: 'Household helper',
    aliases: ['asisten rumah tangga', 'art', 'pembantu rumah tangga', 'tukang cuci'],
  },
  COOK: { id: 'Juru masak', en: 'Cook', aliases: ['tukang masak', 'katering rumahan'] },
  CLEANER: { id: 'Tukang kebersihan', en: 'Cleaner', aliases: ['petugas kebersihan', 'penyapu'] },
  SCAVENGER: { id: 'Pemulung', en: 'Waste picker', aliases: ['pengepul', 'pengumpul rongsokan'] },
  PARKING_ATTENDANT: { id: 'Juru parkir', en: 'Parking attendant', aliases: ['tukang parkir'] },
  MOSQUE_KEEPER: {
    id: 'Marbot',
    en: 'Keeper of a place of worship',
    aliases: ['marbut', 'penjaga rumah ibadah', 'imam masjid', 'koster'],
  },
  RELIGIOUS_TEACHER: {
    id: 'Guru mengaji',
    en: 'Religious teacher',
    aliases: ['guru ngaji', 'guru sekolah minggu', 'ustadz/mubaligh'],
  },
  COMMUNITY_VOLUNTEER: {
    id: 'Relawan kampung',
    en: 'Community volunteer',
    aliases: ['kader posyandu', 'tagana', 'redkar', 'linmas'],
  },
  OTHER: {
    id: 'Pekerja mandiri lainnya',
    en: 'Other own-account worker',
    aliases: ['lainnya', 'wiraswasta'],
  },
} as const satisfies Readonly<Record<string, OccupationEntry>>;

export type Occupation = keyof typeof OCCUPATIONS;

const keyOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

const BY_WORD: ReadonlyMap<string, Occupation> = new Map(
  (Object.entries(OCCUPATIONS) as [Occupation, OccupationEntry][]).flatMap(
    ([code, { id, en, aliases }]): [string, Occupation][] =>
      [code, id, en, ...aliases].map((word) => [keyOf(word), code]),
  ),
);

/** The occupation that a written word stands for, or null when the list does not know it. */
export const readOccupation = (text: string): Occupation | null => BY_WORD.get(keyOf(text)) ?? null;
