import { Shell } from '../shell';
import { viewerIfAny } from '../viewer-if-any';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';

export default async function Accessibility() {
  return (
    <Shell viewer={await viewerIfAny()} current="" back="/accessibility" title="Accessibility">
      <PageHead title="Accessibility" lead="Everyone who holds a post should be able to do its work here." />
      <Sheet as="div">
        <p>The product is built to the Web Content Accessibility Guidelines 2.2, level AA. You can:</p>
        <ul>
          <li>use every page with a keyboard alone, and with a screen reader;</li>
          <li>write, sign, comment and review without script;</li>
          <li>enlarge to 400% without scrolling sideways;</li>
          <li>use your own colours: every state has a word and a shape as well as a colour;</li>
          <li>print any document or table.</li>
        </ul>
        <p>Evidence files that others have added may not meet the guidelines. Tell the regional team of anything that stops you.</p>
      </Sheet>
    </Shell>
  );
}
