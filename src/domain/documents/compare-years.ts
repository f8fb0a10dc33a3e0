// This year beside last year: a section goes on from the one with its key; when the template has changed, from the one with its title;
// else from the one whose strengths and areas go on in it.
import { compareVersions, type SectionChange, type TextSection } from './compare';

/** A section with the threads of the strengths and areas that it names. */
export interface YearSection extends TextSection {
  threads: readonly string[];
}

export function compareYears(before: readonly YearSection[], after: readonly YearSection[]): SectionChange[] {
  const earlier = sectionsThatGoOn(before, after);
  return compareVersions(before, after, (section) => earlier.get(section as YearSection) ?? null);
}

/** For each section of this year the one of last year, each at most once. */
export function sectionsThatGoOn<Section extends YearSection>(before: readonly Section[], after: readonly Section[]): Map<Section, Section> {
  const found = new Map<Section, Section>();
  const free = new Set(before);
  const meet = (likeness: (now: Section, was: Section) => number) => {
    for (const now of after) {
      if (found.has(now)) continue;
      const [best] = [...free].map((was) => ({ was, like: likeness(now, was) })).filter(({ like }) => like > 0).sort((a, b) => b.like - a.like);
      if (!best) continue;
      found.set(now, best.was);
      free.delete(best.was);
    }
  };
  meet((now, was) => (now.key === was.key ? 1 : 0));
  meet((now, was) => (inShort(now.title) === inShort(was.title) ? 1 : 0));
  meet((now, was) => now.threads.filter((thread) => was.threads.includes(thread)).length);
  return found;
}

const inShort = (title: string) => (title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
