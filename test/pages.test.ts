import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const policyOf = (page: string): Record<string, string[]> => {
  const html = readFileSync(join(__dirname, '../src', page, `${page}.html`), 'utf8');
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1] ?? '';
  return Object.fromEntries(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
};

/** Where Microsoft's client comes from, and what it loads besides. */
const OFFICE = ['https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com'];

describe.each(['taskpane', 'commands'])('the content security policy of the page %s', (page) => {
  const policy = policyOf(page);

  test('runs its own scripts and Microsoft’s, none that is written in the page or evaluated', () => {
    expect(policy['script-src']).toEqual(["'self'", ...OFFICE]);
  });

  test('talks to nobody but where it was served from', () => {
    expect(policy['default-src']).toEqual(["'self'"]);
    expect(policy['connect-src']).toEqual(["'self'"]);
    expect(policy['form-action']).toEqual(["'none'"]);
    expect(policy['base-uri']).toEqual(["'none'"]);
  });
});

test('the ribbon’s functions are read before Microsoft’s client, which ends a button undone where it finds none yet', () => {
  const html = readFileSync(join(__dirname, '../src/commands/commands.html'), 'utf8');
  const [own, office] = ['htmlWebpackPlugin.tags.bodyTags', '<%= office %>'].map((part) => html.indexOf(part));
  expect(own).toBeGreaterThan(0);
  expect(office).toBeGreaterThan(own ?? Infinity);
});
