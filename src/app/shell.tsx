import type { ReactNode } from 'react';
import type { FormReturn } from '@/domain/form';
import { DemoBanner } from '@/ui/demo-banner';
import { Footer } from '@/ui/footer';
import { Masthead, type PostChoice } from '@/ui/masthead';
import { Nav, type NavItem } from '@/ui/nav';
import { pageTitle } from '@/ui/page-title';
import { written } from '@/ui/written';

export interface ShellViewer {
  region: string;
  acting: PostChoice[];
  /** Id of the post in which the person acts. */
  current: string;
  name: string;
  demo: boolean;
  /** The parts of the product that concern the posts held. */
  sections: NavItem[];
}

const HELP: NavItem[] = [
  { href: '/help', label: 'Help and guidance' },
  { href: '/who-can-see-what', label: 'Who can see what' },
  { href: '/accessibility', label: 'Accessibility' },
];

interface ShellProps {
  viewer: ShellViewer | null;
  /** Address of the section that this page belongs to. */
  current: string;
  title: string;
  returned?: FormReturn;
  /** Where a change of post comes back to. */
  back?: string;
  /** On pages where nobody is signed in yet. */
  demo?: boolean;
  children: ReactNode;
}

/** What stands round every page. */
export function Shell({ viewer, current, title, returned, back = current, demo = viewer?.demo, children }: ShellProps) {
  return written(
    <>
      <title>{pageTitle(title, returned)}</title>
      <a className="skip" href="#main">
        Skip to the main content
      </a>
      {demo && <DemoBanner />}
      <Masthead region={viewer?.region} posts={viewer?.acting} current={viewer?.current} back={back}>
        {viewer && <Nav items={viewer.sections} current={current} />}
      </Masthead>
      <main id="main" className="wrap" tabIndex={-1}>
        {children}
      </main>
      <Footer items={viewer ? [...HELP, { href: '/people/me', label: 'Your posts' }, { href: '/sign-out', label: `Sign out ${viewer.name}` }] : HELP} />
    </>,
  );
}
