import Link from 'next/link';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import { Key, shortcutAttributes } from './key';

/** `first`: the one thing to do here; `plain`: also possible; `quiet`: in passing; `danger`: takes something away. */
type ButtonVariant = 'first' | 'plain' | 'quiet' | 'danger';

interface Looks {
  variant?: ButtonVariant | undefined;
  icon?: IconName | undefined;
  /** The key that presses it, shown beside its word. */
  shortcut?: string | undefined;
  children: ReactNode;
}

export interface ButtonProps extends Looks, Omit<ComponentProps<'button'>, 'children' | 'disabled'> {
  /** Why it cannot be pressed. It stays focusable, says so on hover and focus, and does not submit. */
  disabledReason?: ReactNode;
  /** Pressed all the same it submits the form around it, which knows only how to say why not. */
  asksWhy?: boolean;
}

/** A button; `type` is `button` unless said otherwise. */
export function Button({ disabledReason, asksWhy = false, ...props }: ButtonProps) {
  if (disabledReason) return <RefusedButton {...props} reason={disabledReason} asksWhy={asksWhy} />;
  const { variant = 'plain', icon, shortcut, children, className = '', type = 'button', ...rest } = props;
  return (
    <button
      {...rest}
      {...shortcutAttributes(shortcut)}
      type={type}
      className={`btn ${className}`}
      data-variant={variant}
    >
      <Inside {...{ icon, shortcut, children }} />
    </button>
  );
}

function RefusedButton({
  reason,
  asksWhy = false,
  variant = 'plain',
  icon,
  shortcut,
  children,
}: Looks & { reason: ReactNode; asksWhy?: boolean }) {
  const id = useId();
  // Deliberately without name, value, form or handlers: nothing of the refused act can leave with it.
  return (
    <span className="refused">
      <button
        {...shortcutAttributes(shortcut)}
        type={asksWhy ? 'submit' : 'button'}
        className="btn"
        data-variant={variant}
        aria-disabled="true"
        aria-describedby={id}
      >
        <Inside icon={icon ?? 'ban'} {...{ shortcut, children }} />
      </button>
      <span className="refused-why" id={id} role="tooltip">
        {reason}
      </span>
    </span>
  );
}

interface ButtonLinkProps extends Looks, Omit<ComponentProps<typeof Link>, 'children'> {
  disabledReason?: ReactNode;
}

/** A link that looks like a button, for going somewhere; with a reason it is a refused button instead. */
export function ButtonLink({
  disabledReason,
  variant = 'plain',
  icon,
  shortcut,
  children,
  className = '',
  ...rest
}: ButtonLinkProps) {
  if (disabledReason)
    return <RefusedButton {...{ variant, icon, shortcut, children }} reason={disabledReason} />;
  return (
    <Link
      prefetch={false}
      {...rest}
      {...shortcutAttributes(shortcut)}
      className={`btn ${className}`}
      data-variant={variant}
    >
      <Inside {...{ icon, shortcut, children }} />
    </Link>
  );
}

function Inside({ icon, shortcut, children }: Omit<Looks, 'variant'>) {
  const after = icon === 'older' || icon === 'out';
  return (
    <>
      {icon && !after && <Icon name={icon} />}
      <span>{children}</span>
      {icon && after && <Icon name={icon} />}
      {shortcut && <Key>{shortcut}</Key>}
    </>
  );
}
