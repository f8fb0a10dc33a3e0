// A file from outside is opened only when it is what it says, small enough to be read, and can do nothing by itself. Everything else
// gets one sentence that says what to do (product bar: one clear sentence for a malformed, protected, macro-carrying or huge file).

export const MOST_BYTES = 15 * 1024 * 1024;

export const FILE_FAULTS = {
  empty: 'This file is empty.',
  'too-large': 'This file is larger than 15 MB. Save a smaller copy, or give the part that matters.',
  'unpacks-too-large': 'This file unpacks to far more than its size says, so it is not opened. Save a smaller copy, or give it as a PDF.',
  'old-format': 'This is an old Word, Excel or PowerPoint file. Save it as .docx, .xlsx, .pptx or PDF and add that.',
  password: 'This file is locked with a password. Save it without the password and add that.',
  macros: 'This file holds macros. Save it without them, or as a PDF, and add that.',
  malformed: 'This file is damaged and cannot be opened. Open it in the program that made it, save it again and add that.',
  'not-a-kind': 'This file is not a PDF, a Word, Excel or PowerPoint file, or a PNG or JPEG picture.',
} as const;

export type FileFault = keyof typeof FILE_FAULTS;
