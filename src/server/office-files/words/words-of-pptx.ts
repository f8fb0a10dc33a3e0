import type { OfficeFile } from '../open-office-file';
import { words, type FileWords } from './file-words';
import { piecesOf } from './words-of-docx';

/** Slides, their tables, the speaker's notes and comments. */
export function wordsOfPptx(file: OfficeFile): FileWords {
  const pieces = file.names.flatMap((name) => {
    const [, kind, number] = /^ppt\/(slides\/slide|notesSlides\/notesSlide|comments\/\w*?[cC]omment\w*?)(\d+|_[\w-]+)\.xml$/.exec(name) ?? [];
    if (!kind) return [];
    const place = kind.startsWith('slides') ? `slide ${number}, ` : kind.startsWith('notes') ? `notes of slide ${number}, ` : 'comments, ';
    return place === 'comments, ' ? piecesOf((file.text(name) ?? '').replace(/<(\/?)p:text\b/g, '<$1a:p').replace(/<a:p>([^<]*)<\/a:p>/g, '<a:p><a:t>$1</a:t></a:p>'), place) : piecesOf(file.text(name) ?? '', place);
  });
  return words(pieces, { onlyPictures: pieces.length === 0 && file.names.some((name) => name.startsWith('ppt/media/')) });
}
