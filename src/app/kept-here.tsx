'use client';

import { useEffect, useState } from 'react';
import { putBack, type Words } from '@/domain/documents/kept-words';
import { dropEntry, keptOnDevice, openPages, type Entry } from './journal';
import { Offered } from './offered';

interface KeptHereProps {
  personId: string;
  /** The address that would take them. */
  to: string;
  /** What stands in the section, under the names of its inputs. */
  standing: Words;
  labels: Readonly<Record<string, string>>;
}

/** On a page that can no longer be written: words that were kept on this device and came too late to be saved. */
export function KeptHere({ personId, to, standing, labels }: KeptHereProps) {
  const [kept, setKept] = useState<readonly { entry: Entry; words: Words }[]>([]);

  useEffect(() => {
    void (async () => {
      const open = await openPages();
      const left = (await keptOnDevice(personId, to)).filter(({ key }) => !open?.has(key));
      setKept(left.flatMap((entry) => {
        const { back, added, offered } = putBack({ ...entry, sending: entry.sending?.typed ?? null }, standing);
        const names = Object.keys({ ...back, ...added, ...offered });
        return names.length > 0 ? [{ entry, words: Object.fromEntries(names.map((name) => [name, entry.words[name] ?? ''])) }] : [];
      }));
    })();
  }, [personId, to, standing]);

  async function drop(entry: Entry) {
    await dropEntry(entry.key);
    setKept((all) => all.filter((other) => other.entry !== entry));
  }

  return kept.map((offer) => <Offered key={offer.entry.key} offer={offer} label={(name) => labels[name.split('.')[0] ?? ''] ?? ''} tooLate onAnswer={() => void drop(offer.entry)} />);
}
