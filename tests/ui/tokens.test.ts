import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const tokens = Object.fromEntries(
  [...readFileSync('src/ui/tokens.css', 'utf8').split('@media')[0]!.matchAll(/--color-([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
) as Record<string, string>;

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(tokens[a]!), luminance(tokens[b]!)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test('every colour of words is read on every ground it stands on', () => {
  const grounds: Record<string, string[]> = {
    ink: ['paper', 'chalk', 'sunk', 'pen-tint', 'friend-tint', 'due-tint', 'late-tint'],
    'ink-2': ['paper', 'chalk', 'sunk', 'pen-tint', 'friend-tint', 'due-tint'],
    pen: ['paper', 'chalk', 'sunk', 'pen-tint', 'due-tint'],
    'pen-deep': ['paper', 'chalk', 'pen-tint'],
    friend: ['paper', 'chalk', 'friend-tint'],
    good: ['paper', 'chalk', 'good-tint'],
    due: ['paper', 'chalk', 'due-tint'],
    late: ['paper', 'chalk', 'late-tint', 'friend-tint'],
  };
  const tooFaint = Object.entries(grounds).flatMap(([text, under]) => under.filter((ground) => contrast(text, ground) < 4.5).map((ground) => `${text} on ${ground}`));
  expect(tooFaint).toEqual([]);
});

test('the borders of controls stand out from their ground', () => {
  for (const ground of ['paper', 'chalk']) expect(contrast('edge', ground)).toBeGreaterThanOrEqual(3);
});
