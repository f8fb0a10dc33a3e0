// Numbers that name one child. Each has a check sign, so that a figure, a telephone number or a code of costs is not taken for one
// (NHS Data Dictionary: NHS number, modulus 11; DfE: Unique pupil numbers, a guide).

/** Ten digits whose last is the check digit, in a range that is given out in England and Wales or Northern Ireland, or for tests. */
export function isNhsNumber(digits: string): boolean {
  if (!/^[34679]\d{9}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = [...digits].slice(0, 9).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = 11 - (sum % 11);
  return check !== 10 && (check === 11 ? 0 : check) === Number(digits[9]);
}

const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A letter that checks the twelve signs behind it; a temporary number ends with a letter. */
export function isUpn(upn: string): boolean {
  return new RegExp(`^[${LETTERS}]\\d{11}[\\d${LETTERS}]$`).test(upn) && upn[0] === upnLetter(upn.slice(1));
}

/** The check letter for the twelve signs that follow it. */
export function upnLetter(signs: string): string {
  const values = [...signs].map((sign) => (/\d/.test(sign) ? Number(sign) : LETTERS.indexOf(sign)));
  return LETTERS[values.reduce((total, value, index) => total + value * (index + 2), 0) % 23]!;
}
