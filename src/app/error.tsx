'use client';

import { FaultPage } from './fault-page';

export default function PageFault({ error }: { error: Error & { digest?: string } }) {
  return <FaultPage reference={error.digest} />;
}
