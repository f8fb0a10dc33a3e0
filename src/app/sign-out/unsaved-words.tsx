'use client';

import { useEffect, useState } from 'react';
import { moment } from '@/ui/day';
import { deliver } from '../deliver';
import { dropEntry, keptOnDevice, openPages, type Entry } from '../journal';

/** Before someone leaves a computer: what is kept of their words is saved now, or they are told what stays behind. */
export function UnsavedWords({ personId }: { personId: string }) {
  const [left, setLeft] = useState<readonly Entry[]>([]);

  useEffect(() => {
    void (async () => {
      const open = await openPages();
      const waiting: Entry[] = [];
      // What stands in another tab is saved by that tab.
      for (const entry of await keptOnDevice(personId)) if (open?.has(entry.key) || !(await deliver(entry))) waiting.push(entry);
      setLeft(waiting);
    })();
  }, [personId]);

  async function forget() {
    for (const { key } of left) await dropEntry(key);
    setLeft([]);
  }

  return (
    <div role="status">
      {left.length > 0 && (
        <div className="note stack-s">
          <p>
            <b>Some of your words are not saved yet.</b> They stay on this device when you sign out, and are offered to you alone when you sign in here again. On a computer that others use, open them and save them first, or take them off it.
          </p>
          <ul className="bare stack-s">
            {left.map((entry) => (
              <li key={entry.key}>
                <a href={entry.path}>{entry.title}</a> <span className="s soft">{moment(new Date(entry.at))}</span>
              </li>
            ))}
          </ul>
          <p>
            <button type="button" className="linkbtn" onClick={() => void forget()}>
              Take them off this device for good
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
