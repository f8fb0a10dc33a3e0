import type { ComponentProps, ReactNode } from 'react';
import { buttonClass, type ButtonLook } from './button-class';
import { Icon } from './icon';
import type { IconName } from './icons';

interface ButtonProps extends ButtonLook, Pick<ComponentProps<'button'>, 'name' | 'value' | 'type' | 'formAction' | 'form' | 'formNoValidate'> {
  children: ReactNode;
  icon?: IconName;
}

/** Names the act and, where it binds, the post: "Sign as Lead Member, Wigan". */
export function Button({ children, kind = 'main', size = 'normal', icon, ...rest }: ButtonProps) {
  return (
    <button className={buttonClass({ kind, size })} {...rest}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}
