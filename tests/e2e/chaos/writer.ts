import type { Browser, BrowserContext, Cookie, Page } from '@playwright/test';
import { pressToSignIn } from '../steps';
import type { Chance } from './chance';
import type { Power } from './power';

export interface Place {
  sectionKey: string;
  /** Of its text areas, by name. */
  fields: readonly string[];
}

interface Writing {
  post: string;
  documentId: string;
  places: readonly Place[];
  /** Begins every word that they type. */
  mark: string;
  /** Into one paragraph at the end of each text, or each time into a paragraph of their own. */
  ownParagraphs: boolean;
}

/** Somebody who writes on while everything round them fails. Remembers each word that stood in the page, and each that was acknowledged. */
export class Writer {
  readonly typed = new Set<string>();
  readonly acknowledged = new Set<string>();
  private page: Page | null = null;
  private at: Place;
  private count = 0;
  private readonly happened: Record<string, number> = {};
  private online = true;

  private constructor(
    private readonly context: BrowserContext,
    private readonly session: readonly Cookie[],
    private readonly power: Power,
    private readonly chance: Chance,
    private readonly writing: Writing,
  ) {
    this.at = writing.places[0]!;
  }

  static async arrive(browser: Browser, power: Power, chance: Chance, writing: Writing, { journal = true } = {}): Promise<Writer> {
    const context = await browser.newContext({ baseURL: power.url });
    if (!journal) await context.addInitScript(() => ((Storage.prototype.setItem = () => {}), (IDBFactory.prototype.open = () => { throw new Error('switched off'); })));
    const page = await context.newPage();
    await pressToSignIn(page, writing.post);
    await page.close();
    const writer = new Writer(context, await context.cookies(), power, chance, writing);
    await writer.open(writer.at);
    return writer;
  }

  /** One thing that a person does, or that happens to them. */
  async step(): Promise<void> {
    const [chance, act] = [this.chance, this.chance.next()];
    await this.type(chance.between(5, 15));
    if (act < 0.24) await this.note('pauses', pause(chance.between(50, 700)));
    else if (act < 0.36) await this.note('long pauses', pause(1500));
    else if (act < 0.48) await this.note('networks switched', this.switchNetwork());
    else if (act < 0.6) await this.note('tabs closed', this.closeTab());
    else if (act < 0.68) await this.note('tabs crashed', this.crash());
    else if (act < 0.8) await this.note('sections changed', this.open(chance.of(this.writing.places)));
    else if (act < 0.9) await this.note('sessions lost', this.loseSession());
    else if (this.power.isOn()) await this.note('servers killed', this.power.cut(chance.between(100, 1200)));
  }

  /** What they went through, in words. */
  tally(): string {
    const through = Object.entries(this.happened).map(([what, times]) => `${times} ${what}`);
    return `${this.writing.mark}: ${this.typed.size} words typed, ${this.acknowledged.size} acknowledged; ${through.join(', ')}`;
  }

  private async note(what: string, happening: Promise<void> | void): Promise<void> {
    this.happened[what] = (this.happened[what] ?? 0) + 1;
    await happening;
  }

  async typeWithoutNetworkAndClose(): Promise<void> {
    await this.network(false);
    await this.type(6);
    await this.page!.close();
  }

  /** When the storm is over: opens each place once more and waits until nothing is left to save there. Gives what is offered. */
  async settle(): Promise<string> {
    await this.network(true);
    await this.power.on();
    await this.backIn();
    let offered = '';
    for (const place of this.writing.places) {
      await this.open(place);
      await this.page!.waitForFunction(isSettled, undefined, { timeout: 15_000 });
      offered += (await this.page!.getByRole('region', { name: 'Words kept on this device' }).allInnerTexts()).join('\n');
      await this.page!.close();
    }
    return offered;
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  /** Words at the end of a text, each noted once it stands in the page. */
  private async type(words: number): Promise<void> {
    const { page, at, chance } = this;
    if (!page || page.isClosed()) return this.open(at);
    const name = chance.of(at.fields);
    const area = page.locator(`textarea[name="${name}"]`);
    try {
      await area.evaluate((input: HTMLTextAreaElement, own) => {
        input.focus();
        input.setSelectionRange(input.value.length, input.value.length);
        if (own && input.value !== '') document.execCommand('insertText', false, '\n\n');
      }, this.writing.ownParagraphs);
      const burst = Array.from({ length: words }, () => `${this.writing.mark}${(this.count += 1)}x`);
      for (const word of burst) {
        await page.keyboard.insertText(`${word} `);
        if (chance.next() < 0.3) await pause(chance.between(5, 60));
      }
      const standing = wordsIn(await area.inputValue(), this.writing.mark);
      for (const word of burst) if (standing.includes(word)) this.typed.add(word);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  private async open(place: Place): Promise<void> {
    await this.network(true);
    await this.power.on();
    if (!this.page || this.page.isClosed()) this.page = this.watched(await this.context.newPage());
    this.at = place;
    const address = `/self-views/${this.writing.documentId}/sections/${place.sectionKey}`;
    for (let tries = 0; ; tries += 1) {
      try {
        await this.page.goto(address, { waitUntil: 'load', timeout: 15_000 });
        if (this.page.url().includes('/sign-in')) {
          await this.backIn();
          continue;
        }
        await this.page.locator(`textarea[name="${place.fields[0]}"]`).waitFor({ timeout: 5000 });
        // Nobody types before the page has come to life: then the words would be in no journal.
        await this.page.waitForFunction(() => document.querySelector('form[data-pen]') !== null, undefined, { timeout: 5000 });
        return;
      } catch (error) {
        if (tries === 4) throw error;
        await this.power.on();
      }
    }
  }

  private watched(page: Page): Page {
    page.on('response', (response) => {
      if (response.request().method() !== 'PUT' || !response.ok()) return;
      for (const word of wordsIn(response.request().postData() ?? '', this.writing.mark)) this.acknowledged.add(word);
    });
    return page;
  }

  private async switchNetwork(): Promise<void> {
    await this.network(!this.online);
    await this.type(this.chance.between(1, 4));
  }

  private async network(on: boolean): Promise<void> {
    this.online = on;
    await this.context.setOffline(!on);
  }

  private async closeTab(): Promise<void> {
    await this.page?.close();
    this.page = null;
    if (this.chance.next() < 0.5) await this.open(this.chance.of(this.writing.places));
  }

  private async crash(): Promise<void> {
    const { page } = this;
    if (!page || page.isClosed()) return;
    const gone = page.waitForEvent('crash', { timeout: 5000 }).catch(() => {});
    void page.goto('chrome://crash').catch(() => {});
    await gone;
    await page.close().catch(() => {});
    this.page = null;
  }

  private async loseSession(): Promise<void> {
    await this.context.clearCookies({ name: 'critical-friend.session' });
    await this.type(this.chance.between(2, 5));
    await pause(this.chance.between(0, 1500));
    if (this.chance.next() < 0.5) await this.backIn();
  }

  /** Signed in again in another tab; the page in which they write goes on by itself. (How one signs in is a journey of its own.) */
  private async backIn(): Promise<void> {
    await this.context.addCookies([...this.session]);
  }
}

export const wordsIn = (text: string, mark: string): string[] => text.match(new RegExp(`${mark}\\d+x`, 'g')) ?? [];

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const isGone = (error: unknown) => /closed|crash|detached|Target|navigat/i.test(String(error));

/** Nothing of this page waits in the journal, but what is offered. */
function isSettled(): boolean {
  const kept = Object.entries(localStorage).filter(([key]) => key.startsWith('critical-friend.words:')).map(([, text]) => JSON.parse(text as string) as { path: string });
  const offered = document.querySelectorAll('[aria-label="Words kept on this device"]').length;
  return kept.filter(({ path }) => path === location.pathname).length <= offered && document.querySelector('form[data-pen="ready"]') !== null && document.querySelector('.saved.failing') === null;
}
