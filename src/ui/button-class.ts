export interface ButtonLook {
  kind?: 'main' | 'second' | 'link';
  size?: 'normal' | 'small' | 'big';
}

const SIZES = { normal: '', small: ' sm', big: ' big' };

export function buttonClass({ kind = 'main', size = 'normal' }: ButtonLook): string {
  if (kind === 'link') return 'linkbtn';
  return `btn${kind === 'second' ? ' two' : ''}${SIZES[size]}`;
}
