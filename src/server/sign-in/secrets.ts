import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { env } from '../env';

// Without 0, O, 1, I and L, which people misread.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 8;

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** What was typed, as it was made: capitals without spaces and hyphens. Null when it cannot be a code. */
export function codeTyped(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, '');
  return code.length === CODE_LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : null;
}

/** "K7MP-4QXD" */
export function codeWritten(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Keyed, because a code is short enough to be guessed from a plain hash. */
export function codeHash(requestId: string, code: string): string {
  return createHmac('sha256', env().NEXTAUTH_SECRET).update(`${requestId}:${code}`).digest('hex');
}

export function isSameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')];
  return left.length === right.length && timingSafeEqual(left, right);
}
