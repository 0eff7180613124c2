// Kemendagri codes `PP.KK.CC.DDDD`: provinces, districts of three regions, Bontang's kelurahan.

type Area = { readonly code: string; readonly name: string };

/** First two digits of every NIK and area code. */
const PROVINCES: ReadonlyMap<string, string> = new Map([
  ['11', 'Aceh'],
  ['12', 'Sumatera Utara'],
  ['13', 'Sumatera Barat'],
  ['14', 'Riau'],
  ['15', 'Jambi'],
  ['16', 'Sumatera Selatan'],
  ['17', 'Bengkulu'],
  ['18', 'Lampung'],
  ['19', 'Kepulauan Bangka Belitung'],
  ['21', 'Kepulauan Riau'],
  ['31', 'DKI Jakarta'],
  ['32', 'Jawa Barat'],
  ['33', 'Jawa Tengah'],
  ['34', 'Daerah Istimewa Yogyakarta'],
  ['35', 'Jawa Timur'],
  ['36', 'Banten'],
  ['51', 'Bali'],
  ['52', 'Nusa Tenggara Barat'],
  ['53', 'Nusa Tenggara Timur'],
  ['61', 'Kalimantan Barat'],
  ['62', 'Kalimantan Tengah'],
  ['63', 'Kalimantan Selatan'],
  ['64', 'Kalimantan Timur'],
  ['65', 'Kalimantan Utara'],
  ['71', 'Sulawesi Utara'],
  ['72', 'Sulawesi Tengah'],
  ['73', 'Sulawesi Selatan'],
  ['74', 'Sulawesi Tenggara'],
  ['75', 'Gorontalo'],
  ['76', 'Sulawesi Barat'],
  ['81', 'Maluku'],
  ['82', 'Maluku Utara'],
  ['91', 'Papua'],
  ['92', 'Papua Barat'],
  ['93', 'Papua Selatan'],
  ['94', 'Papua Tengah'],
  ['95', 'Papua Pegunungan'],
  ['96', 'Papua Barat Daya'],
]);

export const PROVINCE_CODES: readonly string[] = [...PROVINCES.keys()];
export const isKnownProvince = (code: string): boolean => PROVINCES.has(code);

/** Regencies and cities whose people this house knows by name. */
const REGENCIES: ReadonlyMap<string, string> = new Map([
  ['64.74', 'Kota Bontang'],
  ['64.08', 'Kutai Timur'],
  ['63.02', 'Kotabaru'],
]);

const numbered = (parent: string, firstNumber: number, digits: number, names: string): Area[] =>
  names.split(', ').map((name, index) => ({
    code: `${parent}.${String(firstNumber + index).padStart(digits, '0')}`,
    name,
  }));

/** Districts (kecamatan) by regency or city, in the order of their codes (domain-rules §6.2). */
export const DISTRICTS: Readonly<Record<string, readonly Area[]>> = {
  '64.74': numbered('64.74', 1, 2, 'Bontang Utara, Bontang Selatan, Bontang Barat'),
  '64.08': numbered(
    '64.08',
    1,
    2,
    'Muara Ancalong, Muara Wahau, Muara Bengkal, Sangatta Utara, Sangkulirang, Busang, Telen, ' +
      'Kombeng, Bengalon, Kaliorang, Sandaran, Sangatta Selatan, Teluk Pandan, Rantau Pulung, ' +
      'Kaubun, Karangan, Batu Ampar, Long Mesangat',
  ),
  '63.02': numbered(
    '63.02',
    1,
    2,
    'Pulau Sembilan, Pulau Laut Barat, Pulau Laut Selatan, Pulau Laut Timur, Pulau Sebuku, ' +
      'Pulaulaut Utara, Kelumpang Selatan, Kelumpang Hulu, Kelumpang Tengah, Kelumpang Utara, ' +
      'Pamukan Selatan, Sampanahan, Pamukan Utara, Hampang, Sungai Durian, Pulau Laut Tengah, ' +
      'Kelumpang Hilir, Kelumpang Barat, Pamukan Barat, Pulau Laut Kepulauan, ' +
      'Pulau Laut Tanjung Selayar, Pulaulaut Sigam',
  ),
};

/** The fifteen kelurahan of Kota Bontang. */
export const BONTANG_KELURAHAN: readonly Area[] = [
  ...numbered(
    '64.74.01',
    1001,
    4,
    'Bontang Kuala, Bontang Baru, Lok Tuan, Guntung, Gunung Elai, Api-api',
  ),
  ...numbered(
    '64.74.02',
    1001,
    4,
    'Tanjung Laut, Berbas Tengah, Berbas Pantai, Satimpo, Bontang Lestari, Tanjung Laut Indah',
  ),
  ...numbered('64.74.03', 1001, 4, 'Belimbing, Gunung Telihan, Kanaan'),
];

/** Regions whose villages are all listed here: a code that is not in the list does not exist. */
const LISTED_VILLAGES: Readonly<Record<string, readonly Area[]>> = { '64.74': BONTANG_KELURAHAN };

/** `64`, `64.74`, `64.74.02` or `64.74.02.1003`, in a known province. */
export const isAreaCode = (text: string): boolean =>
  /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/.test(text) && isKnownProvince(text.slice(0, 2));

/** A place by its name, e.g. `Tanjung Laut`; its code where the name is not listed here. */
export const areaName = (code: string): string => {
  const listed = [...Object.values(LISTED_VILLAGES), ...Object.values(DISTRICTS)].flat();
  return (
    PROVINCES.get(code) ??
    REGENCIES.get(code) ??
    listed.find((area) => area.code === code)?.name ??
    code
  );
};

/** A regency or city: `64.74`. */
export const isRegencyCode = (text: string): boolean => isAreaCode(text) && text.length === 5;

/** Dots matter: `64.7` is no area above `64.74`, and an area lies within itself. */
export const isWithin = (code: string, area: string): boolean =>
  area !== '' && (code === area || code.startsWith(`${area}.`));

/** The smallest area around all of them; empty when no province holds them all. */
export const areaAround = (areas: readonly string[]): string => {
  const [first = '', ...others] = areas;
  const parts = first.split('.');
  const codes = parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
  return codes.find((code) => others.every((area) => isWithin(area, code))) ?? '';
};

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\s*(kelurahan|kel\.|desa)\s+/, '')
    .replace(/[^a-z]/g, '');

const CODES_BY_NAME: ReadonlyMap<string, readonly string[]> = Object.values(LISTED_VILLAGES)
  .flat()
  .reduce((byName, { code, name }) => {
    const key = keyOf(name);
    return byName.set(key, [...(byName.get(key) ?? []), code]);
  }, new Map<string, readonly string[]>());

/** Accepts `64.74.02.1003` and `6474021003`; a village number begins with 1 or 2. */
const villageCodeOf = (text: string): string | null => {
  const digits = text.replace(/\./g, '');
  if (!/^\d{6}[12]\d{3}$/.test(digits) || !isKnownProvince(digits.slice(0, 2))) return null;
  return `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}.${digits.slice(6)}`;
};

const exists = (village: string): boolean => {
  const regency = village.slice(0, 5);
  const villages = LISTED_VILLAGES[regency];
  if (villages !== undefined) return villages.some(({ code }) => code === village);
  const districts = DISTRICTS[regency];
  return districts === undefined || districts.some(({ code }) => code === village.slice(0, 8));
};

export type KelurahanReading =
  | { readonly status: 'found'; readonly code: string }
  | {
      readonly status: 'refused';
      readonly problem: 'KELURAHAN_UNKNOWN' | 'KELURAHAN_OUTSIDE_PROGRAMME';
    };

/** Finds a kelurahan by code or by name inside a programme's region. */
export const readKelurahan = (text: string, region: string): KelurahanReading => {
  const code = villageCodeOf(text);
  const candidates = code === null ? (CODES_BY_NAME.get(keyOf(text)) ?? []) : [code];
  if (candidates.length === 0) return { status: 'refused', problem: 'KELURAHAN_UNKNOWN' };
  const inside = candidates.find((candidate) => isWithin(candidate, region));
  if (inside === undefined) return { status: 'refused', problem: 'KELURAHAN_OUTSIDE_PROGRAMME' };
  return exists(inside)
    ? { status: 'found', code: inside }
    : { status: 'refused', problem: 'KELURAHAN_UNKNOWN' };
};
