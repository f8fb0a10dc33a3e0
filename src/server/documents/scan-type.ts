/** What a scan is by its first bytes, whatever its name says: PDF, PNG or JPEG; null for anything else. */
export function scanType(bytes: Uint8Array): 'application/pdf' | 'image/png' | 'image/jpeg' | null {
  const begins = (...first: number[]) => first.every((byte, index) => bytes[index] === byte);
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg';
  return null;
}
