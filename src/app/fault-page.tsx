import { Brand } from '@/ui/brand';
import { Fault } from '@/ui/fault';

/** The page of a fault, without the shell: it is sent to every browser, so it stays small. */
export function FaultPage({ reference }: { reference?: string }) {
  return (
    <>
      <title>Something on our side has failed – Critical Friend</title>
      <header className="mast alone">
        <div className="wrap mast-top">
          <Brand />
        </div>
      </header>
      <main id="main" className="wrap">
        <Fault reference={reference} />
      </main>
    </>
  );
}
