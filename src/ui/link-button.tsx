import type { ReactNode } from 'react';
import { buttonClass, type ButtonLook } from './button-class';
import { Icon } from './icon';
import type { IconName } from './icons';

interface LinkButtonProps extends ButtonLook {
  href: string;
  children: ReactNode;
  icon?: IconName;
}

/** A link that leads to the act, in the shape of the button that it stands beside. */
export function LinkButton({ href, children, kind = 'main', size = 'normal', icon }: LinkButtonProps) {
  return (
    <a className={buttonClass({ kind, size })} href={href}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}
