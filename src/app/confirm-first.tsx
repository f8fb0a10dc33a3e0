import type { FormReturn } from '@/domain/form';
import { Button } from '@/ui/button';
import { FieldError } from '@/ui/field-error';
import { Hidden } from '@/ui/hidden';
import { TextInput } from '@/ui/text-input';
import { confirmByName, confirmWithCode, sendCode } from './actions';

/** How this person can confirm who they are. */
export interface Confirming {
  name: string;
  address: string;
  /** In the demonstration a press on their own name stands for the code. */
  byName: boolean;
}

interface ConfirmFirstProps {
  confirming: Confirming;
  /** The page where they sign, and the part of it. */
  back: string;
  /** What came back to that page, and its id: what was typed there is not lost on the way. */
  returned?: FormReturn | undefined;
  kept?: string | undefined;
  /** "you sign", "it is released" */
  before: string;
}

/** In the place of the act: it is some while since this person showed who they are, so they do it once more. */
export function ConfirmFirst({ confirming, back, returned, kept, before }: ConfirmFirstProps) {
  const request = returned?.values.confirmation;
  const fields = (
    <>
      <Hidden name="back" value={back} />
      <Hidden name="kept" value={kept ?? ''} />
    </>
  );
  return (
    <div className="stack" id="confirm">
      <h3>First confirm that it is you</h3>
      {returned?.errors.confirm && <FieldError id="confirm-error">{returned.errors.confirm}</FieldError>}
      <p className="s">It is a while since you signed in on this device. Before {before} we ask once more, so that nobody else can do it in your name.</p>
      {confirming.byName && typeof request !== 'string' && (
        <form action={confirmByName} className="stack-s">
          {fields}
          <div className="btns">
            <Button>I am {confirming.name}</Button>
          </div>
          <p className="s soft">In the demonstration this press stands for a code by e-mail, and the signature says so.</p>
        </form>
      )}
      {typeof request === 'string' && (
        <form action={confirmWithCode} className="stack" noValidate>
          {fields}
          <Hidden name="confirmation" value={request} />
          <TextInput name="code" label={<span className="wrap-anywhere">The code that went to {confirming.address}</span>} hint="Eight letters and figures, as in K7MP-4QXD. It works once, within 15 minutes." autoComplete="one-time-code" spellCheck={false} width="s" {...(returned ? { returned } : {})} />
          <div className="btns">
            <Button>Confirm</Button>
          </div>
        </form>
      )}
      <form action={sendCode} className="stack-s">
        {fields}
        <div className="btns">
          {typeof request === 'string' ? (
            <Button kind="link" size="small">
              Send another code
            </Button>
          ) : (
            <Button kind={confirming.byName ? 'second' : 'main'} icon="mail">
              Send me a code by e-mail
            </Button>
          )}
        </div>
        {typeof request !== 'string' && <p className="s soft wrap-anywhere">It goes to {confirming.address}.</p>}
      </form>
    </div>
  );
}
