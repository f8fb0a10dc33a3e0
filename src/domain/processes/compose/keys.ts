/** A key made of a name, that no other has: "Notes agreed" → "notes-agreed". It stays when the name is changed, since dates and documents hang on it. */
export function keyFor(name: string, taken: readonly string[]): string {
  const words = name.normalize('NFKD').toLowerCase().replace(/[\u0300-\u036f’']/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+/, '').slice(0, 40).replace(/-+$/, '');
  const key = words || 'part';
  if (!taken.includes(key)) return key;
  for (let count = 2; ; count += 1) if (!taken.includes(`${key}-${count}`)) return `${key}-${count}`;
}

export const keysOf = (items: readonly { key: string }[]): string[] => items.map(({ key }) => key);
