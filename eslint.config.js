import { defineConfig, globalIgnores } from 'eslint/config';
import next from 'eslint-config-next';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.ts', '**/*.tsx'];

const noApp = {
  group: ['@/app/*', '**/app/*'],
  message: 'Nothing imports app/: move the shared part to lib/<noun>/ (rules) or components/<noun>/ (looks).',
};
const noComponents = {
  group: ['@/components/*', '**/components/*'],
  message: 'lib/ never imports components/: pass data up, let the component import lib/.',
};

const apart = (selector) => ({
  selector,
  message: 'The next file of this process would see it: name this file *.apart.test.ts.',
});

const reactRules = next.flatMap(({ rules = {} }) =>
  Object.keys(rules).filter((name) => name.startsWith('react')),
);

export default defineConfig([
  globalIgnores([
    '.next*/**',
    'dist/**',
    'data/**',
    'generated/**',
    'test-results/**',
    'next-env.d.ts',
    'tests/fixtures/**',
  ]),
  ...next,
  {
    name: 'earshot/everything',
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-console': 'off',
    },
  },
  {
    name: 'earshot/typescript',
    files: typescript,
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { minimumDescriptionLength: 0, 'ts-expect-error': true },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    name: 'earshot/app-and-components',
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [noApp] }] },
  },
  {
    name: 'earshot/lib',
    files: ['lib/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [noApp, noComponents] }] },
  },
  {
    name: 'earshot/stray-words-in-the-product',
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}'],
    rules: { 'no-console': 'error' },
  },
  {
    name: 'earshot/settings',
    files: ['*.config.{js,mjs,ts}'],
    rules: { 'import/no-anonymous-default-export': 'off' },
  },
  {
    // No component is there, and React's compiler takes its time to find that out. (Playwright's fixtures are called
    // `use`, too, which its rules take for a hook.)
    name: 'earshot/without-react',
    files: ['bin/**', 'lib/**', 'tests/**', 'prisma/**', 'app/**/*.ts'],
    rules: Object.fromEntries(reactRules.map((name) => [name, 'off'])),
  },
  {
    name: 'earshot/tests-that-share-their-modules',
    files: ['tests/db/**/*.test.ts'],
    ignores: ['**/*.apart.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'CallExpression[callee.object.name="vi"][callee.property.name=/^(mock|doMock|hoisted|stubEnv)$/]',
        ].map(apart),
        ...['AssignmentExpression[left.object.object.name="process"][left.object.property.name="env"]'].map(
          apart,
        ),
      ],
    },
  },
]);
