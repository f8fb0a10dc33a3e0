import { FILE_FAULTS, type FileFault } from '@/domain/office-files';

/** A file that is not opened; its message is the sentence for the person who gave it. */
export class FileRefused extends Error {
  constructor(readonly fault: FileFault) {
    super(FILE_FAULTS[fault]);
  }
}
