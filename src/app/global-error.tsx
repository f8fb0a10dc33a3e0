'use client';

import { FaultPage } from './fault-page';
import './globals.css';

/** When the layout itself fails. */
export default function GlobalFault({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <FaultPage reference={error.digest} />
      </body>
    </html>
  );
}
