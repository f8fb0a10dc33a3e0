import { asksOf, X_RAY, type XRayRule } from '@/domain/self-views/x-ray-rules';
import type { FormReturn } from '@/domain/form';
import { postName, type HeldPost } from '@/domain/model';
import { readFormReturn } from '@/server/form-return';
import { loadAdvice } from '@/server/self-views/advice/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Crumbs } from '@/ui/crumbs';
import { Moment } from '@/ui/day';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import { orNotFound } from '../or-not-found';
import { Shell } from '../shell';
import { viewerOf } from '../viewer';
import { changeRule } from './actions';

interface Props {
  searchParams: Promise<{ return?: string }>;
}

export default async function AdvicePage({ searchParams }: Props) {
  const path = '/advice-before-signature';
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadAdvice(actor)), readFormReturn(actor.personId, (await searchParams).return)]);
  const on = page.rules.filter((rule) => rule.on).length;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title="Advice before signature" back={path} returned={returned}>
      <FormReport returned={returned} heading="The question is not changed" prefix={returned?.values.kind ? `${String(returned.values.kind)}-` : undefined} />
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: 'Advice before signature' }]} />
      <PageHead
        title="Advice before signature"
        lead={`What the product asks of every self-view of the ${page.region.name} before it is signed: ${on} of ${page.rules.length} questions are on. It is advice; the authority alone reads the answers, and it stops nobody.`}
      />
      <p>
        A change holds at once, in running cycles too. It changes no text and no signature.{' '}
        {page.changed && (
          <span className="soft">
            Last changed on <Moment at={page.changed.at} /> by {page.changed.by}.
          </span>
        )}
      </p>
      {page.rules.map((rule) => (
        <Rule key={rule.kind} rule={rule} as={page.as} returned={returned?.values.kind === rule.kind ? returned : undefined} />
      ))}
    </Shell>
  );
}

function Rule({ rule, as, returned }: { rule: XRayRule; as: HeldPost; returned?: FormReturn }) {
  const about = X_RAY[rule.kind];
  const id = (name: string) => `${rule.kind}-${name}`;
  return (
    <Sheet heading={asksOf(rule)} id={`h-${rule.kind}`}>
      <form action={changeRule} className="stack">
        <Hidden name="as" value={as.id} />
        <Hidden name="kind" value={rule.kind} />
        <Checkbox name="on" id={id('on')} label="Ask this" checked={rule.on} returned={returned} />
        {'unit' in about && <TextInput name="threshold" id={id('threshold')} label={`How many (${about.unit})`} value={String(rule.threshold ?? about.threshold)} width="xs" inputMode="numeric" returned={returned} />}
        <TextArea name="words" id={id('words')} label="The sentence" hint={`It may name ${about.names.map((name) => `{${name}}`).join(', ')}.`} value={rule.words} rows={2} returned={returned} />
        {'signs' in about && <TextArea name="signs" id={id('signs')} label="Words that are to be replaced, one to a line" value={(rule.signs ?? about.signs).join('\n')} rows={6} returned={returned} />}
        <div className="btns">
          <Button kind="second">
            Change it<span className="vh">: {asksOf(rule)}</span> as {postName(as)}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
