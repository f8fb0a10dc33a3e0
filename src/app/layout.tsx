import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Icons } from '@/ui/icons';
import { TypedEarly } from './typed-early';
import './globals.css';

export const metadata: Metadata = {
  applicationName: 'Critical Friend',
  icons: { icon: '/icon.svg' },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, email: false, address: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light', themeColor: '#ffffff' };

/** Runs as the page begins, long before the rest of its script: see typed-early.tsx. */
const NOTE_TYPED = 'window.typedEarly=new Map();window.noteTyped=function(e){window.typedEarly.set(e.target,e.target.value)};document.addEventListener("input",window.noteTyped,true)';

/** The language, the fonts and the sprite. Titles come from Shell. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <head>
        <script dangerouslySetInnerHTML={{ __html: NOTE_TYPED }} />
        <link rel="preload" href="/fonts/atkinson-hyperlegible-next.woff2" as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="preload" href="/fonts/figtree-figures.woff2" as="font" type="font/woff2" crossOrigin="anonymous" />
      </head>
      <body>
        <Icons />
        {children}
        <TypedEarly />
      </body>
    </html>
  );
}
