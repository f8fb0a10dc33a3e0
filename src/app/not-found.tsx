import { NothingHere } from '@/ui/nothing-here';
import { Shell } from './shell';

export default function NotFound() {
  return (
    <Shell viewer={null} current="" title="There is nothing here that you can open">
      <NothingHere />
    </Shell>
  );
}
