import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Button, ButtonLink } from '@/components/ui/button';

describe('a button with a reason against it', () => {
  const refused = renderToStaticMarkup(
    <Button type="submit" name="act" value="send" form="letter" disabledReason="On 3 May she said no.">
      Send
    </Button>,
  );

  it('says why, linked to the button', () => {
    const id = /aria-describedby="([^"]+)"/.exec(refused)?.[1];
    expect(refused).toContain(`id="${id}" role="tooltip">On 3 May she said no.`);
  });

  it('keeps the focus and never submits', () => {
    expect(refused).toContain('aria-disabled="true"');
    expect(refused).toContain('type="button"');
    expect(refused).not.toMatch(/ disabled| name=| value=| form=/);
  });

  it('leads nowhere when it is a link', () => {
    const link = renderToStaticMarkup(
      <ButtonLink href="/contacts/1/write" disabledReason="On 3 May she said no.">
        Write
      </ButtonLink>,
    );
    expect(link).not.toContain('href');
  });
});

describe('a button', () => {
  it('does not submit unless it is told to', () => {
    expect(renderToStaticMarkup(<Button>Copy</Button>)).toContain('type="button"');
    expect(renderToStaticMarkup(<Button type="submit">Save</Button>)).toContain('type="submit"');
  });

  it('tells its key to screen readers and to the listener', () => {
    const html = renderToStaticMarkup(<Button shortcut="mod+Enter">Heard</Button>);
    expect(html).toContain('data-key="mod+Enter"');
    expect(html).toContain('aria-keyshortcuts="Meta+Enter Control+Enter"');
  });
});
