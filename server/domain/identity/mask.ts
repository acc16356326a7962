/** Where personal data is about to be shown; each place has its own masks. */
export type MaskContext = 'public_notice' | 'public_progress' | 'kiosk' | 'clerk_list' | 'owner';

/** Personal data that is shown somewhere. */
export interface PersonalData {
  readonly name?: string;
  readonly idNo?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly account?: string;
}

type Mask = (value: string) => string | undefined;
type Masks = Readonly<Record<keyof PersonalData, Mask>>;

const never: Mask = () => undefined;
const full: Mask = (value) => value;

const MASKS: Readonly<Record<MaskContext, Masks>> = {
  public_notice: {
    name: maskName,
    idNo: never,
    phone: never,
    address: never,
    account: never,
  },
  public_progress: {
    name: maskName,
    idNo: lastTwo,
    phone: never,
    address: never,
    account: never,
  },
  kiosk: { name: maskName, idNo: maskIdNo, phone: maskPhone, address: never, account: lastFour },
  clerk_list: {
    name: full,
    idNo: maskIdNo,
    phone: maskPhone,
    address: full,
    account: lastFour,
  },
  owner: { name: full, idNo: full, phone: full, address: full, account: full },
};

/** Masks personal data for a place; what may not be shown there is left out. */
export function maskPersonalData(data: PersonalData, context: MaskContext): PersonalData {
  const masks = MASKS[context];
  const shown = Object.entries(data).flatMap(([key, value]) => {
    const masked = masks[key as keyof PersonalData]?.(value);
    return masked === undefined ? [] : [[key, masked] as const];
  });
  return Object.fromEntries(shown);
}

/** 张三丰 becomes 张**; the number of stars says nothing about the length of the name. */
export function maskName(name: string): string {
  const [first = ''] = [...name.trim()];
  return `${first}**`;
}

/** Keeps the division of four digits and the last four: 2199**********0012. */
export function maskIdNo(idNo: string): string {
  const text = idNo.trim();
  if (text.length < 12) return '*'.repeat(text.length);
  return text.slice(0, 4) + '*'.repeat(text.length - 8) + text.slice(-4);
}

/** Keeps the first three digits and the last four: 154****0001. */
export function maskPhone(phone: string): string {
  const text = phone.replaceAll(/[\s-]/g, '');
  return text.length < 8 ? '*'.repeat(text.length) : `${text.slice(0, 3)}****${text.slice(-4)}`;
}

function lastTwo(idNo: string): string {
  return '*'.repeat(Math.max(idNo.length - 2, 0)) + idNo.slice(-2);
}

function lastFour(account: string): string {
  return `****${account.slice(-4)}`;
}
