'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { linesNow, withNews, type KeptItem, type NoteLine, type SentItem, type ShownLine } from '@/domain/forums/note-lines';
import { dropItem, itemsKept, keepItem, sendKept, type Sent } from './kept-on-device';

const EVERY = 3000;
const WHEN_HIDDEN = 15_000;

interface Given {
  address: string;
  /** Post in which notes are taken. */
  as: string;
  storageKey: string;
  lines: readonly NoteLine[];
  readAt: string;
}

export interface Notes {
  lines: ShownLine[];
  kept: KeptItem[];
  /** How the last sending went. */
  sent: Sent;
  /** False when the device keeps nothing: then the form goes to the region as it stands. */
  add: (item: SentItem) => boolean;
  drop: (id: string) => void;
}

/** The notes of a session as they are now: those of the region, asked for every few seconds, and those that this device has still to send. */
export function useNotes({ address, as, storageKey, lines, readAt }: Given): Notes {
  const [known, setKnown] = useState<NoteLine[]>([...lines]);
  const [kept, setKept] = useState<KeptItem[]>([]);
  const [sent, setSent] = useState<Sent>('nothing');
  const reading = useRef({ after: readAt, tag: '' });
  const sending = useRef(false);

  const hear = useCallback(async () => {
    const { after, tag } = reading.current;
    const headers: HeadersInit = tag ? { 'if-none-match': tag } : {};
    const response = await fetch(`${address}?after=${encodeURIComponent(after)}`, { headers, cache: 'no-store' }).catch(() => null);
    if (response?.status === 401) setSent('signed-out');
    if (response?.status !== 200) return;
    const news = (await response.json()) as { readAt: string; lines: NoteLine[] };
    reading.current = { after: news.readAt, tag: response.headers.get('etag') ?? '' };
    setKnown((before) => withNews(before, news.lines));
  }, [address]);

  const send = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    setKept(itemsKept(storageKey));
    const outcome = await sendKept(storageKey, address, as).catch((): Sent => 'no-network');
    sending.current = false;
    if (outcome === 'sent') await hear();
    if (outcome !== 'nothing') setSent(outcome);
    setKept(itemsKept(storageKey));
  }, [storageKey, address, as, hear]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    const round = async () => {
      await send();
      await hear();
      if (!gone) timer = setTimeout(round, document.hidden ? WHEN_HIDDEN : EVERY);
    };
    void round();
    const online = () => void send();
    addEventListener('online', online);
    return () => {
      gone = true;
      clearTimeout(timer);
      removeEventListener('online', online);
    };
  }, [send, hear]);

  const add = (item: SentItem) => {
    if (!keepItem(storageKey, item)) return false;
    setKept(itemsKept(storageKey));
    void send();
    return true;
  };
  const drop = (id: string) => {
    dropItem(storageKey, id);
    setKept(itemsKept(storageKey));
  };
  return { lines: linesNow(known, kept), kept, sent, add, drop };
}
